package io.goodput.retry;

import io.goodput.Deadline;
import io.goodput.Nanos;
import io.goodput.Outcome;
import io.goodput.Range;
import io.goodput.Refusal;
import io.goodput.Refusal.Reason;
import io.goodput.bounds.Expected;
import io.goodput.bounds.Shown;
import io.goodput.retry.Reservation.Denied;
import io.goodput.retry.Reservation.Granted;
import io.goodput.retry.RetryDecision.Retry;
import io.goodput.retry.RetryDecision.Stop;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Whether, and when, to try again.
 *
 * <p>Asked in this order, and the first no is the answer: is the outcome retryable, is an attempt left, (a hint of the
 * server then replaces the backoff, clamped to [backoff, backoff + 5 s] and without jitter of its own), does the budget
 * have the tokens, does the {@link AdaptiveRate}, if there is one, let it through, is there time before the deadline.
 * Tokens taken for a retry that the deadline forbids are put back.
 *
 * <p>What the budget or the rate refuses says what the wait would have been ({@link Refusal#backoff}). Who asks again
 * by himself, as a loop that polls does, heeds it, or an empty budget would make him ask faster.
 *
 * <p>{@link #standard()} is what to start from. Other {@link Settings}, and a {@link #builder()}, do what they are told
 * and no more: without a backoff retries are sent at once, and without a budget nothing bounds the load that they add.
 *
 * <p>Its state is in its {@link RetryBudget} and its {@link AdaptiveRate}, so it belongs to one dependency.
 * Thread-safe.
 */
public final class RetryPolicy {
    private static final long HINT_BEYOND_BACKOFF = Duration.ofSeconds(5).toNanos();

    private volatile RetryParts parts;

    /** A policy with a full budget and a new adaptive rate of its own, if the settings have them. */
    public RetryPolicy(Settings settings) {
        this.parts = new RetryParts(settings, null, null).changed(settings);
    }

    private RetryPolicy(RetryParts parts) {
        this.parts = parts;
    }

    /** {@link Settings#STANDARD}. */
    public static RetryPolicy standard() {
        return new RetryPolicy(Settings.STANDARD);
    }

    /** Starts at 3 attempts, no backoff, no budget. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * An attempt has failed: what now?
     *
     * @param failed what is known of it
     * @param deadline of the whole call
     * @param now the ticker's reading
     * @param random drawn from for the jitter of the wait
     */
    public RetryDecision afterFailure(FailedAttempt failed, Deadline deadline, long now, RandomGenerator random) {
        RetryParts by = parts;
        Settings settings = by.settings();
        Outcome outcome = failed.outcome();
        if (outcome != Outcome.NOT_PROCESSED && !settings.on().contains(outcome)) {
            return no(Reason.NOT_RETRYABLE, outcome + " is not retried");
        }
        if (failed.number() >= settings.attempts()) {
            return no(Reason.ATTEMPTS_EXHAUSTED, "the policy allows " + settings.attempts());
        }
        long backoff = settings.backoff().nanos(failed.number() - 1, outcome, failed.waitedNanos(), random);
        RetryBudget budget = by.budget();
        long cost = budget == null ? 0 : budget.cost(outcome);
        long wait = clamp(failed.retryAfter(), backoff);
        if (budget != null && !budget.tryTake(cost)) {
            return no(Reason.BUDGET_EXHAUSTED, shortfall(budget, cost), wait);
        }
        AdaptiveRate rate = by.rate();
        if (rate != null) {
            switch (rate.acquire(now)) {
                case Granted(long pace) -> wait = Math.max(pace, wait);
                case Denied(Refusal why) -> {
                    by.putBack(cost);
                    return no(why.reason(), why.why(), wait);
                }
            }
        }
        if (wait >= deadline.remaining(now)) {
            by.notSent(cost);
            return no(Reason.DEADLINE, outlasts(wait, deadline.remaining(now)));
        }
        return new Retry(now + wait, wait, cost);
    }

    private static Stop no(Reason reason, String why) {
        return new Stop(new Refusal(reason, why));
    }

    private static Stop no(Reason reason, String why, long backoff) {
        return new Stop(new Refusal(reason, why, Duration.ofNanos(backoff)));
    }

    private static long clamp(@Nullable Duration hint, long backoff) {
        return hint == null ? backoff : Math.clamp(Nanos.of(hint), backoff, backoff + HINT_BEYOND_BACKOFF);
    }

    private static String shortfall(RetryBudget budget, long cost) {
        return "the cost of retrying (" + RetryBudget.tokens(cost) + ") exceeds the available retry capacity ("
                + RetryBudget.tokens(budget.available()) + "/"
                + RetryBudget.tokens(Math.round(budget.settings().capacity() * RetryBudget.TOKEN)) + ")";
    }

    private static String outlasts(long wait, long remaining) {
        return "the wait of " + Shown.rounded(Duration.ofNanos(wait)) + " outlasts the remaining "
                + Shown.rounded(Duration.ofNanos(remaining));
    }

    /** Before the first attempt of a call: at once, unless an {@link AdaptiveRate} paces attempts. */
    public Reservation beforeFirst(long now) {
        AdaptiveRate rate = parts.rate();
        return rate == null ? Reservation.AT_ONCE : rate.acquire(now);
    }

    /**
     * Before a hedge: whether the {@link AdaptiveRate}, if there is one, has room for one more attempt now. If so it is
     * counted: tell of its end, or that it was {@linkplain #notSent not sent}.
     */
    public boolean tryHedge(long now) {
        AdaptiveRate rate = parts.rate();
        return rate == null || rate.tryAcquire(now);
    }

    /** An attempt of a call has ended. */
    public void attemptEnded(Outcome outcome, long now) {
        AdaptiveRate rate = parts.rate();
        if (rate != null) {
            rate.ended(outcome, now);
        }
    }

    /**
     * A call has succeeded.
     *
     * @param lastTaken {@link Retry#taken()} of its last retry, 0 if the first attempt succeeded
     */
    public void succeeded(long lastTaken) {
        RetryBudget budget = parts.budget();
        if (budget != null) {
            budget.succeeded(lastTaken);
        }
    }

    /**
     * An attempt was decided and then not sent.
     *
     * @param taken {@link Retry#taken()} of a retry, which goes back; 0 for a first attempt
     */
    public void notSent(long taken) {
        parts.notSent(taken);
    }

    /** What bounds the retries, if anything does. */
    public @Nullable RetryBudget budget() {
        return parts.budget();
    }

    /** What paces all attempts while the dependency throttles them, if anything does. */
    public @Nullable AdaptiveRate adaptiveRate() {
        return parts.rate();
    }

    /** Which calls it tries again. */
    public ReplayRule replay() {
        return parts.settings().replay();
    }

    /** How it decides now. */
    public Settings settings() {
        return parts.current();
    }

    /** Decides so from now on. A budget and an adaptive rate that it has already are changed, and keep their state. */
    public synchronized void change(Settings settings) {
        parts = parts.changed(settings);
    }

    /**
     * One that decides so, with this one's budget and adaptive rate, changed if they are to be others. Calls that go by
     * this one keep its attempts, backoff and outcomes to their end.
     */
    public RetryPolicy changed(Settings settings) {
        return new RetryPolicy(parts.changed(settings));
    }

    @Override
    public String toString() {
        return "RetryPolicy" + parts;
    }

    /**
     * What is tried again, how often and when.
     *
     * @param attempts in all, the first one included
     * @param backoff the wait before a retry
     * @param budget what bounds the retries; null for nothing
     * @param adaptiveRate what paces all attempts while the dependency throttles them; null for nothing
     * @param on the outcomes that are tried again: some of {@link #RETRYABLE}. What was {@link Outcome#NOT_PROCESSED
     *     not processed} is tried again in any case
     * @param replay the calls that are tried again
     */
    public record Settings(
            int attempts,
            Backoff backoff,
            RetryBudget.@Nullable Settings budget,
            AdaptiveRate.@Nullable Settings adaptiveRate,
            Set<Outcome> on,
            ReplayRule replay) {
        /** How many attempts there may be. */
        public static final Range<Integer> ATTEMPTS = new Range<>(1, 1_000);

        /** The outcomes that another attempt can mend. */
        public static final Set<Outcome> RETRYABLE =
                Collections.unmodifiableSet(EnumSet.of(Outcome.TRANSIENT_FAILURE, Outcome.THROTTLED, Outcome.TIMEOUT));

        /** Three attempts, {@link Backoff#STANDARD}, {@link RetryBudget.Settings#STANDARD}: what the AWS SDKs do. */
        public static final Settings STANDARD =
                new Settings(3, Backoff.STANDARD, RetryBudget.Settings.STANDARD, null, RETRYABLE);

        /** Refuses what is out of bounds. */
        // Written out, as javac keeps no @Nullable of nested types in the class file of a compact one.
        public Settings(
                int attempts,
                Backoff backoff,
                RetryBudget.@Nullable Settings budget,
                AdaptiveRate.@Nullable Settings adaptiveRate,
                Set<Outcome> on,
                ReplayRule replay) {
            Expected.someOf("on", on, RETRYABLE);
            this.attempts = ATTEMPTS.check("attempts", attempts);
            this.backoff = backoff;
            this.budget = budget;
            this.adaptiveRate = adaptiveRate;
            this.on = Collections.unmodifiableSet(EnumSet.copyOf(on));
            this.replay = Objects.requireNonNull(replay, "replay");
        }

        /** The same of {@link ReplayRule#ANY any} call. */
        public Settings(
                int attempts,
                Backoff backoff,
                RetryBudget.@Nullable Settings budget,
                AdaptiveRate.@Nullable Settings adaptiveRate,
                Set<Outcome> on) {
            this(attempts, backoff, budget, adaptiveRate, on, ReplayRule.ANY);
        }

        /** So many attempts, at once and without a bound, after any outcome that another one can mend. */
        public static Settings of(int attempts) {
            return new Settings(attempts, Backoff.NONE, null, null, RETRYABLE);
        }

        /** The same with so many attempts. */
        public Settings withAttempts(int other) {
            return new Settings(other, backoff, budget, adaptiveRate, on, replay);
        }

        /** The same with another backoff. */
        public Settings withBackoff(Backoff other) {
            return new Settings(attempts, other, budget, adaptiveRate, on, replay);
        }

        /** The same with another budget, or none. */
        public Settings withBudget(RetryBudget.@Nullable Settings other) {
            return new Settings(attempts, backoff, other, adaptiveRate, on, replay);
        }

        /** The same with another adaptive rate, or none. */
        public Settings withAdaptiveRate(AdaptiveRate.@Nullable Settings other) {
            return new Settings(attempts, backoff, budget, other, on, replay);
        }

        /** The same for other outcomes. */
        public Settings withOn(Set<Outcome> other) {
            return new Settings(attempts, backoff, budget, adaptiveRate, other, replay);
        }

        /** The same for other calls. */
        public Settings withReplay(ReplayRule other) {
            return new Settings(attempts, backoff, budget, adaptiveRate, on, other);
        }
    }

    /** Makes a {@link RetryPolicy}, of a budget and a rate that exist already, if need be. */
    public static final class Builder {
        private Settings settings = Settings.of(3);
        private @Nullable RetryBudget budget;
        private @Nullable AdaptiveRate rate;

        private Builder() {}

        /** Attempts in all, the first one included. Default 3. */
        public Builder attempts(int attempts) {
            settings = settings.withAttempts(attempts);
            return this;
        }

        /** The wait before a retry. Default {@link Backoff#NONE}. */
        public Builder backoff(Backoff backoff) {
            settings = settings.withBackoff(backoff);
            return this;
        }

        /** What bounds the retries. Default: nothing. */
        public Builder budget(@Nullable RetryBudget budget) {
            this.budget = budget;
            return this;
        }

        /** What paces all attempts while the dependency throttles them. Default: nothing. */
        public Builder adaptiveRate(@Nullable AdaptiveRate rate) {
            this.rate = rate;
            return this;
        }

        /** The outcomes that are tried again. Default {@link Settings#RETRYABLE}. */
        public Builder retryOn(Outcome first, Outcome... others) {
            settings = settings.withOn(EnumSet.of(first, others));
            return this;
        }

        /** The calls that are tried again. Default {@link ReplayRule#ANY}. */
        public Builder replay(ReplayRule replay) {
            settings = settings.withReplay(replay);
            return this;
        }

        /** The policy. */
        public RetryPolicy build() {
            return new RetryPolicy(new RetryParts(settings, budget, rate));
        }
    }
}
