package io.goodput.guard;

import io.goodput.Classifier;
import io.goodput.hedge.HedgePolicy;
import io.goodput.retry.RetryPolicy;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The policies of a guard at one time; a call goes by those that it began with. What most guards lack is known
 * beforehand, so that their calls need not ask each policy.
 */
final class Policies {
    final long deadlineNanos;
    final long attemptTimeoutNanos;
    final CallGate callGate;
    final @Nullable RetryPolicy retry;
    final @Nullable HedgePolicy hedge;
    final AttemptGate attemptGate;
    final Classifier classifier;
    final RandomGenerator random;
    final @Nullable GuardObserver observer;

    /** Whether anything may hold a call back. */
    final boolean gatesCalls;

    /** Whether any policy wants to know when an attempt begins and ends. */
    final boolean followsAttempts;

    /** Whether anything is decided by the time at which an attempt begins or ends, even if no time can run out. */
    final boolean readsClock;

    Policies(
            long deadlineNanos,
            long attemptTimeoutNanos,
            CallGate callGate,
            @Nullable RetryPolicy retry,
            @Nullable HedgePolicy hedge,
            AttemptGate attemptGate,
            Classifier classifier,
            RandomGenerator random,
            @Nullable GuardObserver observer) {
        this.deadlineNanos = deadlineNanos;
        this.attemptTimeoutNanos = attemptTimeoutNanos;
        this.callGate = callGate;
        this.retry = retry;
        this.hedge = hedge;
        this.attemptGate = attemptGate;
        this.classifier = classifier;
        this.random = random;
        this.observer = observer;
        this.gatesCalls = callGate.throttle() != null || callGate.rateLimit() != null;
        boolean paced = retry != null && retry.adaptiveRate() != null;
        this.followsAttempts = !attemptGate.isOpen() || hedge != null || observer != null || paced;
        this.readsClock = deadlineNanos != Long.MAX_VALUE
                || attemptTimeoutNanos != Long.MAX_VALUE
                || gatesCalls
                || followsAttempts;
    }
}
