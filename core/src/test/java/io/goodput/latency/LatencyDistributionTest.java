package io.goodput.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.goodput.Allocations;
import io.goodput.bounds.Shown;
import io.goodput.property.ForAll;
import io.goodput.property.IntRange;
import io.goodput.property.LongRange;
import io.goodput.property.Property;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatencyDistributionTest {
    private static final long SECOND = 1_000_000_000;
    private static final double[] PERCENTILES = {0, 1, 25, 50, 90, 95, 99, 99.9, 99.99, 100};

    private final LatencyDistribution latencies = new LatencyDistribution(Duration.ofSeconds(30));

    @Test
    void nothing_is_known_at_first() {
        assertThat(latencies.count(0)).isZero();
        assertThat(latencies.percentile(50, 0)).isEqualTo(Latencies.NONE);
    }

    @Property(tries = 100)
    void every_percentile_is_that_of_the_exact_order_statistics_to_within_3_1_percent(
            @ForAll @IntRange(min = 1, max = 3_000) int size, @ForAll @LongRange(min = 0) long seed) {
        var random = new SplittableRandom(seed);
        var distribution = new LatencyDistribution(Duration.ofSeconds(30));
        long[] exact = new long[size];
        for (int i = 0; i < size; i++) {
            exact[i] = (long) Math.pow(2, random.nextDouble(45));
            distribution.record(exact[i], 5 * SECOND);
        }
        Arrays.sort(exact);

        assertThat(distribution.count(5 * SECOND)).isEqualTo(size);
        for (double p : PERCENTILES) {
            long rank = Math.max(1, (long) Math.ceil(p * size / 100 - 1e-9));
            long value = exact[(int) rank - 1];
            assertThat((double) distribution.percentile(p, 5 * SECOND))
                    .as("p%s", p)
                    .isCloseTo((double) value, Offset.offset(Math.max(32, value / 32.0)));
        }
    }

    @Property(tries = 1_000)
    void every_latency_is_kept_to_within_3_1_percent_or_32_ns(
            @ForAll @LongRange(min = 0, max = (1L << 45) - 1) long nanos) {
        var distribution = new LatencyDistribution(Duration.ofSeconds(30));
        distribution.record(nanos, 0);

        assertThat((double) distribution.percentile(50, 0))
                .isCloseTo((double) nanos, Offset.offset(Math.max(32, nanos / 32.0)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 45, 1L << 60, Long.MAX_VALUE})
    void what_takes_longer_than_ten_hours_counts_as_that(long nanos) {
        latencies.record(nanos, 0);

        assertThat(latencies.count(0)).isOne();
        assertThat(Duration.ofNanos(latencies.percentile(50, 0))).isBetween(Duration.ofHours(9), Duration.ofHours(10));
    }

    @Test
    void a_latency_is_remembered_for_two_thirds_of_the_window_at_least_and_no_longer_than_all_of_it() {
        for (long recorded = 0; recorded < 90; recorded++) {
            var distribution = new LatencyDistribution(Duration.ofSeconds(30));
            distribution.record(1_000_000, recorded * SECOND);
            assertThat(distribution.count((recorded + 20) * SECOND)).isOne();
            assertThat(distribution.count((recorded + 30) * SECOND)).isZero();
        }
    }

    @Property(tries = 50)
    void what_is_remembered_is_what_was_recorded_in_the_running_slice_and_the_two_before(
            @ForAll @LongRange(min = 0) long seed) {
        var random = new SplittableRandom(seed);
        var distribution = new LatencyDistribution(Duration.ofSeconds(3));
        var slices = new ArrayDeque<Long>();
        long now = 0;
        for (int i = 0; i < 500; i++) {
            now += random.nextInt(100) == 0 ? random.nextLong(10 * SECOND) : random.nextLong(SECOND / 50);
            distribution.record(random.nextLong(1_000_000), now);
            slices.add(now / SECOND);
            long oldest = now / SECOND - 2;
            slices.removeIf(slice -> slice < oldest);
            assertThat(distribution.count(now)).isEqualTo(slices.size());
        }
    }

    @Test
    void an_idle_time_of_any_length_leaves_nothing_behind() {
        // A whole number of turns of the ring lies between the two: the same words, and not the same time.
        for (long turns = 1; turns < 1L << 32; turns *= 2) {
            var distribution = new LatencyDistribution(Duration.ofSeconds(1));
            long slice = Math.ceilDiv(SECOND, 3);
            distribution.record(1_000_000, 5 * slice);
            long later = (5 + 3 * turns) * slice;
            assertThat(distribution.count(later)).isZero();

            distribution.record(1_000_000, later);
            assertThat(distribution.count(later)).isOne();
        }
    }

    @Test
    void the_last_instant_of_a_ticker_is_as_good_as_any() {
        long end = 1L << 62;
        var distribution = new LatencyDistribution(Duration.ofSeconds(1));
        distribution.record(1_000_000, 0);
        distribution.record(1_000_000, end);
        assertThat(distribution.count(end)).isOne();
    }

    @Test
    void a_thread_that_comes_late_counts_for_its_own_time_or_not_at_all() {
        latencies.record(1_000_000, 35 * SECOND);
        latencies.record(2_000_000, 25 * SECOND);
        assertThat(latencies.count(35 * SECOND)).isEqualTo(2);
        assertThat(latencies.count(50 * SECOND)).isOne();

        latencies.record(1_000_000, 4 * SECOND);
        assertThat(latencies.count(35 * SECOND)).isEqualTo(2);
    }

    @Test
    void a_negative_latency_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> latencies.record(-1, 0))
                .withMessage("nanos: -1 (expected: >= 0)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0.999S", "PT24H0.001S", "PT-1S"})
    void a_window_out_of_bounds_is_refused(Duration window) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LatencyDistribution(window))
                .withMessage("window: " + Shown.of(window) + " (expected: >= 1s and <= 1d)");
    }

    @RepeatedTest(10)
    void threads_that_cross_slices_each_in_its_own_time_lose_and_invent_no_count() throws Exception {
        // Whoever finds a word of an earlier turn starts it anew, while others count into it: no count is lost by that,
        // none is moved to a newer slice, and latecomers spoil nothing.
        int threads = 4;
        int each = 20_000;
        int slices = 20;
        var distribution = new LatencyDistribution(Duration.ofSeconds(3));
        var together = new CyclicBarrier(threads);
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            var results = new ArrayList<Future<?>>();
            for (int t = 0; t < threads; t++) {
                results.add(executor.submit(() -> {
                    together.await();
                    for (int i = 0; i < each; i++) {
                        distribution.record(1_000_000, i * (slices * SECOND / each));
                    }
                    return null;
                }));
            }
            for (Future<?> result : results) {
                result.get();
            }
        }
        for (int slice = slices - 1; slice <= slices + 1; slice++) {
            long remembered = (long) threads * each / slices * (slices + 2 - slice);
            assertThat(distribution.count(slice * SECOND)).isEqualTo(remembered);
        }
    }

    @Test
    void recording_allocates_nothing_not_even_when_the_window_moves() throws Exception {
        int records = 100_000;
        recordOften(records);
        long bytes = Allocations.of(() -> recordOften(records));

        assertThat(bytes).isLessThan(records / 100);
    }

    private void recordOften(int records) {
        for (int i = 0; i < records; i++) {
            latencies.record(i * 1_000L, i * SECOND / 100);
        }
    }
}
