package io.goodput.retry;

import io.goodput.Interleavings;
import io.goodput.Outcome;
import java.time.Duration;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Test;

/** Throttled, and so at its lowest rate, one request in two seconds; nobody waits. */
public class AdaptiveRateInterleavingsTest {
    private static final long SECOND = 1_000_000_000;

    private final AdaptiveRate rate = new AdaptiveRate(new AdaptiveRate.Settings(Duration.ZERO));

    public AdaptiveRateInterleavingsTest() {
        rate.ended(Outcome.THROTTLED, 0);
    }

    @Operation
    public Reservation acquire(@Param(gen = IntGen.class, conf = "0:4") int second) {
        return rate.acquire(second * SECOND);
    }

    @Operation
    public void putBack() {
        rate.putBack();
    }

    @Operation
    public double rate() {
        return rate.rate();
    }

    @Test
    void a_token_is_given_once() {
        Interleavings.twoThreads().check(AdaptiveRateInterleavingsTest.class);
    }
}
