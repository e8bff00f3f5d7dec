package io.goodput.guard;

import io.goodput.Classifier;
import io.goodput.Outcome;
import io.goodput.bounds.Shown;
import io.goodput.hedge.HedgePolicy;
import io.goodput.retry.RetryPolicy;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The policies of a guard at one time, and whether somebody listens; a call goes by those that it began with. What most
 * guards lack is known beforehand, so that their calls need not ask each policy.
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

    /** Null if each attempt has the context of its call. */
    final @Nullable AttemptContext attemptContext;

    /** Whether anything may hold a call back. */
    final boolean gatesCalls;

    /** Whether any policy wants to know when an attempt begins and ends, a paced retry policy not counted. */
    final boolean followsAttempts;

    /** Whether somebody listens. */
    final boolean heard;

    /** Whether anything is decided or told by the time at which an attempt begins or ends, even if none can run out. */
    final boolean readsClock;

    Policies(GuardBuilder builder, boolean heard) {
        this.deadlineNanos = builder.deadlineNanos;
        this.attemptTimeoutNanos = builder.attemptTimeoutNanos;
        this.callGate = new CallGate(builder.throttle, builder.rateLimit);
        this.retry = builder.retry;
        this.hedge = builder.hedge;
        this.attemptGate = new AttemptGate(builder.balancer, builder.breaker, builder.limit);
        this.classifier = builder.classifier;
        this.random = builder.random;
        this.attemptContext = builder.attemptContext;
        this.gatesCalls = callGate.throttle() != null || callGate.rateLimit() != null;
        this.followsAttempts = !attemptGate.isOpen() || hedge != null;
        this.heard = heard;
        this.readsClock = deadlineNanos != Long.MAX_VALUE
                || attemptTimeoutNanos != Long.MAX_VALUE
                || gatesCalls
                || followsAttempts
                || heard;
    }

    /** Whether the retry policy paces all attempts. It may begin to, or cease. */
    boolean paces() {
        return retry != null && retry.adaptiveRate() != null;
    }

    /** What an attempt came to, that gave this answer or threw this error. */
    Outcome outcomeOf(@Nullable Object value, @Nullable Throwable error) {
        return error == null ? classifier.ofValue(value) : classifier.ofError(Classifier.unwrap(error));
    }

    /** When the server wants to be asked again, if it said so. */
    @Nullable Duration retryAfter(@Nullable Object value, @Nullable Throwable error) {
        return classifier.retryAfter(value, error == null ? null : Classifier.unwrap(error));
    }

    /** Those there are, each after a comma. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        add(text, "deadline", time(deadlineNanos));
        add(text, "throttle", callGate.throttle());
        add(text, "rateLimit", callGate.rateLimit());
        add(text, "retry", retry);
        add(text, "hedge", hedge);
        add(text, "balancer", attemptGate.balancer());
        add(text, "breaker", attemptGate.breaker());
        add(text, "limit", attemptGate.limit());
        add(text, "attemptTimeout", time(attemptTimeoutNanos));
        return text.toString();
    }

    private static @Nullable String time(long nanos) {
        return nanos == Long.MAX_VALUE ? null : Shown.exact(Duration.ofNanos(nanos));
    }

    private static void add(StringBuilder text, String name, @Nullable Object policy) {
        if (policy != null) {
            text.append(", ").append(name).append('=').append(policy);
        }
    }
}
