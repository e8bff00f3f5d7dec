package io.goodput.retry;

import static io.goodput.Interleavings.require;

import io.goodput.Interleavings;
import java.util.concurrent.atomic.AtomicLong;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/** The capacity changes while tokens are taken and put back. */
public class RetryBudgetChangeInterleavingsTest {
    private final RetryBudget budget = RetryBudget.of(2, 1);
    private final AtomicLong spent = new AtomicLong();
    private final AtomicLong deposited = new AtomicLong();

    @Operation
    public void tryTake() {
        if (budget.tryTake(RetryBudget.TOKEN)) {
            spent.addAndGet(RetryBudget.TOKEN);
        }
    }

    @Operation
    public void succeeded() {
        deposited.addAndGet(RetryBudget.TOKEN);
        budget.succeeded(0);
    }

    @Operation
    public void change(@Param(gen = IntGen.class, conf = "1:3") int capacity) {
        budget.change(RetryBudget.Settings.of(capacity, 1));
    }

    @Validate
    public void no_more_is_spent_than_was_there_and_was_put_in() {
        long available = budget.available();
        long capacity = Math.round(budget.settings().capacity() * RetryBudget.TOKEN);
        require(available >= 0 && available <= capacity, budget::toString);
        long had = 2 * RetryBudget.TOKEN + deposited.get();
        require(spent.get() + available <= had, () -> spent + " spent of " + had + ", " + budget);
    }

    @Test
    void a_change_neither_makes_tokens_nor_leaves_more_than_fit() {
        Interleavings.twoThreads().check(RetryBudgetChangeInterleavingsTest.class);
    }
}
