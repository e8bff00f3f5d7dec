package io.goodput.breaker;

import static io.goodput.Interleavings.require;

import io.goodput.Interleavings;
import io.goodput.Outcome;
import io.goodput.breaker.ProportionalBreaker.Settings;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/** All calls started at 0 and failed, some at once and some after a window; a window needs one call. */
public class ProportionalBreakerInterleavingsTest {
    private static final long WINDOW = Settings.STANDARD.window().toNanos();

    private final ProportionalBreaker breaker = new ProportionalBreaker(Settings.STANDARD.withMinCalls(1));

    @Operation
    public void failed(@Param(gen = IntGen.class, conf = "0:1") int windows) {
        breaker.ended(Outcome.TIMEOUT, 0, windows * WINDOW);
    }

    @Validate
    public void what_was_answered_by_a_decrease_is_not_answered_by_another() {
        require(breaker.admitted() >= 0.5, breaker::toString);
    }

    @Test
    void a_window_ends_once() {
        Interleavings.threeThreads().check(ProportionalBreakerInterleavingsTest.class);
    }
}
