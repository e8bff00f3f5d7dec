package io.goodput.hedge;

import io.goodput.Interleavings;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;

/** One hedge at once, and one more for every two calls. */
public class HedgeBudgetInterleavingsTest {
    private final HedgePolicy policy =
            new HedgePolicy(HedgePolicy.Settings.STANDARD.withCapacity(1).withShare(0.5));

    @Operation
    public boolean tryTake() {
        return policy.tryTake();
    }

    @Operation
    public void putBack() {
        policy.putBack();
    }

    @Operation
    public void callBegan() {
        policy.callBegan();
    }

    @Test
    void hedges_never_exceed_their_share_of_the_calls() {
        Interleavings.twoThreads().check(HedgeBudgetInterleavingsTest.class);
    }
}
