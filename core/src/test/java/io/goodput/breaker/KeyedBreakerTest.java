package io.goodput.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.Allocations;
import io.goodput.Outcome;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeyedBreakerTest {
    private static final long SECOND = 1_000_000_000;

    static Breaker.Settings[] kinds() {
        return new Breaker.Settings[] {ProportionalBreaker.Settings.STANDARD, CircuitBreaker.Settings.STANDARD};
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void one_failing_shard_of_four_costs_that_shard_only(Breaker.Settings settings) {
        var breakers = KeyedBreaker.of(settings);
        RandomGenerator random = new SplittableRandom(1);
        int[] passed = new int[4];
        for (int call = 0; call < 40_000; call++) {
            long now = SECOND + call * 1_000_000L;
            int shard = call % 4;
            Breaker breaker = breakers.of(shard, now);
            if (breaker.tryPass(now, random)) {
                passed[shard]++;
                breaker.ended(shard == 0 ? Outcome.TIMEOUT : Outcome.SUCCESS, now, now);
            }
        }
        assertThat(passed[0]).isLessThan(1_000);
        assertThat(passed).endsWith(10_000, 10_000, 10_000);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void resilience4j_709_keys_are_bounded_and_the_breakers_that_act_stay(Breaker.Settings settings) {
        // There, a registry of breakers by key grew for ever.
        var breakers = new KeyedBreaker(new KeyedBreaker.Settings(settings, 100));
        Breaker bad = breakers.of("bad", 0);
        fail(bad);

        IntStream.range(0, 100_000).forEach(i -> breakers.of("key " + i, SECOND + i));

        assertThat(breakers.size()).isEqualTo(100);
        assertThat(breakers.of("bad", 2 * SECOND)).isSameAs(bad);
    }

    @Test
    void makes_the_kind_that_its_settings_are_of() {
        assertThat(KeyedBreaker.of(ProportionalBreaker.Settings.STANDARD).of("a", 0))
                .isInstanceOf(ProportionalBreaker.class);
        assertThat(KeyedBreaker.of(CircuitBreaker.Settings.STANDARD).of("a", 0)).isInstanceOf(CircuitBreaker.class);
    }

    @Test
    void new_settings_reach_the_breakers_that_there_are_and_those_to_come() {
        var breakers = KeyedBreaker.of(ProportionalBreaker.Settings.STANDARD);
        Breaker old = breakers.of("old", 0);
        fail(old);

        var other = ProportionalBreaker.Settings.STANDARD.withSteps(0.8, 0.2);
        breakers.change(breakers.settings().withEach(other));

        assertThat(breakers.settings().each()).isEqualTo(other);
        assertThat(breakers.of("old", 1)).isSameAs(old);
        assertThat(old.admitted()).isEqualTo(0.5);
        Map<Object, Object> settings = new HashMap<>();
        breakers.of("new", 1);
        breakers.forEach((key, breaker) -> settings.put(key, breaker.settings()));
        assertThat(settings).isEqualTo(Map.of("old", other, "new", other));
    }

    @Test
    void settings_of_the_other_kind_start_anew() {
        var breakers = new KeyedBreaker(new KeyedBreaker.Settings(ProportionalBreaker.Settings.STANDARD, 7));
        fail(breakers.of("a", 0));

        breakers.change(breakers.settings().withEach(CircuitBreaker.Settings.STANDARD));

        assertThat(breakers.of("a", 1)).isInstanceOf(CircuitBreaker.class);
        assertThat(breakers.of("a", 1).admitted()).isEqualTo(1);
        assertThat(breakers.settings().keys()).isEqualTo(7);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_healthy_call_allocates_nothing(Breaker.Settings settings) throws Exception {
        var breakers = KeyedBreaker.of(settings);
        var random = new SplittableRandom(1);
        callOften(breakers, random);
        long bytes = Allocations.of(() -> callOften(breakers, random));

        assertThat(bytes).isLessThan(20_000);
    }

    private static void callOften(KeyedBreaker breakers, RandomGenerator random) {
        for (int i = 0; i < 20_000; i++) {
            Breaker breaker = breakers.of("key", i);
            if (breaker.tryPass(i, random)) {
                breaker.ended(Outcome.SUCCESS, i, i + 1);
            }
        }
    }

    private static void fail(Breaker breaker) {
        IntStream.range(0, 100).forEach(i -> breaker.ended(Outcome.TIMEOUT, 0, i < 99 ? 0 : SECOND));
        assertThat(breaker.admitted()).isLessThan(1);
    }
}
