package io.goodput.telemetry.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.property.ForAll;
import io.goodput.property.Property;
import io.goodput.telemetry.scale.TimeScale;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TimeStripeTest {
    private static final int MORE_THAN_A_WORD_HOLDS = 1_200_000;
    private static final long MINUTES = 400_000_000_123L;

    private final MemoryBudget budget = new MemoryBudget(1 << 20);
    private final TimeStripe stripe = new TimeStripe(budget);
    private final IntervalFigures figures = new IntervalFigures(SeriesKind.TIME);

    @Property(tries = 100)
    void all_times_are_in_the_sum_and_in_their_buckets(@ForAll long seed) {
        var random = new SplittableRandom(seed);
        Map<Integer, Long> truth = new TreeMap<>();
        long sum = 0;
        for (int i = 0; i < 2_000; i++) {
            long nanos = random.nextLong(1L << random.nextInt(1, 50));
            stripe.add(nanos);
            sum += nanos;
            truth.merge(TimeScale.bucket(nanos), 1L, Long::sum);
        }
        stripe.drain(figures);

        assertThat(figures.count()).isEqualTo(2_000);
        assertThat(figures.sum()).isEqualTo(sum);
        assertThat(buckets()).isEqualTo(truth);
        assertThat(budget.taken() + TimeStripe.BYTES).isEqualTo(stripe.bytes());
    }

    @Test
    void more_times_than_a_word_holds_are_counted_all_the_same() {
        for (int i = 0; i < MORE_THAN_A_WORD_HOLDS; i++) {
            stripe.add(1_000_000);
            stripe.add(MINUTES);
        }
        stripe.drain(figures);

        assertThat(figures.sum()).isEqualTo(MORE_THAN_A_WORD_HOLDS * (1_000_000 + MINUTES));
        assertThat(buckets())
                .isEqualTo(Map.of(
                        TimeScale.bucket(1_000_000), (long) MORE_THAN_A_WORD_HOLDS, TimeScale.bucket(MINUTES), (long)
                                MORE_THAN_A_WORD_HOLDS));
        assertThat(budget.taken() + TimeStripe.BYTES).isEqualTo(stripe.bytes());
    }

    @Test
    void longer_rests_than_a_word_holds_are_summed_all_the_same() {
        long longest = TimeScale.longest(TimeScale.bucket(60_000_000_000L));
        for (int i = 0; i < 10_000; i++) {
            stripe.add(longest);
        }
        stripe.drain(figures);

        assertThat(figures.sum()).isEqualTo(10_000 * longest);
        assertThat(buckets()).isEqualTo(Map.of(TimeScale.bucket(longest), 10_000L));
    }

    @Test
    void a_word_that_is_emptied_loses_nothing_of_what_other_threads_tell() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                for (int n = 0; n < MORE_THAN_A_WORD_HOLDS; n++) {
                    stripe.add(1_000_005);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        stripe.drain(figures);

        assertThat(figures.count()).isEqualTo(4L * MORE_THAN_A_WORD_HOLDS);
        assertThat(figures.sum()).isEqualTo(4L * MORE_THAN_A_WORD_HOLDS * 1_000_005);
    }

    @Test
    void where_there_is_no_room_times_count_and_lie_in_no_bucket() {
        var cramped = new TimeStripe(new MemoryBudget(0));
        cramped.add(5);
        cramped.add(MINUTES);
        cramped.drain(figures);

        assertThat(figures.count()).isEqualTo(2);
        assertThat(figures.sum()).isEqualTo(5 + MINUTES);
        assertThat(buckets()).isEmpty();
    }

    private Map<Integer, Long> buckets() {
        Map<Integer, Long> buckets = new TreeMap<>();
        figures.eachBucket(buckets::put);
        return buckets;
    }
}
