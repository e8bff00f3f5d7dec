package io.goodput.breaker;

import io.goodput.Interleavings;
import io.goodput.Outcome;
import io.goodput.breaker.CircuitBreaker.Settings;
import java.time.Duration;
import java.util.SplittableRandom;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.ThreadIdGen;
import org.junit.jupiter.api.Test;

/** Open, and the time for which it is has just passed: two calls may probe. */
public class CircuitBreakerInterleavingsTest {
    private static final int THREADS = 8;
    private static final Duration OPEN = Duration.ofMillis(1);
    private static final long THEN = OPEN.toNanos();

    private final CircuitBreaker breaker =
            new CircuitBreaker(Settings.STANDARD.withCalls(1, 1).withOpen(OPEN).withProbes(2));
    private final int[] underWay = new int[THREADS];

    public CircuitBreakerInterleavingsTest() {
        breaker.ended(Outcome.TIMEOUT, 0, 0);
    }

    @Operation
    public boolean tryPass(@Param(gen = ThreadIdGen.class) int thread) {
        boolean passed = breaker.tryPass(THEN, new SplittableRandom(0));
        underWay[thread] += passed ? 1 : 0;
        return passed;
    }

    @Operation
    public boolean succeeded(@Param(gen = ThreadIdGen.class) int thread) {
        return ended(thread, Outcome.SUCCESS);
    }

    @Operation
    public boolean failed(@Param(gen = ThreadIdGen.class) int thread) {
        return ended(thread, Outcome.TIMEOUT);
    }

    @Operation
    public boolean cancelled(@Param(gen = ThreadIdGen.class) int thread) {
        return ended(thread, Outcome.CANCELLED);
    }

    private boolean ended(int thread, Outcome outcome) {
        if (underWay[thread] == 0) {
            return false;
        }
        underWay[thread]--;
        breaker.ended(outcome, THEN, THEN);
        return true;
    }

    @Operation
    public double admitted() {
        return breaker.admitted();
    }

    @Test
    void half_open_it_lets_no_more_probes_through_than_it_may() {
        Interleavings.twoThreads().check(CircuitBreakerInterleavingsTest.class);
        Interleavings.threeThreads().check(CircuitBreakerInterleavingsTest.class);
    }
}
