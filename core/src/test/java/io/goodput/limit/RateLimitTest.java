package io.goodput.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.goodput.Allocations;
import io.goodput.bounds.Shown;
import io.goodput.limit.RateLimit.Rate;
import io.goodput.limit.RateLimit.Settings;
import io.goodput.property.DoubleRange;
import io.goodput.property.ForAll;
import io.goodput.property.IntRange;
import io.goodput.property.Property;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {
    private static final long SECOND = 1_000_000_000;
    private static final long MILLI = 1_000_000;

    @Test
    void gives_a_burst_at_once_and_then_the_rate() {
        var limit = new RateLimit(Settings.of(10));
        assertThat(taken(limit, "a", SECOND)).isEqualTo(10);
        assertThat(limit.tryAcquire("a", SECOND + 100 * MILLI - 1)).isFalse();
        assertThat(limit.tryAcquire("a", SECOND + 100 * MILLI)).isTrue();
        assertThat(taken(limit, "a", 2 * SECOND)).isEqualTo(9);
        assertThat(taken(limit, "a", 100 * SECOND)).isEqualTo(10);
    }

    @Test
    void a_rate_that_is_no_whole_number_of_nanoseconds_is_rounded_so_that_it_never_gives_too_much() {
        var limit = new RateLimit(Settings.of(3).withBurst(1));
        assertThat(limit.tryAcquire("a", SECOND)).isTrue();
        assertThat(limit.tryAcquire("a", SECOND + 333_333_333)).isFalse();
        assertThat(limit.tryAcquire("a", SECOND + 333_333_334)).isTrue();
    }

    @Test
    void keys_have_nothing_to_do_with_each_other() {
        var limit = new RateLimit(Settings.of(10));
        assertThat(taken(limit, "a", SECOND)).isEqualTo(10);
        assertThat(taken(limit, "b", SECOND)).isEqualTo(10);
    }

    @Test
    void takes_several_or_none() {
        var limit = new RateLimit(Settings.of(10));
        assertThat(limit.tryAcquire("a", 7, SECOND)).isTrue();
        assertThat(limit.tryAcquire("a", 4, SECOND)).isFalse();
        assertThat(limit.tryAcquire("a", 3, SECOND)).isTrue();
        assertThat(limit.tryAcquire("b", 11, SECOND)).isFalse();
        assertThat(limit.availability("b", 11, SECOND)).isEqualTo(new Availability.Never());
    }

    @Property(tries = 100)
    void says_when_there_will_be_permits_to_the_nanosecond(
            @ForAll @DoubleRange(min = 0.1, max = 1_000) double perSecond,
            @ForAll @IntRange(min = 1, max = 100) int burst,
            @ForAll int seed) {
        var random = new SplittableRandom(seed);
        var limit = new RateLimit(Settings.of(perSecond).withBurst(burst));
        long now = SECOND;
        for (int step = 0; step < 100; step++) {
            now += random.nextLong(SECOND);
            int permits = 1 + random.nextInt(burst);
            long wait = ((Availability.After) limit.availability("a", permits, now)).nanos();
            if (wait > 0) {
                assertThat(limit.tryAcquire("a", permits, now + wait - 1)).isFalse();
            }
            assertThat(limit.tryAcquire("a", permits, now + wait)).isTrue();
            now += wait;
        }
    }

    @Property(tries = 100)
    void no_key_is_ever_given_more_than_a_burst_and_its_rate_however_it_is_evicted_and_made_again(
            @ForAll @DoubleRange(min = 1, max = 1_000) double perSecond,
            @ForAll @IntRange(min = 1, max = 20) int burst,
            @ForAll @IntRange(min = 1, max = 10) int maxKeys,
            @ForAll int seed) {
        var random = new SplittableRandom(seed);
        var limit = new RateLimit(Settings.of(perSecond).withBurst(burst).withMaxKeys(maxKeys));
        long interval = (long) (SECOND / perSecond);
        Map<Object, List<Long>> given = new HashMap<>();
        long now = SECOND;
        for (int step = 0; step < 2_000; step++) {
            now += random.nextLong(interval);
            Integer key = random.nextInt(30);
            int permits = 1 + random.nextInt(Math.min(3, burst));
            if (limit.tryAcquire(key, permits, now)) {
                List<Long> times = given.computeIfAbsent(key, none -> new ArrayList<>());
                for (int permit = 0; permit < permits; permit++) {
                    times.add(now);
                }
            }
        }
        given.values().forEach(times -> check(times, perSecond, burst));
    }

    /** Over every window from one permit to another. */
    private static void check(List<Long> times, double perSecond, int burst) {
        double worst = 0;
        for (int from = 0; from < times.size(); from++) {
            for (int to = from + burst; to < times.size(); to++) {
                double seconds = (times.get(to) - times.get(from)) / (double) SECOND;
                worst = Math.max(worst, to - from + 1 - burst - perSecond * seconds);
            }
        }
        assertThat(worst).isLessThan(1e-6);
    }

    @Test
    void a_key_that_is_flooded_out_of_the_table_comes_back_as_empty_as_it_left() {
        var limit = new RateLimit(Settings.of(10).withMaxKeys(10));
        assertThat(taken(limit, "greedy", SECOND)).isEqualTo(10);

        // All of them less than full, so that some bucket that is not has to go.
        IntStream.range(0, 1_000).forEach(i -> taken(limit, "flood " + i, SECOND));

        assertThat(limit.size()).isEqualTo(10);
        assertThat(limit.tryAcquire("greedy", SECOND)).isFalse();
        assertThat(limit.nanosUntilAvailable("greedy", SECOND)).isEqualTo(100 * MILLI);
        assertThat(taken(limit, "greedy", 2 * SECOND)).isEqualTo(10);
    }

    @Test
    void after_a_flood_of_single_requests_a_new_key_lacks_at_most_one_permit() {
        // 5,000 keys a second, whose buckets refill in 0.1 s.
        var limit = new RateLimit(Settings.of(10).withMaxKeys(1_000));
        IntStream.range(0, 50_000).forEach(i -> limit.tryAcquire("flood " + i, SECOND + i * MILLI / 5));
        assertThat(taken(limit, "new", 11 * SECOND)).isGreaterThanOrEqualTo(9);
    }

    @Test
    void a_flood_of_new_keys_is_given_no_more_than_the_overall_limit() {
        var limit = new RateLimit(Settings.of(10).withOverall(new Rate(100, 50)));
        int given = 0;
        for (int i = 0; i < 100_000; i++) {
            given += limit.tryAcquire(i, SECOND + i * (SECOND / 10_000)) ? 1 : 0;
        }
        assertThat(given).isBetween(1_000, 50 + 100 * 10);
    }

    @Test
    void keys_that_take_all_they_can_do_not_starve_a_new_one() {
        // Ten keys may have 20 a second each, all together 100.
        var limit = new RateLimit(Settings.of(20).withOverall(Rate.of(100)));
        var random = new SplittableRandom(1);
        long now = SECOND;
        int news = 0;
        for (int i = 0; i < 100_000; i++) {
            now += MILLI / 10;
            limit.tryAcquire("old " + random.nextInt(10), now);
            if (i % 1_000 == 999) {
                news += limit.tryAcquire("new " + i, now) ? 1 : 0;
            }
        }
        assertThat(news).isEqualTo(100);
    }

    @Test
    void a_flood_of_new_keys_does_not_starve_one_that_is_old() {
        var limit = new RateLimit(Settings.of(20).withOverall(Rate.of(100)));
        long now = SECOND;
        int old = 0;
        for (int i = 0; i < 100_000; i++) {
            now += MILLI / 10;
            if (i > 10_000) {
                limit.tryAcquire("flood " + i, now);
            }
            if (i % 500 == 499) {
                old += limit.tryAcquire("old", now) ? 1 : 0;
            }
        }
        assertThat(old).isEqualTo(200);
    }

    @Test
    void the_overall_limit_is_in_the_time_to_wait() {
        var limit = new RateLimit(Settings.of(10).withOverall(new Rate(1, 1)));
        assertThat(limit.tryAcquire("a", SECOND)).isTrue();

        assertThat(limit.nanosUntilAvailable("new", SECOND)).isEqualTo(SECOND);
        assertThat(limit.tryAcquire("new", 2 * SECOND - 1)).isFalse();
        assertThat(limit.tryAcquire("new", 2 * SECOND)).isTrue();
    }

    @Test
    void what_the_overall_limit_refuses_costs_the_key_nothing() {
        var limit = new RateLimit(Settings.of(10).withOverall(new Rate(1, 5)));
        IntStream.range(0, 5).forEach(i -> limit.tryAcquire("other " + i, SECOND));
        for (int i = 0; i < 1_000; i++) {
            assertThat(limit.tryAcquire("a", SECOND)).isFalse();
        }
        assertThat(taken(limit, "a", 100 * SECOND)).isGreaterThanOrEqualTo(3);
    }

    @Test
    void asking_when_makes_no_bucket() {
        var limit = new RateLimit(Settings.of(10));
        assertThat(limit.nanosUntilAvailable("a", SECOND)).isZero();
        assertThat(limit.size()).isZero();
    }

    @Test
    void new_settings_keep_what_was_taken() {
        var limit = new RateLimit(Settings.of(10));
        taken(limit, "a", SECOND);

        limit.change(Settings.of(100).withMaxKeys(5));

        assertThat(limit.settings().maxKeys()).isEqualTo(5);
        assertThat(taken(limit, "a", SECOND)).isZero();
        assertThat(taken(limit, "a", 2 * SECOND)).isEqualTo(100);
    }

    @RepeatedTest(5)
    void threads_together_are_given_exactly_a_burst() throws Exception {
        // A large one, so that the threads are at it together for a while.
        var limit = new RateLimit(Settings.of(1).withBurst(100_000).withMaxKeys(1));
        int given = inParallel(thread -> {
            int mine = 0;
            for (int i = 0; i < 100_000; i++) {
                mine += limit.tryAcquire("a", SECOND) ? 1 : 0;
            }
            return mine;
        });
        assertThat(given).isEqualTo(100_000);
    }

    @RepeatedTest(5)
    void threads_that_flood_a_key_out_of_the_table_win_nothing_for_it() throws Exception {
        int burst = 60_000;
        // Room for one, so that every other key evicts it.
        var limit = new RateLimit(Settings.of(1).withBurst(burst).withMaxKeys(1));
        int given = inParallel(thread -> {
            int mine = 0;
            for (int i = 0; i < 20_000; i++) {
                if (thread == 0) {
                    limit.tryAcquire(i, SECOND);
                } else {
                    mine += limit.tryAcquire("a", SECOND) ? 1 : 0;
                }
            }
            return mine;
        });
        assertThat(given + taken(limit, "a", SECOND)).isLessThanOrEqualTo(burst);
    }

    @Test
    void a_known_key_allocates_nothing() throws Exception {
        var limit = new RateLimit(Settings.of(1_000).withOverall(Rate.of(10_000)));
        acquireOften(limit, 0);
        long bytes = Allocations.of(() -> acquireOften(limit, SECOND));

        assertThat(bytes).isLessThan(20_000);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, 0, -1, 1e7})
    void an_impossible_rate_is_refused(double perSecond) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.of(perSecond))
                .withMessageStartingWith("perSecond: " + Shown.of(perSecond) + " (expected: >= ");
    }

    @Test
    void other_impossible_settings_are_refused_by_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.of(10).withBurst(0))
                .withMessage("burst: 0 (expected: >= 1 and <= 315360000)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rate(1.0 / 86_400, 366))
                .withMessageStartingWith("burst: 366 ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.of(10).withMaxKeys(0))
                .withMessage("maxKeys: 0 (expected: >= 1 and <= 10000000)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RateLimit(Settings.of(10)).tryAcquire("a", 0, SECOND))
                .withMessage("permits: 0 (expected: >= 1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RateLimit(Settings.of(10)).availability("a", -1, SECOND))
                .withMessage("permits: -1 (expected: >= 1)");
    }

    @Test
    void a_rate_below_one_a_second_has_a_burst_of_one() {
        assertThat(Rate.of(0.1)).isEqualTo(new Rate(0.1, 1));
        assertThat(Rate.of(2.5)).isEqualTo(new Rate(2.5, 2));
    }

    private static int taken(RateLimit limit, Object key, long now) {
        int taken = 0;
        while (limit.tryAcquire(key, now)) {
            taken++;
        }
        return taken;
    }

    private static void acquireOften(RateLimit limit, long from) {
        for (int i = 0; i < 20_000; i++) {
            limit.tryAcquire("key", from + i * 10_000L);
        }
    }

    private interface Work {
        int of(int thread);
    }

    private static int inParallel(Work work) throws Exception {
        int threads = 4;
        var together = new CyclicBarrier(threads);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Integer>> results = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int thread = i;
                results.add(pool.submit(() -> {
                    together.await();
                    return work.of(thread);
                }));
            }
            int sum = 0;
            for (Future<Integer> result : results) {
                sum += result.get();
            }
            return sum;
        }
    }
}
