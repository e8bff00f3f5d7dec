package io.goodput.logging;

import io.goodput.Interleavings;
import io.goodput.logging.LogLimiter.Settings;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/** Two kinds and room for one, so that one leaves while lines of it come; one line at once, one a second. */
public class LogLimiterInterleavingsTest {
    private static final long SECOND = 1_000_000_000;

    private final LogLimiter<Integer> limiter =
            new LogLimiter<>(Settings.STANDARD.withBurst(1).withMaxKinds(1));

    private final AtomicLong logged = new AtomicLong();
    private final AtomicLong seen = new AtomicLong();

    @Operation
    public void log(
            @Param(gen = IntGen.class, conf = "1:2") int place, @Param(gen = IntGen.class, conf = "0:2") int second) {
        logged.incrementAndGet();
        LogDecision<Integer> decision = limiter.decide(place, Level.INFO, "n", null, second * SECOND);
        if (decision instanceof LogDecision.Through<Integer>(var before)) {
            seen.addAndGet(before == null ? 1 : 1 + before.lines());
        }
    }

    @Operation
    public void rest() {
        saw(limiter.rest(2 * SECOND));
    }

    private void saw(List<HeldBack<Integer>> told) {
        for (int i = 0; i < told.size(); i++) {
            seen.addAndGet(told.get(i).lines());
        }
    }

    @Validate
    public void what_is_written_and_told_is_what_was_logged() {
        saw(limiter.rest(2 * SECOND));
        long all = logged.get();
        Interleavings.require(seen.get() == all, () -> seen.get() + " of " + all);
    }

    @Test
    void no_line_is_lost_and_none_is_told_twice() {
        Interleavings.twoThreads()
                .addGuarantee(Interleavings.unwatched("io.goodput.bounds.Shown"))
                .check(LogLimiterInterleavingsTest.class);
    }
}
