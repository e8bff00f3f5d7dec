package io.goodput.config.policy.client;

import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import io.goodput.retry.RetryBudget;

/**
 * The block of a {@link RetryBudget}: {@code {capacity: 10, deposit: 0.1}}, or the word {@code standard}. A retry costs
 * 1 token unless {@code cost} says otherwise, after a throttle the same unless {@code throttled-cost} does, and a
 * success puts back the deposit, or with {@code refund: true} what its own last retry took if that is more.
 */
final class BudgetBlock {
    private static final Codec<Double> PRICE = Decoders.number(RetryBudget.Settings.COST);

    private static final Field<RetryBudget.Settings, Double> CAPACITY = Field.of(
                    "capacity", Decoders.number(RetryBudget.Settings.CAPACITY), RetryBudget.Settings::capacity)
            .required()
            .about("Tokens that it holds, enough for one retry, or 0 for no retries");
    private static final Field<RetryBudget.Settings, Double> DEPOSIT = Field.of(
                    "deposit", Decoders.number(RetryBudget.Settings.DEPOSIT), RetryBudget.Settings::deposit)
            .required()
            .about("Tokens that a success puts back");
    private static final Field<RetryBudget.Settings, Double> COST =
            Field.of("cost", PRICE, RetryBudget.Settings::cost).otherwise(1.0).about("Tokens that a retry takes");
    private static final Field<RetryBudget.Settings, Double> THROTTLED_COST = Field.of(
                    "throttled-cost", PRICE, RetryBudget.Settings::throttledCost)
            .about("The same after a throttle, or else the cost");
    private static final Field<RetryBudget.Settings, Boolean> REFUND = Field.of(
                    "refund", Decoders.bool(), RetryBudget.Settings::refund)
            .otherwise(false)
            .about("Whether a success puts back what its last retry took, if that is more");

    static final Codec<RetryBudget.Settings> CODEC = Decoders.wordOr(
            "standard",
            RetryBudget.Settings.STANDARD,
            BlockCodec.of(
                    "a block such as {capacity: 10, deposit: 0.1}",
                    BudgetBlock::decode,
                    CAPACITY,
                    DEPOSIT,
                    COST,
                    THROTTLED_COST,
                    REFUND));

    private BudgetBlock() {}

    private static RetryBudget.Settings decode(Block block) {
        double cost = block.get(COST);
        double throttledCost = block.get(THROTTLED_COST.otherwise(cost));
        return new RetryBudget.Settings(
                capacity(block, Math.max(cost, throttledCost)),
                cost,
                throttledCost,
                block.get(DEPOSIT),
                block.get(REFUND));
    }

    /** A bucket that cannot pay for one retry would never pay for any, unless that is what is wanted. */
    private static double capacity(Block block, double price) {
        double capacity = block.get(CAPACITY);
        return capacity == 0
                ? capacity
                : block.get(CAPACITY.within(Decoders.number(RetryBudget.Settings.COST.from(price))));
    }
}
