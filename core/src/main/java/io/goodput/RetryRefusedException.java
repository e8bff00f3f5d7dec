package io.goodput;

import io.goodput.retry.RetryDecision.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Rides along, suppressed, on the exception of a guarded call's last attempt, and says why there was no further one.
 * Never thrown itself.
 */
public final class RetryRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String guard;
    private final transient @Nullable Refusal refusal;

    private RetryRefusedException(String guard, int attempts, Refusal refusal) {
        super(guard + ": attempt " + attempts + " was the last; " + refusal, null, false, false);
        this.guard = guard;
        this.refusal = refusal;
    }

    /**
     * Adds the refusal to the error, once for each guard that it passes: an error that is one shared object must not
     * grow with every call, even if many threads have it at the same time.
     */
    static void attach(Throwable error, String guard, int attempts, Refusal refusal) {
        synchronized (error) { // as addSuppressed does
            for (Throwable suppressed : error.getSuppressed()) {
                if (suppressed instanceof RetryRefusedException other && other.guard.equals(guard)) {
                    return;
                }
            }
            error.addSuppressed(new RetryRefusedException(guard, attempts, refusal));
        }
    }

    /** The rule that said no, and why; null after deserialization. */
    public @Nullable Refusal refusal() {
        return refusal;
    }
}
