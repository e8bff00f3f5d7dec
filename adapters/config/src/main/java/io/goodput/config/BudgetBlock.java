package io.goodput.config;

import io.goodput.retry.RetryBudget;

/**
 * The block of a {@link RetryBudget}: {@code {capacity: 10, deposit: 0.1}}, or the word {@code standard}. A retry costs
 * 1 token unless {@code cost} says otherwise, after a throttle the same unless {@code throttled-cost} does, and a
 * success puts back the deposit, or with {@code refund: true} what its own last retry took if that is more.
 */
final class BudgetBlock {
    private static final double MOST = 1e9;

    private BudgetBlock() {}

    static Decoder<RetryBudget.Settings> decoder() {
        return Decoders.wordOr(
                "standard",
                RetryBudget.Settings.STANDARD,
                Decoder.of("a block such as {capacity: 10, deposit: 0.1}", BudgetBlock::decode));
    }

    private static RetryBudget.Settings decode(Node node) {
        Block block = node.block("capacity", "deposit", "cost", "throttled-cost", "refund");
        Decoder<Double> tokens = Decoders.number(0, MOST);
        double cost = block.optional("cost", tokens, 1.0);
        return new RetryBudget.Settings(
                block.required("capacity", tokens),
                cost,
                block.optional("throttled-cost", tokens, cost),
                block.required("deposit", tokens),
                block.optional("refund", Decoders.bool(), false));
    }
}
