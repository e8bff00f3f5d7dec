package io.goodput.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.goodput.meter.LittlesLaw.Settings;
import io.goodput.property.ForAll;
import io.goodput.property.Property;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class LittlesLawTest {
    private static final long MS = 1_000_000;
    private static final long SECOND = 1_000 * MS;

    private final LittlesLaw dependency = new LittlesLaw(new Settings(Duration.ofSeconds(1), 0.2), 0);

    /** Calls by when they began and when they will end. */
    private final PriorityQueue<long[]> running = new PriorityQueue<>(Comparator.comparingLong(call -> call[1]));

    @Test
    void concurrency_is_the_rate_times_the_latency() {
        // 100 a second of 50 ms each: 5 at a time.
        steady(10 * MS, 50 * MS, 0, 2 * SECOND);

        assertThat(dependency.concurrency(2 * SECOND)).isCloseTo(5, within(0.1));
        assertThat(dependency.rate(2 * SECOND)).isCloseTo(100, within(1.0));
        assertThat(dependency.meanLatency(2 * SECOND)).isCloseTo(50.0 * MS, within(1.0));
        assertThat(dependency.rateTimesLatency(2 * SECOND)).isCloseTo(5, within(0.1));
        assertThat(dependency.agrees(2 * SECOND)).isTrue();
    }

    @Test
    void calls_that_hang_are_seen_before_any_latency_is() {
        steady(10 * MS, 50 * MS, 0, 2 * SECOND);
        for (long from = 2 * SECOND; from < 4 * SECOND; from += 50 * MS) {
            dependency.began(from); // one in five never ends
            steady(12 * MS, 50 * MS, from, from + 48 * MS);
        }

        assertThat(dependency.meanLatency(4 * SECOND)).isCloseTo(50.0 * MS, within(1.0));
        assertThat(dependency.concurrency(4 * SECOND)).isGreaterThan(15);
        assertThat(dependency.agrees(4 * SECOND)).isFalse();
        assertThat(dependency.inFlight()).isGreaterThanOrEqualTo(40);
    }

    @Test
    void an_idle_dependency_agrees_with_everything() {
        assertThat(dependency.agrees(10 * SECOND)).isTrue();
        assertThat(dependency.concurrency(10 * SECOND)).isZero();
        assertThat(dependency.meanLatency(10 * SECOND)).isNaN();
        assertThat(dependency.rateTimesLatency(10 * SECOND)).isNaN();
    }

    @Test
    void calls_none_of_which_has_ended_agree_with_nothing() {
        dependency.began(0);

        assertThat(dependency.agrees(SECOND)).isFalse();
    }

    @Property(tries = 50)
    void both_sides_agree_in_a_steady_state_whatever_the_distribution(@ForAll long seed) {
        var random = new SplittableRandom(seed);
        var law = new LittlesLaw(new Settings(Duration.ofSeconds(1), 0.2), 0);
        running.clear();
        long now = 0;
        while (now < 4 * SECOND) {
            now += Math.round(-Math.log(1 - random.nextDouble()) * 2 * MS);
            endUntil(law, running, now);
            law.began(now);
            long takes = random.nextInt(10) == 0 ? 20 * MS : random.nextLong(4 * MS);
            running.add(new long[] {now, now + takes});
        }
        endUntil(law, running, now);

        assertThat(law.concurrency(now)).isCloseTo(law.rateTimesLatency(now), within(0.2));
        assertThat(law.agrees(now)).isTrue();
    }

    @Test
    void threads_together_lose_no_time() throws Exception {
        var law = new LittlesLaw(new Settings(Duration.ofSeconds(10), 0.2), 0);
        try (var executor = Executors.newFixedThreadPool(8)) {
            var all = new ArrayList<Future<?>>();
            for (int i = 0; i < 8; i++) {
                all.add(executor.submit(() -> {
                    for (int n = 0; n < 10_000; n++) {
                        law.began(MS);
                        law.ended(MS, 3 * MS);
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }

        assertThat(law.concurrency(SECOND)).isCloseTo(160, within(0.2));
        assertThat(law.rate(SECOND)).isEqualTo(80_000);
        assertThat(law.inFlight()).isZero();
    }

    @Test
    void tells_what_a_load_needs() {
        assertThat(LittlesLaw.concurrency(200, Duration.ofMillis(50))).isCloseTo(10, within(1e-9));
        assertThat(LittlesLaw.poolSize(200, Duration.ofMillis(50), 0.7)).isEqualTo(15);
        assertThat(LittlesLaw.poolSize(0, Duration.ZERO, 1)).isEqualTo(1);
        assertThat(LittlesLaw.poolSize(1e300, Duration.ofDays(1), 1)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void impossible_loads_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LittlesLaw.concurrency(Double.NaN, Duration.ZERO))
                .withMessage("ratePerSecond: NaN (expected: >= 0 and finite)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LittlesLaw.concurrency(1, Duration.ofMillis(-1)))
                .withMessage("meanLatency: -1ms (expected: >= 0s)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LittlesLaw.poolSize(1, Duration.ofMillis(1), 0))
                .withMessage("utilisation: 0 (expected: > 0 and <= 1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settings(Duration.ofSeconds(1), -1))
                .withMessage("tolerance: -1 (expected: >= 0 and <= 1)");
    }

    /** A call every {@code gap}, each of the same latency; what still runs at the end goes on. */
    private void steady(long gap, long latency, long from, long until) {
        for (long at = from; at < until; at += gap) {
            endUntil(dependency, running, at);
            dependency.began(at);
            running.add(new long[] {at, at + latency});
        }
        endUntil(dependency, running, until);
    }

    private static void endUntil(LittlesLaw law, PriorityQueue<long[]> running, long now) {
        while (!running.isEmpty() && running.element()[1] <= now) {
            long[] call = running.remove();
            law.ended(call[0], call[1]);
        }
    }
}
