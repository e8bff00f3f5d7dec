package io.goodput;

import io.goodput.hedge.HedgePolicy;
import io.goodput.retry.RetryPolicy;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The policies of a guard at one time. A call goes by those that it began with. */
record Policies(
        long deadlineNanos,
        long attemptTimeoutNanos,
        CallGate callGate,
        @Nullable RetryPolicy retry,
        @Nullable HedgePolicy hedge,
        AttemptGate attemptGate,
        Classifier classifier,
        RandomGenerator random,
        @Nullable GuardObserver observer) {
    /** Whether anything is decided by the time at which an attempt begins or ends, even if no time can run out. */
    boolean readsClock() {
        return deadlineNanos != Long.MAX_VALUE
                || attemptTimeoutNanos != Long.MAX_VALUE
                || hedge != null
                || (retry != null && retry.adaptiveRate() != null)
                || observer != null
                || callGate.throttle() != null
                || callGate.rateLimit() != null
                || !attemptGate.isOpen();
    }
}
