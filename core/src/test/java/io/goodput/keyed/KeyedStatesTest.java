package io.goodput.keyed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.goodput.Allocations;
import io.goodput.keyed.KeyedStates.Lifecycle;
import io.goodput.property.ForAll;
import io.goodput.property.IntRange;
import io.goodput.property.Property;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyedStatesTest {
    /** What a key has; it says for itself whether it matters. */
    private static final class State {
        private boolean matters;
        private boolean evicted;
    }

    private static final class States implements Lifecycle<State> {
        private final Map<Object, State> live = new HashMap<>();

        @Override
        public State create(Object key, long now) {
            var state = new State();
            assertThat(live.put(key, state))
                    .as("the state that %s already had", key)
                    .isNull();
            return state;
        }

        @Override
        public boolean matters(State state, long now) {
            return state.matters;
        }

        @Override
        public void evicted(Object key, State state, long now) {
            assertThat(live.remove(key)).isSameAs(state);
            assertThat(state.evicted).isFalse();
            state.evicted = true;
        }
    }

    @Test
    void a_key_keeps_its_state() {
        var table = new KeyedStates<>(100, new States());

        State first = table.of("a", 0);

        assertThat(table.of("a", 1)).isSameAs(first);
        assertThat(table.of("b", 1)).isNotSameAs(first);
        assertThat(table.size()).isEqualTo(2);
    }

    @Test
    void peeking_makes_nothing() {
        var table = new KeyedStates<>(100, new States());
        assertThat(table.peek("a")).isNull();

        State state = table.of("a", 0);

        assertThat(table.peek("a")).isSameAs(state);
        assertThat(table.size()).isOne();
    }

    @Property(tries = 200)
    void holds_what_its_model_holds_and_never_more_than_its_bound(
            @ForAll @IntRange(min = 1, max = 40) int most,
            @ForAll @IntRange(min = 1, max = 80) int keys,
            @ForAll @IntRange(min = 1, max = 50) int idle,
            @ForAll int seed) {
        var random = new SplittableRandom(seed);
        var states = new States();
        var table = new KeyedStates<>(most, Duration.ofNanos(idle), states);
        long now = 0;
        int bound = most;
        for (int step = 0; step < 1_000; step++) {
            now += random.nextInt(3);
            if (random.nextInt(200) == 0) {
                bound = 1 + random.nextInt(most);
                table.changeMaxKeys(bound);
                table.of("another " + step, now);
            }
            Integer key = random.nextInt(keys);
            State state = table.of(key, now);
            state.matters = random.nextInt(4) == 0;

            assertThat(states.live.get(key)).isSameAs(state);
            assertThat(table.peek(key)).isSameAs(state);
            assertThat(table.size()).isEqualTo(states.live.size()).isLessThanOrEqualTo(bound);
        }
        var shown = new HashMap<>();
        table.forEach(shown::put);
        assertThat(shown).isEqualTo(states.live);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 1_000})
    void a_flood_of_keys_that_are_seen_once_evicts_none_in_steady_use(int most) {
        var states = new States();
        var table = new KeyedStates<>(most, states);
        int hot = most / 2;
        // Twice: in use, and not only new.
        IntStream.range(0, 2 * hot).forEach(i -> table.of(i % hot, i));
        var before = new HashMap<>(states.live);

        for (int i = 0; i < 100 * most; i++) {
            table.of("flood " + i, 2L * hot + i);
            // Each hot key only once for every 20 tables full of others: far too seldom to be recent.
            if (i % 40 == 0) {
                table.of(i / 40 % hot, 2L * hot + i);
            }
        }

        assertThat(states.live).containsAllEntriesOf(before);
        assertThat(table.size()).isEqualTo(most);
    }

    @Test
    void a_new_key_in_use_gets_in_through_a_flood() {
        var table = new KeyedStates<>(100, new States());
        IntStream.range(0, 300).forEach(i -> table.of(i % 100, i));
        State state = table.of("new", 300);

        for (int i = 0; i < 100_000; i++) {
            table.of("flood " + i, 300 + i);
            if (i % 5 == 0) {
                assertThat(table.of("new", 300 + i)).isSameAs(state);
            }
        }
    }

    @Test
    void keys_that_are_used_no_more_make_room() {
        var states = new States();
        var table = new KeyedStates<>(100, states);
        IntStream.range(0, 500).forEach(i -> table.of("old " + i % 100, i));

        IntStream.range(0, 100_000).forEach(i -> table.of("now " + i % 90, 500 + i));

        assertThat(states.live.keySet())
                .containsAll(IntStream.range(0, 90).mapToObj(i -> "now " + i).toList());
    }

    @Test
    void the_newest_key_is_never_the_one_evicted_for_itself() {
        var table = new KeyedStates<>(1, new States());
        for (int i = 0; i < 10; i++) {
            State state = table.of(i, i);
            assertThat(table.peek(i)).isSameAs(state);
        }
    }

    @Test
    void what_matters_is_evicted_last() {
        var states = new States();
        var table = new KeyedStates<>(100, states);
        var mattering = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            table.of("open " + i, i).matters = true;
            mattering.add("open " + i);
        }

        // Used twice each, so that they are worth as much as any.
        IntStream.range(0, 10_000).forEach(i -> table.of("other " + i / 2, 50 + i));

        assertThat(states.live.keySet()).containsAll(mattering);
    }

    @Test
    void where_everything_matters_something_goes_all_the_same() {
        var states = new States();
        var table = new KeyedStates<>(10, states);
        IntStream.range(0, 1_000).forEach(i -> table.of(i, i).matters = true);

        assertThat(table.size()).isEqualTo(10);
        assertThat(table.evictions()).isEqualTo(990);
    }

    @Test
    void an_idle_key_starts_anew_and_one_in_use_does_not() {
        var table = new KeyedStates<>(10, Duration.ofNanos(160), new States());
        State used = table.of("used", 0);
        State idle = table.of("idle", 0);
        State mattering = table.of("mattering", 0);
        mattering.matters = true;

        for (int now = 0; now <= 1_000; now += 50) {
            assertThat(table.of("used", now)).isSameAs(used);
        }

        assertThat(table.of("mattering", 1_000)).isSameAs(mattering);
        assertThat(table.of("idle", 1_000)).isNotSameAs(idle);
        assertThat(idle.evicted).isTrue();
    }

    @Test
    void idle_keys_are_forgotten_when_others_come() {
        var table = new KeyedStates<>(1_000, Duration.ofNanos(100), new States());
        IntStream.range(0, 500).forEach(i -> table.of("old " + i, 0));

        IntStream.range(0, 500).forEach(i -> table.of("new " + i, 200));

        assertThat(table.size()).isEqualTo(500);
    }

    @Test
    void a_smaller_bound_holds_from_the_next_key_on() {
        var table = new KeyedStates<>(100, new States());
        IntStream.range(0, 100).forEach(i -> table.of(i, i));

        table.changeMaxKeys(7);
        table.of("next", 100);

        assertThat(table).hasToString("KeyedStates[7 of 7]");
        assertThat(table.evictions()).isEqualTo(94);
    }

    @Test
    void work_after_a_shrink_is_bounded_however_many_keys_have_to_leave() {
        var table = new KeyedStates<>(100_000, new States());
        IntStream.range(0, 100_000).forEach(i -> table.of(i, i));

        table.changeMaxKeys(10);
        long most = 0;
        for (int i = 0; table.size() > 10; i++) {
            long before = table.evictions();
            table.of("new " + i, 100_000 + i);
            most = Math.max(most, table.evictions() - before);
        }

        assertThat(most).isBetween(2L, 128L);
    }

    @Test
    @Timeout(60)
    void whoever_walks_through_all_keys_keeps_no_new_key_waiting() {
        var table = new KeyedStates<>(10, new States());
        table.of("old", 0);
        var shown = new ArrayList<>();

        table.forEach((key, state) -> {
            shown.add(key);
            CompletableFuture.runAsync(() -> table.of("new", 0)).join();
        });

        assertThat(shown).contains("old");
        assertThat(table.size()).isEqualTo(2);
    }

    @Test
    void keys_in_use_that_all_leave_trial_do_not_do_so_in_one_look_up() {
        var looks = new AtomicInteger();
        var table = new KeyedStates<Object>(100_000, new Lifecycle<>() {
            @Override
            public Object create(Object key, long now) {
                return key;
            }

            @Override
            public boolean matters(Object state, long now) {
                looks.incrementAndGet();
                return true;
            }
        });
        IntStream.range(0, 100_000).forEach(i -> table.of(i, i));

        int most = 0;
        for (int i = 0; i < 100; i++) {
            int before = looks.get();
            table.of("new " + i, 100_000 + i);
            most = Math.max(most, looks.get() - before);
        }

        assertThat(most).isLessThanOrEqualTo(10_000);
    }

    @RepeatedTest(5)
    void threads_share_one_state_for_a_key_and_never_exceed_the_bound() throws Exception {
        int threads = 4;
        var made = new AtomicInteger();
        var gone = new AtomicInteger();
        var table = new KeyedStates<AtomicInteger>(50, new Lifecycle<>() {
            @Override
            public AtomicInteger create(Object key, long now) {
                made.incrementAndGet();
                return new AtomicInteger();
            }

            @Override
            public void evicted(Object key, AtomicInteger state, long now) {
                gone.incrementAndGet();
            }
        });
        var together = new CyclicBarrier(threads);
        var most = new AtomicInteger();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var results = IntStream.range(0, threads)
                    .<Future<?>>mapToObj(thread -> pool.submit(() -> {
                        together.await();
                        var random = new SplittableRandom(thread);
                        for (int i = 0; i < 20_000; i++) {
                            table.of(random.nextInt(100), i).incrementAndGet();
                            most.accumulateAndGet(table.size(), Math::max);
                        }
                        return null;
                    }))
                    .toList();
            for (Future<?> result : results) {
                result.get();
            }
        }

        assertThat(most).hasValueLessThanOrEqualTo(50);
        assertThat(made.get() - gone.get()).isEqualTo(table.size());
        assertThat(table.evictions()).isEqualTo(gone.get());
    }

    @Test
    void finding_a_key_allocates_nothing() throws Exception {
        var table = new KeyedStates<>(100, Duration.ofNanos(1_000), new States());
        findOften(table, 0);
        long bytes = Allocations.of(() -> findOften(table, 20_000));

        assertThat(bytes).isLessThan(20_000);
    }

    private static void findOften(KeyedStates<State> table, long now) {
        for (int i = 0; i < 20_000; i++) {
            table.of("key", now + i);
        }
    }

    @Test
    void impossible_bounds_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeyedStates<>(0, new States()))
                .withMessage("maxKeys: 0 (expected: >= 1 and <= 10000000)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeyedStates<>(1, new States()).changeMaxKeys(10_000_001))
                .withMessage("maxKeys: 10000001 (expected: >= 1 and <= 10000000)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeyedStates<>(1, Duration.ZERO, new States()))
                .withMessage("idle: 0s (expected: > 0s)");
    }
}
