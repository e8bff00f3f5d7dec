package io.goodput.config;

import io.goodput.Outcome;
import io.goodput.retry.Backoff;
import io.goodput.retry.RetryBudget;
import io.goodput.retry.RetryPolicy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a {@link RetryPolicy}: a block, or the word {@code standard} for {@link RetryPolicy#standard()}.
 *
 * @param attempts in all, the first one included
 * @param backoff the wait before a retry
 * @param budget what bounds the retries, if anything does
 * @param on the outcomes that are tried again; at least one
 */
public record RetrySettings(int attempts, Backoff backoff, RetryBudget.@Nullable Settings budget, List<Outcome> on) {
    /** What {@link RetryPolicy#standard()} does. */
    public static final RetrySettings STANDARD = new RetrySettings(
            3,
            Backoff.STANDARD,
            RetryBudget.Settings.STANDARD,
            List.of(Outcome.TRANSIENT_FAILURE, Outcome.THROTTLED, Outcome.TIMEOUT));

    private static final int MOST_ATTEMPTS = 1_000;

    private static final Map<String, Outcome> OUTCOMES =
            Map.of("transient", Outcome.TRANSIENT_FAILURE, "throttled", Outcome.THROTTLED, "timeout", Outcome.TIMEOUT);

    /** Refuses an empty list of outcomes. */
    public RetrySettings {
        if (on.isEmpty()) {
            throw new IllegalArgumentException("on: empty (expected: some of transient, throttled, timeout)");
        }
    }

    /**
     * The keys {@code attempts} (default 3), {@code backoff} (default none: retries are sent at once), {@code budget}
     * (default none: retries are not bounded) and {@code on} (default {@code [transient, throttled, timeout]}).
     */
    public static Decoder<RetrySettings> decoder() {
        return Decoders.wordOr(
                "standard", STANDARD, Decoder.of("a block such as {attempts: 3}", RetrySettings::decode));
    }

    private static RetrySettings decode(Node node) {
        Block block = node.block("attempts", "backoff", "budget", "on");
        return new RetrySettings(
                block.optional("attempts", Decoders.integer(1, MOST_ATTEMPTS), STANDARD.attempts),
                block.optional("backoff", BackoffBlock.decoder(), Backoff.NONE),
                block.optional("budget", BudgetBlock.decoder()),
                block.optional("on", Decoders.listOf(Decoders.choice(OUTCOMES)), STANDARD.on));
    }

    /** A policy with these settings and, if it has a budget, a full one of its own. */
    public RetryPolicy newPolicy() {
        RetryPolicy.Builder policy = RetryPolicy.builder()
                .attempts(attempts)
                .backoff(backoff)
                .retryOn(on.getFirst(), on.toArray(Outcome[]::new));
        return (budget == null ? policy : policy.budget(new RetryBudget(budget))).build();
    }
}
