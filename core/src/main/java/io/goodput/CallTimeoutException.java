package io.goodput;

import io.goodput.retry.RetryDecision.Refusal;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A guarded call had no answer in time: its last attempt ran out of time, or its deadline had passed before it began.
 *
 * <p>It has no stack trace: the guard knows what was waited for better than the thread that waited.
 */
public final class CallTimeoutException extends TimeoutException {
    private static final long serialVersionUID = 1L;

    private final int attempts;
    private final transient @Nullable Refusal refusal;

    CallTimeoutException(String guard, int attempts, @Nullable Refusal refusal, @Nullable Throwable cause) {
        super(guard + ": no answer in time after " + attempts + (attempts == 1 ? " attempt" : " attempts")
                + (refusal == null ? "" : "; " + refusal));
        this.attempts = attempts;
        this.refusal = refusal;
        initCause(cause);
    }

    /** Attempts that were made; 0 if the deadline had passed before the first. */
    public int attempts() {
        return attempts;
    }

    /** Why there was no attempt, or no further one; null if there was one and no retry policy. */
    public @Nullable Refusal refusal() {
        return refusal;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
