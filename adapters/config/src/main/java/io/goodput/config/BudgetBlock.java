package io.goodput.config;

import io.goodput.retry.RetryBudget;

/**
 * The block of a {@link RetryBudget}: {@code {capacity: 10, deposit: 0.1}}, or the word {@code standard}. A retry costs
 * 1 token unless {@code cost} says otherwise, after a throttle the same unless {@code throttled-cost} does, and a
 * success puts back the deposit, or with {@code refund: true} what its own last retry took if that is more.
 */
final class BudgetBlock {
    private BudgetBlock() {}

    static Decoder<RetryBudget.Settings> decoder() {
        return Decoders.wordOr(
                "standard",
                RetryBudget.Settings.STANDARD,
                Decoder.of("a block such as {capacity: 10, deposit: 0.1}", BudgetBlock::decode));
    }

    private static RetryBudget.Settings decode(Node node) {
        Block block = node.block("capacity", "deposit", "cost", "throttled-cost", "refund");
        Decoder<Double> price = Decoders.number(RetryBudget.Settings.COST);
        double cost = block.optional("cost", price, 1.0);
        double throttledCost = block.optional("throttled-cost", price, cost);
        return new RetryBudget.Settings(
                // A bucket that cannot pay for one retry would never pay for any.
                block.required(
                        "capacity", Decoders.number(RetryBudget.Settings.COST.from(Math.max(cost, throttledCost)))),
                cost,
                throttledCost,
                block.required("deposit", Decoders.number(RetryBudget.Settings.DEPOSIT)),
                block.optional("refund", Decoders.bool(), false));
    }

    static Written written(RetryBudget.Settings budget) {
        return new BlockWriter()
                .number("capacity", budget.capacity())
                .number("deposit", budget.deposit())
                .number("cost", budget.cost())
                .number("throttled-cost", budget.throttledCost())
                .bool("refund", budget.refund())
                .written();
    }
}
