package io.goodput.limit;

import static io.goodput.Interleavings.require;

import io.goodput.Interleavings;
import io.goodput.Outcome;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.ThreadIdGen;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/** A fixed limit that is changed, and threads that release what they acquired. */
public class ConcurrencyLimitInterleavingsTest {
    private static final int THREADS = 8;

    private final ConcurrencyLimit limit = new ConcurrencyLimit(new FixedLimit(2));
    private final int[] held = new int[THREADS];

    @Operation
    public boolean tryAcquire(@Param(gen = ThreadIdGen.class) int thread) {
        boolean acquired = limit.tryAcquire();
        held[thread] += acquired ? 1 : 0;
        return acquired;
    }

    @Operation
    public boolean release(@Param(gen = ThreadIdGen.class) int thread) {
        if (held[thread] == 0) {
            return false;
        }
        held[thread]--;
        limit.release(Outcome.SUCCESS, 0, 1);
        return true;
    }

    @Operation
    public void change(@Param(gen = IntGen.class, conf = "1:3") int to) {
        limit.change(new FixedLimit(to));
    }

    @Operation
    public int limit() {
        return limit.limit();
    }

    @Validate
    public void no_permit_is_lost() {
        require(limit.inFlight() == IntStream.of(held).sum(), () -> Arrays.toString(held) + " held, " + limit);
    }

    @Test
    void in_flight_never_exceeds_the_limit() {
        Interleavings.twoThreads().check(ConcurrencyLimitInterleavingsTest.class);
        Interleavings.threeThreads().check(ConcurrencyLimitInterleavingsTest.class);
    }
}
