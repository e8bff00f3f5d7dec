package io.goodput.retry;

import io.goodput.Classifier;
import io.goodput.Deadline;
import io.goodput.Outcome;
import io.goodput.Range;
import io.goodput.Refusal;
import io.goodput.Refusal.Reason;
import io.goodput.bounds.Expected;
import io.goodput.retry.RetryDecision.Retry;
import io.goodput.retry.RetryDecision.Stop;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
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
 * <p>{@link #standard()} is what to start from. A {@link #builder()} does what it is told and no more: without a
 * backoff it retries at once, and without a budget nothing bounds the load that its retries add.
 *
 * <p>The policy itself does not change; the state is in its {@link RetryBudget}. A policy with a budget belongs to one
 * dependency.
 */
public final class RetryPolicy {
    private static final long HINT_BEYOND_BACKOFF = Duration.ofSeconds(5).toNanos();
    private static final List<Outcome> RETRYABLE =
            List.of(Outcome.TRANSIENT_FAILURE, Outcome.THROTTLED, Outcome.TIMEOUT);

    /** How many attempts there may be, the first one included. */
    public static final Range<Integer> ATTEMPTS = new Range<>(1, 1_000);

    private final int attempts;
    private final Backoff backoff;
    private final @Nullable RetryBudget budget;
    private final Set<Outcome> retryable;
    private final @Nullable AdaptiveRate rate;

    private RetryPolicy(Builder builder) {
        this.attempts = builder.attempts;
        this.backoff = builder.backoff;
        this.budget = builder.budget;
        this.retryable = builder.retryable;
        this.rate = builder.rate;
    }

    /** Three attempts, {@link Backoff#STANDARD}, and a {@link RetryBudget#standard()} of its own. */
    public static RetryPolicy standard() {
        return builder()
                .attempts(3)
                .backoff(Backoff.STANDARD)
                .budget(RetryBudget.standard())
                .build();
    }

    /** Starts at 3 attempts, no backoff, no budget. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * An attempt has failed: what now?
     *
     * @param attempt the number of the attempt that failed, from 1
     * @param outcome how it failed
     * @param hint nanoseconds after which the server wants to be asked again, or {@link Classifier#NO_HINT}
     * @param previousWait nanoseconds waited before this attempt, 0 for the first
     * @param now the ticker's reading
     * @param deadline of the whole call
     */
    public RetryDecision afterFailure(
            int attempt,
            Outcome outcome,
            long hint,
            long previousWait,
            long now,
            Deadline deadline,
            RandomGenerator random) {
        if (!retryable.contains(outcome)) {
            return new Stop(new Refusal(Reason.NOT_RETRYABLE, outcome + " is not retried"));
        }
        if (attempt >= attempts) {
            return new Stop(
                    new Refusal(Reason.ATTEMPTS_EXHAUSTED, "attempt " + attempt + " of " + attempts + " was the last"));
        }
        long wait = clamp(hint, backoff.nanos(attempt - 1, outcome, previousWait, random));
        long cost = budget == null ? 0 : budget.cost(outcome);
        if (budget != null && !budget.tryTake(cost)) {
            return new Stop(new Refusal(Reason.BUDGET_EXHAUSTED, shortfall(budget, cost)));
        }
        if (rate != null) {
            long pace = rate.acquire(now);
            if (pace == AdaptiveRate.NEVER) {
                putBack(cost);
                return new Stop(new Refusal(Reason.ADAPTIVE_RATE, "too many calls wait to be sent already"));
            }
            wait = Math.max(wait, pace);
        }
        if (wait >= deadline.remaining(now)) {
            notSent(cost);
            return new Stop(new Refusal(
                    Reason.DEADLINE,
                    "the wait of " + millis(wait) + " outlasts the remaining " + millis(deadline.remaining(now))));
        }
        return new Retry(now + wait, wait, cost);
    }

    private static long clamp(long hint, long backoff) {
        return hint < 0 ? backoff : Math.clamp(hint, backoff, backoff + HINT_BEYOND_BACKOFF);
    }

    private static String shortfall(RetryBudget budget, long cost) {
        return "the cost of retrying (" + RetryBudget.tokens(cost) + ") exceeds the available retry capacity ("
                + RetryBudget.tokens(budget.available()) + "/"
                + RetryBudget.tokens(Math.round(budget.settings().capacity() * RetryBudget.TOKEN)) + ")";
    }

    private static String millis(long nanos) {
        return BigDecimal.valueOf(nanos, 6).stripTrailingZeros().toPlainString() + " ms";
    }

    /**
     * Before the first attempt of a call.
     *
     * @return nanoseconds to wait; 0 unless an {@link AdaptiveRate} paces attempts; {@link AdaptiveRate#NEVER} if too
     *     many wait already
     */
    public long beforeFirst(long now) {
        return rate == null ? 0 : rate.acquire(now);
    }

    /** An attempt of a call has ended. */
    public void attemptEnded(Outcome outcome, long now) {
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
        if (rate != null) {
            rate.putBack();
        }
        putBack(taken);
    }

    private void putBack(long taken) {
        if (budget != null) {
            budget.putBack(taken);
        }
    }

    /** Attempts in all, the first one included. */
    public int attempts() {
        return attempts;
    }

    /** The wait between them. */
    public Backoff backoff() {
        return backoff;
    }

    /** What bounds them, if anything does. */
    public @Nullable RetryBudget budget() {
        return budget;
    }

    /** What paces all attempts while the dependency throttles them, if anything does. */
    public @Nullable AdaptiveRate adaptiveRate() {
        return rate;
    }

    /** The outcomes that are tried again. */
    public Set<Outcome> retryable() {
        return EnumSet.copyOf(retryable);
    }

    /** Makes a {@link RetryPolicy}. */
    public static final class Builder {
        private int attempts = 3;
        private Backoff backoff = Backoff.NONE;
        private @Nullable RetryBudget budget;
        private @Nullable AdaptiveRate rate;
        private Set<Outcome> retryable = EnumSet.copyOf(RETRYABLE);

        private Builder() {}

        /** Attempts in all, the first one included: 1 to 1,000. Default 3. */
        public Builder attempts(int attempts) {
            this.attempts = ATTEMPTS.check("attempts", attempts);
            return this;
        }

        /** The wait before a retry. Default {@link Backoff#NONE}. */
        public Builder backoff(Backoff backoff) {
            this.backoff = backoff;
            return this;
        }

        /** What bounds the retries. Default: nothing. */
        public Builder budget(RetryBudget budget) {
            this.budget = budget;
            return this;
        }

        /**
         * The outcomes that are tried again: some of {@link Outcome#TRANSIENT_FAILURE}, {@link Outcome#THROTTLED} and
         * {@link Outcome#TIMEOUT}, which is also the default. After a timeout the work may have been done: leave
         * {@code TIMEOUT} out where doing it twice does harm.
         */
        public Builder retryOn(Outcome first, Outcome... others) {
            Set<Outcome> outcomes = EnumSet.of(first, others);
            Expected.someOf("retryOn", outcomes, RETRYABLE);
            this.retryable = outcomes;
            return this;
        }

        /** What paces all attempts while the dependency throttles them. Default: nothing. */
        public Builder adaptiveRate(@Nullable AdaptiveRate rate) {
            this.rate = rate;
            return this;
        }

        /** The policy. */
        public RetryPolicy build() {
            return new RetryPolicy(this);
        }
    }
}
