package io.goodput.conformance;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Threads that have nothing to do before something happens to them. */
public final class Quiescence {
    /** Of real time: threads that take as long as that are lost. */
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(20);

    private Quiescence() {}

    /**
     * Returns when it is reached.
     *
     * @param driver tells where it is, should that never be
     */
    public static void await(BooleanSupplier reached, Object driver) {
        long since = System.nanoTime();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() - since > LONGEST) {
                throw new AssertionError("does not come to rest: " + driver);
            }
            Thread.onSpinWait();
        }
    }
}
