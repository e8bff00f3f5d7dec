package io.goodput.config.policy.client;

import io.goodput.Outcome;
import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import io.goodput.retry.AdaptiveRate;
import io.goodput.retry.Backoff;
import io.goodput.retry.ReplayRule;
import io.goodput.retry.RetryBudget;
import io.goodput.retry.RetryPolicy;
import java.util.Set;

/**
 * The block of a {@link RetryPolicy}: {@code {attempts: 3, backoff: standard}}, or the word {@code standard}.
 * {@code attempts} (default 3) and {@code on} (default: all that may be retried) are as in
 * {@link RetryPolicy.Settings#STANDARD}; without {@code backoff} retries are sent at once, without {@code budget} they
 * are not bounded, and without {@code adaptive-rate} they are not paced.
 */
final class RetryBlock {
    private static final RetryPolicy.Settings STANDARD = RetryPolicy.Settings.STANDARD;

    private static final Field<RetryPolicy.Settings, Integer> ATTEMPTS = Field.of(
                    "attempts", Decoders.integer(RetryPolicy.Settings.ATTEMPTS), RetryPolicy.Settings::attempts)
            .as(STANDARD)
            .about("In all, the first included");
    private static final Field<RetryPolicy.Settings, Backoff> BACKOFF = Field.of(
                    "backoff", BackoffBlock.CODEC, RetryPolicy.Settings::backoff)
            .otherwise(Backoff.NONE)
            .about("The wait before a retry; none if it is left out");
    private static final Field<RetryPolicy.Settings, RetryBudget.Settings> BUDGET =
            Field.of("budget", BudgetBlock.CODEC, RetryPolicy.Settings::budget).about("What bounds the retries");
    private static final Field<RetryPolicy.Settings, AdaptiveRate.Settings> ADAPTIVE_RATE = Field.of(
                    "adaptive-rate", AdaptiveRateBlock.CODEC, RetryPolicy.Settings::adaptiveRate)
            .about("What paces all attempts while the dependency throttles them");
    private static final Field<RetryPolicy.Settings, Set<Outcome>> ON = Field.of(
                    "on", OutcomeWords.set(RetryPolicy.Settings.RETRYABLE), RetryPolicy.Settings::on)
            .as(STANDARD)
            .about("The outcomes that are tried again");
    private static final Field<RetryPolicy.Settings, ReplayRule> REPLAY = Field.of(
                    "replay", Decoders.choice(ReplayRule.class), RetryPolicy.Settings::replay)
            .as(STANDARD)
            .about("The calls that are tried again: any, or those declared idempotent only");

    static final Codec<RetryPolicy.Settings> CODEC = Decoders.wordOr(
            "standard",
            STANDARD,
            BlockCodec.of(
                    "a block such as {attempts: 3}",
                    RetryBlock::decode,
                    ATTEMPTS,
                    BACKOFF,
                    BUDGET,
                    ADAPTIVE_RATE,
                    ON,
                    REPLAY));

    private RetryBlock() {}

    private static RetryPolicy.Settings decode(Block block) {
        return new RetryPolicy.Settings(
                block.get(ATTEMPTS),
                block.get(BACKOFF),
                block.find(BUDGET),
                block.find(ADAPTIVE_RATE),
                block.get(ON),
                block.get(REPLAY));
    }
}
