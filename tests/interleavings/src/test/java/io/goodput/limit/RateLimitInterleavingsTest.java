package io.goodput.limit;

import io.goodput.Interleavings;
import io.goodput.keyed.KeyedStates;
import io.goodput.limit.RateLimit.Rate;
import io.goodput.limit.RateLimit.Settings;
import java.util.HashMap;
import java.util.Map;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Test;

/** Two keys and room for one, so that each look-up evicts the other's bucket; one permit a second, two saved up. */
public class RateLimitInterleavingsTest {
    private static final long SECOND = 1_000_000_000;
    private static final int BURST = 2;

    private final RateLimit limit = new RateLimit(new Settings(new Rate(1, BURST), null, 1));

    @Operation
    public boolean tryAcquire(
            @Param(gen = IntGen.class, conf = "1:2") int key, @Param(gen = IntGen.class, conf = "0:1") int second) {
        return limit.tryAcquire(key, second * SECOND);
    }

    /** What is to be seen from outside: a bucket for each key, and no eviction. */
    public static final class Buckets {
        private final Map<Integer, Integer> fullAt = new HashMap<>();

        public boolean tryAcquire(int key, int second) {
            int then = Math.max(fullAt.getOrDefault(key, 0), second) + 1;
            if (then - second > BURST) {
                return false;
            }
            fullAt.put(key, then);
            return true;
        }
    }

    @Test
    void a_key_is_given_no_more_than_its_burst_and_its_rate_though_its_bucket_is_evicted() {
        Interleavings.twoThreads()
                .addGuarantee(Interleavings.atomic(KeyedStates.class))
                .sequentialSpecification(Buckets.class)
                .check(RateLimitInterleavingsTest.class);
    }
}
