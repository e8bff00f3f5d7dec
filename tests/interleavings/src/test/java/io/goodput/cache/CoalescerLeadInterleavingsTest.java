package io.goodput.cache;

import io.goodput.Interleavings;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.ThreadIdGen;
import org.junit.jupiter.api.Test;

/** Two keys to be loaded, and room for one load at a time. */
public class CoalescerLeadInterleavingsTest {
    private static final int THREADS = 8;

    private final Coalescer<Integer, Object> coalescer = new Coalescer<>(new Coalescer.Settings(1, 1));
    private final long[] tokens = new long[THREADS];
    private final int[] keys = new int[THREADS];

    @Operation
    public boolean lead(@Param(gen = ThreadIdGen.class) int thread, @Param(gen = IntGen.class, conf = "1:2") int key) {
        if (!(coalescer.lead(key, Long.MAX_VALUE, 0) instanceof Joined.Leads(long token))) {
            return false;
        }
        tokens[thread] = token;
        keys[thread] = key;
        return true;
    }

    @Operation
    public boolean completed(@Param(gen = ThreadIdGen.class) int thread) {
        return coalescer.completed(keys[thread], tokens[thread], 0).current();
    }

    @Test
    void a_key_has_one_leader_at_a_time() {
        Interleavings.longSteps().check(CoalescerLeadInterleavingsTest.class);
    }
}
