package io.goodput.config;

import io.goodput.Outcome;
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

    /**
     * The keys {@code attempts} (default 3), {@code backoff} (default none: retries are sent at once), {@code budget}
     * (default none: retries are not bounded), {@code adaptive-rate} (default none) and {@code on} (default
     * {@code [transient, throttled, timeout]}).
     */
    public static Decoder<RetrySettings> decoder() {
        return Decoders.wordOr(
                "standard", STANDARD, Decoder.of("a block such as {attempts: 3}", RetrySettings::decode));
    }

    private static RetrySettings decode(Node node) {
        Block block = node.block("attempts", "backoff", "budget", "adaptive-rate", "on");
        return new RetrySettings(
                block.optional("attempts", Decoders.integer(RetryPolicy.Settings.ATTEMPTS), STANDARD.attempts),
                block.optional("backoff", BackoffBlock.decoder(), Backoff.NONE),
                block.optional("budget", BudgetBlock.decoder()),
                block.optional("adaptive-rate", AdaptiveRateBlock.decoder()),
                block.optional("on", OutcomeWords.list(RETRYABLE), STANDARD.on));
    }

    Written written() {
        var block = new BlockWriter()
                .whole("attempts", attempts)
                .block("backoff", backoff, BackoffBlock::written)
                .block("budget", budget, BudgetBlock::written)
                .block("adaptive-rate", adaptiveRate, AdaptiveRateBlock::written);
        return OutcomeWords.write(block, "on", on).written();
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
