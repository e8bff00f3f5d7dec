package io.goodput.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BreakerSnapshotTest {
    private static final long SECOND = 1_000_000_000L;
    private static final CircuitBreaker.Settings CIRCUIT = CircuitBreaker.Settings.STANDARD
            .withCalls(2, 2)
            .withOpen(Duration.ofSeconds(1))
            .withProbes(1);

    private final RandomGenerator random = new SplittableRandom(1);

    @Test
    void all_is_zero_where_nothing_has_happened() {
        assertThat(new CircuitBreaker(CIRCUIT).snapshot()).isEqualTo(new BreakerSnapshot(1, 0, 0, 0, 0, 0));
        assertThat(KeyedBreaker.of(CIRCUIT).snapshot()).isEqualTo(new BreakerSnapshot(1, 0, 0, 0, 0, 0));
    }

    @Test
    void a_circuit_breaker_counts_failures_drops_and_changes() {
        var breaker = new CircuitBreaker(CIRCUIT);

        open(breaker, 0);
        assertThat(breaker.snapshot()).isEqualTo(new BreakerSnapshot(1, 1, 2, 1, 1, 0));
        breaker.tryPass(2 + SECOND, random);
        breaker.ended(Outcome.SUCCESS, 2 + SECOND, 3 + SECOND);

        assertThat(breaker.snapshot()).isEqualTo(new BreakerSnapshot(1, 0, 2, 1, 1, 2));
    }

    @Test
    void a_proportional_breaker_counts_each_change_of_its_share() {
        var breaker = new ProportionalBreaker(
                ProportionalBreaker.Settings.STANDARD.withMinCalls(1).withSteps(0.5, 0.25));

        long now = 0;
        for (Outcome outcome : List.of(Outcome.SUCCESS, Outcome.TIMEOUT, Outcome.SUCCESS, Outcome.SUCCESS)) {
            now += 10 * SECOND;
            breaker.ended(outcome, now, now);
            breaker.ended(outcome, now, now + 2 * SECOND);
        }

        assertThat(breaker.snapshot()).isEqualTo(new BreakerSnapshot(1, 0, 2, 0, 1, 2));
    }

    @Test
    void what_evicted_breakers_did_still_counts() {
        var breakers = new KeyedBreaker(new KeyedBreaker.Settings(CIRCUIT, 2));
        open(breakers.of("a", 0), 0);
        open(breakers.of("b", 0), 0);
        assertThat(breakers.snapshot()).isEqualTo(new BreakerSnapshot(3, 2, 4, 2, 2, 0));

        breakers.of("c", 1);
        breakers.of("d", 1);
        breakers.of("e", 1);

        BreakerSnapshot later = breakers.snapshot();
        assertThat(later.breakers()).isEqualTo(3);
        assertThat(later.failed()).isEqualTo(4);
        assertThat(later.dropped()).isEqualTo(2);
        assertThat(later.lowered()).isEqualTo(2);
        assertThat(breakers.of("new", 2).snapshot()).isEqualTo(new BreakerSnapshot(1, 0, 0, 0, 0, 0));
    }

    /** Two failures, and one that is not let through. */
    private void open(Breaker breaker, long now) {
        breaker.ended(Outcome.TIMEOUT, now, now + 1);
        breaker.ended(Outcome.TIMEOUT, now, now + 2);
        assertThat(breaker.tryPass(now + 3, random)).isFalse();
    }
}
