package io.goodput.keyed;

import static io.goodput.Interleavings.require;

import io.goodput.Interleavings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/** Three keys, room for two; a key that was not asked for since yesterday starts anew. */
public class KeyedStatesInterleavingsTest {
    private static final int ROOM = 2;
    private static final Duration IDLE = Duration.ofNanos(16);

    private final Ledger ledger = new Ledger();
    private final KeyedStates<Integer> states = new KeyedStates<>(ROOM, IDLE, ledger);

    /** Which keys have a state, by what the table tells; it tells so under its lock. */
    private static final class Ledger implements KeyedStates.Lifecycle<Integer> {
        private final Set<Object> live = new HashSet<>();
        private final List<String> faults = new ArrayList<>();

        @Override
        public Integer create(Object key, long now) {
            note(live.add(key), key + " has two states");
            note(live.size() <= ROOM, "too many states: " + live);
            return (Integer) key;
        }

        @Override
        public void evicted(Object key, Integer state, long now) {
            note(live.remove(key), key + " was evicted twice");
        }

        private void note(boolean right, String fault) {
            if (!right) {
                faults.add(fault);
            }
        }
    }

    @Operation
    public int of(@Param(gen = IntGen.class, conf = "1:3") int key, @Param(gen = IntGen.class, conf = "0:1") int day) {
        return states.of(key, day * IDLE.toNanos());
    }

    @Validate
    public void the_table_and_what_it_told_agree() {
        require(ledger.faults.isEmpty(), ledger.faults::toString);
        Set<Object> keys = new HashSet<>();
        states.forEach((key, state) -> keys.add(key));
        require(keys.equals(ledger.live), () -> keys + " in the table, told of " + ledger.live);
    }

    @Test
    void a_key_has_one_state_at_a_time_and_there_are_never_too_many() {
        Interleavings.twoThreads().check(KeyedStatesInterleavingsTest.class);
    }
}
