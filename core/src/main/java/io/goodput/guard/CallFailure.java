package io.goodput.guard;

import io.goodput.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the exceptions of a {@link Guard} tell: which one, why it went no further, and what it had tried by then. */
public interface CallFailure {
    /** The guard's name. */
    String guard();

    /** Why the call was not sent, or not sent again; null if no rule was asked, and after deserialization. */
    @Nullable Refusal refusal();

    /** Attempts that were begun. */
    int attempts();

    /** The latest of them, the oldest first: at most 16. Empty after deserialization. */
    List<Tried> tried();
}
