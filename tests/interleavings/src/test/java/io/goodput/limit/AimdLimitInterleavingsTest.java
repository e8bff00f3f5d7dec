package io.goodput.limit;

import static io.goodput.Interleavings.require;

import io.goodput.Interleavings;
import io.goodput.Outcome;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jetbrains.lincheck.datastructures.BooleanGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.ThreadIdGen;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/** A limit that learns from how calls end, and may be told to be a fixed one. */
public class AimdLimitInterleavingsTest {
    private static final int THREADS = 8;
    private static final AimdLimit LEARNING =
            AimdLimit.STANDARD.withLimits(2, 1, 3).withDecrease(0.5).withUsed(0);

    private final ConcurrencyLimit limit = new ConcurrencyLimit(LEARNING);
    private final int[] held = new int[THREADS];

    @Operation
    public void tryAcquire(@Param(gen = ThreadIdGen.class) int thread) {
        held[thread] += limit.tryAcquire() ? 1 : 0;
    }

    @Operation
    public void succeeded(@Param(gen = ThreadIdGen.class) int thread) {
        release(thread, Outcome.SUCCESS);
    }

    @Operation
    public void throttled(@Param(gen = ThreadIdGen.class) int thread) {
        release(thread, Outcome.THROTTLED);
    }

    private void release(int thread, Outcome outcome) {
        if (held[thread] > 0) {
            held[thread]--;
            limit.release(outcome, 1, 2);
        }
    }

    @Operation
    public void change(@Param(gen = BooleanGen.class) boolean learning) {
        limit.change(learning ? LEARNING : new FixedLimit(2));
    }

    @Validate
    public void what_is_learnt_stays_within_bounds() {
        var settings = limit.settings();
        require(limit.limit() >= settings.min() && limit.limit() <= settings.max(), limit::toString);
        require(limit.inFlight() == IntStream.of(held).sum(), () -> Arrays.toString(held) + " held, " + limit);
    }

    @Test
    void no_permit_is_lost_while_the_limit_moves() {
        Interleavings.twoThreads().check(AimdLimitInterleavingsTest.class);
    }
}
