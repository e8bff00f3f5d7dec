package io.goodput.limit;

import static io.goodput.Interleavings.require;

import io.goodput.Interleavings;
import io.goodput.keyed.KeyedStates;
import io.goodput.limit.RateLimit.Rate;
import io.goodput.limit.RateLimit.Settings;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/** Two permits for each of three keys, three for all of them, at one instant. */
public class OverallRateInterleavingsTest {
    private static final int OVERALL = 3;

    private final RateLimit limit =
            new RateLimit(new Settings(new Rate(1, 2), null, 2).withOverall(new Rate(1, OVERALL)));
    private final AtomicInteger given = new AtomicInteger();

    @Operation
    public void tryAcquire(@Param(gen = IntGen.class, conf = "1:3") int key) {
        if (limit.tryAcquire(key, 0)) {
            given.incrementAndGet();
        }
    }

    @Validate
    public void all_keys_together_are_given_no_more_than_the_overall_burst() {
        require(given.get() <= OVERALL, () -> given + " given");
    }

    @Test
    void the_overall_limit_holds() {
        Interleavings.twoThreads()
                .addGuarantee(Interleavings.atomic(KeyedStates.class))
                .check(OverallRateInterleavingsTest.class);
    }
}
