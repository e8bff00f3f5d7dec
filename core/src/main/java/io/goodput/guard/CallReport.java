package io.goodput.guard;

import io.goodput.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the exceptions of a guard have in common. */
record CallReport(String guard, int attempts, @Nullable Refusal refusal, List<Tried> tried) {
    String noAnswer() {
        return switch (attempts) {
            case 0 -> "not sent";
            case 1 -> "no answer in time after 1 attempt";
            default -> "no answer in time after " + attempts + " attempts";
        };
    }

    String because() {
        return refusal == null ? "" : "; " + refusal;
    }
}
