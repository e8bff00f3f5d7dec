package io.goodput.retry;

import io.goodput.Interleavings;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;

/** A retry takes the only token, a success puts back a half. No interleaving does what one thread could not. */
public class RetryBudgetInterleavingsTest {
    private final RetryBudget budget = RetryBudget.of(1, 0.5);

    @Operation
    public boolean tryTake() {
        return budget.tryTake(RetryBudget.TOKEN);
    }

    @Operation
    public void putBack() {
        budget.putBack(RetryBudget.TOKEN);
    }

    @Operation
    public void succeeded() {
        budget.succeeded(0);
    }

    @Operation
    public long available() {
        return budget.available();
    }

    @Test
    void tokens_are_neither_lost_nor_spent_twice() {
        Interleavings.twoThreads().actorsBefore(0).check(RetryBudgetInterleavingsTest.class);
    }
}
