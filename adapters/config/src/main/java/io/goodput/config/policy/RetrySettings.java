package io.goodput.config.policy;

import io.goodput.Outcome;
import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import io.goodput.retry.AdaptiveRate;
import io.goodput.retry.Backoff;
import io.goodput.retry.RetryBudget;
import io.goodput.retry.RetryPolicy;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a {@link RetryPolicy}: a block, or the word {@code standard} for {@link RetryPolicy#standard()}.
 *
 * @param attempts in all, the first one included
 * @param backoff the wait before a retry
 * @param budget what bounds the retries, if anything does
 * @param adaptiveRate what paces all attempts while the dependency throttles them, if anything does
 * @param on the outcomes that are tried again; at least one
 */
public record RetrySettings(
        int attempts,
        Backoff backoff,
        RetryBudget.@Nullable Settings budget,
        AdaptiveRate.@Nullable Settings adaptiveRate,
        List<Outcome> on) {
    private static final List<Outcome> RETRYABLE =
            List.of(Outcome.TRANSIENT_FAILURE, Outcome.THROTTLED, Outcome.TIMEOUT);

    /** What {@link RetryPolicy#standard()} does. */
    public static final RetrySettings STANDARD =
            new RetrySettings(3, Backoff.STANDARD, RetryBudget.Settings.STANDARD, null, RETRYABLE);

    private static final Field<RetrySettings, Integer> ATTEMPTS = Field.of(
                    "attempts", Decoders.integer(RetryPolicy.Settings.ATTEMPTS), RetrySettings::attempts)
            .as(STANDARD)
            .about("In all, the first included");
    private static final Field<RetrySettings, Backoff> BACKOFF = Field.of(
                    "backoff", BackoffBlock.CODEC, RetrySettings::backoff)
            .otherwise(Backoff.NONE)
            .about("The wait before a retry; none if it is left out");
    private static final Field<RetrySettings, RetryBudget.Settings> BUDGET =
            Field.of("budget", BudgetBlock.CODEC, RetrySettings::budget).about("What bounds the retries");
    private static final Field<RetrySettings, AdaptiveRate.Settings> ADAPTIVE_RATE = Field.of(
                    "adaptive-rate", AdaptiveRateBlock.CODEC, RetrySettings::adaptiveRate)
            .about("What paces all attempts while the dependency throttles them");
    private static final Field<RetrySettings, List<Outcome>> ON = Field.of(
                    "on", OutcomeWords.list(RETRYABLE), RetrySettings::on)
            .as(STANDARD)
            .about("The outcomes that are tried again");

    /**
     * The keys {@code attempts} (default 3), {@code backoff} (default none: retries are sent at once), {@code budget}
     * (default none: retries are not bounded), {@code adaptive-rate} (default none) and {@code on} (default
     * {@code [transient, throttled, timeout]}).
     */
    public static final Codec<RetrySettings> CODEC = Decoders.wordOr(
            "standard",
            STANDARD,
            BlockCodec.of(
                    "a block such as {attempts: 3}",
                    RetrySettings::decode,
                    ATTEMPTS,
                    BACKOFF,
                    BUDGET,
                    ADAPTIVE_RATE,
                    ON));

    /** Refuses what no {@link RetryPolicy} can be made of. */
    public RetrySettings {
        RetryPolicy.Settings.ATTEMPTS.check("attempts", attempts);
        if (!RETRYABLE.containsAll(on)) {
            throw new IllegalArgumentException("on: " + on + " (expected: some of " + RETRYABLE + ")");
        }
        if (on.isEmpty()) {
            throw new IllegalArgumentException("on: empty (expected: some of transient, throttled, timeout)");
        }
        on = List.copyOf(on);
    }

    /** Without an adaptive rate. */
    public RetrySettings(int attempts, Backoff backoff, RetryBudget.@Nullable Settings budget, List<Outcome> on) {
        this(attempts, backoff, budget, null, on);
    }

    /** The same with so many attempts. */
    public RetrySettings withAttempts(int other) {
        return new RetrySettings(other, backoff, budget, adaptiveRate, on);
    }

    /** The same with another budget. */
    public RetrySettings withBudget(RetryBudget.Settings other) {
        return new RetrySettings(attempts, backoff, other, adaptiveRate, on);
    }

    /** The same without a budget. */
    public RetrySettings withoutBudget() {
        return new RetrySettings(attempts, backoff, null, adaptiveRate, on);
    }

    /** The same with another adaptive rate, or none. */
    public RetrySettings withAdaptiveRate(AdaptiveRate.@Nullable Settings other) {
        return new RetrySettings(attempts, backoff, budget, other, on);
    }

    private static RetrySettings decode(Block block) {
        return new RetrySettings(
                block.get(ATTEMPTS), block.get(BACKOFF), block.find(BUDGET), block.find(ADAPTIVE_RATE), block.get(ON));
    }

    /** A policy with these settings and, if it has them, a full budget and a new adaptive rate of its own. */
    public RetryPolicy newPolicy() {
        return new RetryPolicy(settings());
    }

    /** The policy with these settings: a new one if there is none, or else the same, with its budget and its rate. */
    RetryPolicy after(@Nullable RetryPolicy before) {
        return Objects.requireNonNull(Changed.of(before, settings(), RetryPolicy::new, RetryPolicy::change));
    }

    private RetryPolicy.Settings settings() {
        return new RetryPolicy.Settings(attempts, backoff, budget, adaptiveRate, Set.copyOf(on));
    }
}
