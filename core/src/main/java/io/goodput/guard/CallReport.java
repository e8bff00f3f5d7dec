package io.goodput.guard;

import io.goodput.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the exceptions of a guard have in common. */
record CallReport(String guard, int attempts, @Nullable Refusal refusal, List<Tried> tried) {
    String counted() {
        return attempts + (attempts == 1 ? " attempt" : " attempts");
    }

    String because() {
        return refusal == null ? "" : "; " + refusal;
    }
}
