package io.goodput.telemetry.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.goodput.telemetry.record.HeapCost;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SeriesRegistryTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Instant MINUTE = Instant.parse("2026-11-30T12:00:00Z");
    private static final SeriesKey ORDERS = SeriesKey.of("orders_total", Map.of());
    private static final SeriesKey TIMES = SeriesKey.of("order_seconds", Map.of());

    private final SeriesRegistry registry = new SeriesRegistry(SeriesRegistry.Settings.STANDARD, 0, MINUTE);

    @Test
    void seconds_become_tens_and_those_minutes() {
        CounterHandle orders = registry.counter(ORDERS);
        for (long second = 0; second < 120; second++) {
            orders.add(second + 1);
            registry.tick((second + 1) * SECOND);
        }

        assertThat(counts(ORDERS, Tier.SECONDS))
                .isEqualTo(LongStream.rangeClosed(1, 120).boxed().toList());
        assertThat(counts(ORDERS, Tier.TENS)).startsWith(55L, 155L, 255L).hasSize(12);
        assertThat(counts(ORDERS, Tier.MINUTES)).containsExactly(1_830L, 5_430L);
    }

    @Test
    void the_current_interval_is_in_no_view() {
        registry.counter(ORDERS).add();

        assertThat(counts(ORDERS, Tier.SECONDS)).isEmpty();
        registry.tick(SECOND - 1);
        assertThat(counts(ORDERS, Tier.SECONDS)).isEmpty();
        registry.tick(SECOND);
        assertThat(counts(ORDERS, Tier.SECONDS)).containsExactly(1L);
        assertThat(counts(ORDERS, Tier.TENS)).isEmpty();
    }

    @Test
    void where_nothing_happened_there_is_a_zero_and_where_nobody_was_there_is_a_gap() {
        registry.counter(ORDERS).add();
        registry.tick(SECOND);
        registry.tick(2 * SECOND);
        registry.tick(5 * SECOND); // the process stood still for two seconds

        assertThat(intervals(ORDERS, Tier.SECONDS))
                .extracting(IntervalView::there)
                .containsExactly(true, true, false, false, true);
        assertThat(counts(ORDERS, Tier.SECONDS)).containsExactly(1L, 0L, 0L, 0L, 0L);
    }

    @Test
    void before_a_series_and_before_the_process_there_are_gaps() {
        var late = new SeriesRegistry(SeriesRegistry.Settings.STANDARD, 0, MINUTE.plusMillis(2_500));
        late.tick(SECOND);
        late.counter(ORDERS).add();
        late.tick(2 * SECOND);

        SeriesView view = late.view(ORDERS, Tier.SECONDS).orElseThrow();
        assertThat(view.intervals()).extracting(IntervalView::there).containsExactly(false, false, false, true);
        assertThat(view.beginOf(view.intervals().getLast())).isEqualTo(MINUTE.plusSeconds(3));
    }

    @Test
    void quantiles_of_a_minute_are_those_of_all_its_times() {
        TimerHandle times = registry.timer(TIMES);
        for (long second = 0; second < 60; second++) {
            for (int i = 0; i < 100; i++) {
                times.record(second < 59 ? 1_000_000 : 1_000_000_000); // one bad second
            }
            registry.tick((second + 1) * SECOND);
        }

        IntervalView minute = intervals(TIMES, Tier.MINUTES).getFirst();
        assertThat(minute.count()).isEqualTo(6_000);
        assertThat(minute.sumNanos()).isEqualTo(59 * 100 * 1_000_000L + 100 * 1_000_000_000L);
        assertThat(minute.times().quantile(0.98)).isBetween(1_000_000L, 1_062_500L);
        assertThat(minute.times().quantile(0.99)).isBetween(1_000_000_000L, 1_062_500_000L);
        assertThat(minute.concurrency(Tier.MINUTES)).isCloseTo(105.9 / 60, within(1e-9));
    }

    @Test
    void levels_keep_the_lowest_the_highest_and_the_last() {
        LevelHandle level = registry.level(ORDERS);
        for (double height : new double[] {3, 0.1, -7.25, 2}) {
            level.set(height);
            registry.tick(registry.view(ORDERS, Tier.SECONDS)
                                    .orElseThrow()
                                    .intervals()
                                    .size()
                            * SECOND
                    + SECOND);
        }
        registry.tick(10 * SECOND);

        IntervalView tens = intervals(ORDERS, Tier.TENS).getFirst();
        assertThat(List.of(tens.lowest(), tens.highest(), tens.last())).containsExactly(-7.25, 3.0, 2.0);
        assertThat(intervals(ORDERS, Tier.SECONDS))
                .filteredOn(IntervalView::there)
                .hasSize(4);
    }

    @Test
    void a_tier_remembers_so_many_intervals() {
        CounterHandle orders = registry.counter(ORDERS);
        for (long second = 0; second < 25 * 3_600; second += 7) {
            orders.add();
            registry.tick(second * SECOND);
        }

        assertThat(intervals(ORDERS, Tier.SECONDS)).hasSize(600);
        assertThat(intervals(ORDERS, Tier.TENS)).hasSize(720).allMatch(IntervalView::there);
        assertThat(intervals(ORDERS, Tier.MINUTES)).hasSize(1_440).allMatch(each -> each.count() > 7);
        assertThat(registry.totals().getFirst().count()).isEqualTo(25 * 3_600 / 7 + 1);
    }

    @Test
    void no_more_series_than_told_and_the_others_are_counted_and_named() {
        var few = new SeriesRegistry(new SeriesRegistry.Settings(10, 1L << 20), 0, MINUTE);
        for (int i = 0; i < 1_000; i++) {
            CounterHandle handle = few.counter(SeriesKey.of("paths_total", Map.of("path", "/" + i)));
            handle.add();
            handle.add();
        }

        RegistryState state = few.state();
        assertThat(state.series()).isEqualTo(10);
        assertThat(state.refused()).isEqualTo(990);
        assertThat(state.uncounted()).isEqualTo(2 * 990);
        assertThat(state.refusedNames()).hasSize(SeriesRegistry.MOST_NAMED).contains("paths_total{path=\"/10\"}");
    }

    @Test
    void no_more_bytes_than_told_and_what_was_counted_stays_right() {
        var small = new SeriesRegistry(new SeriesRegistry.Settings(1_000, 1L << 20), 0, MINUTE);
        List<TimerHandle> timers = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            timers.add(small.timer(SeriesKey.of("path_seconds", Map.of("path", "/" + i))));
        }
        for (long second = 1; second <= 700; second++) {
            for (TimerHandle timer : timers) {
                timer.record(second * 977_777);
                timer.record(second * 9_777_777);
            }
            small.tick(second * SECOND);
            assertThat(small.state().bytes()).isLessThanOrEqualTo(1L << 20);
        }

        assertThat(small.totals()).hasSize(300).allMatch(total -> total.count() == 2 * 700);
        SeriesView some = small.view(small.keys().getFirst(), Tier.SECONDS).orElseThrow();
        assertThat(some.intervals().getLast().count()).isEqualTo(2);
    }

    @Test
    void what_nothing_uses_for_a_day_leaves_and_whoever_listens_is_told() {
        List<SeriesKey> gone = new ArrayList<>();
        registry.listen(gone::add);
        CounterHandle orders = registry.counter(ORDERS);
        TimerHandle times = registry.timer(TIMES);
        orders.add();
        long taken = 0;
        for (long minute = 1; minute <= 1_443; minute++) {
            times.record(1);
            registry.tick(minute * 60 * SECOND);
            taken = Math.max(taken, registry.state().bytes());
        }

        assertThat(gone).containsExactly(ORDERS);
        assertThat(registry.keys()).containsExactly(TIMES);
        assertThat(registry.state().bytes()).isLessThan(taken);

        orders.add();
        registry.tick(1_444 * 60 * SECOND);
        assertThat(intervals(ORDERS, Tier.SECONDS).getLast().count()).isEqualTo(1);
    }

    @Test
    void all_that_is_given_back_is_all_that_was_taken() {
        long before = registry.state().bytes();
        TimerHandle times = registry.timer(TIMES);
        for (long second = 1; second <= 1_000; second++) {
            times.record(second * 1_234_567);
            registry.tick(second * SECOND);
        }
        registry.tick(90_000 * SECOND);
        registry.tick(90_060 * SECOND);

        assertThat(registry.keys()).isEmpty();
        assertThat(registry.state().bytes()).isEqualTo(before);
    }

    @Test
    void nothing_is_lost_between_threads_and_ticks() throws Exception {
        TimerHandle times = registry.timer(TIMES);
        CounterHandle orders = registry.counter(ORDERS);
        var begun = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                begun.countDown();
                for (long nanos = 0; nanos < 100_000; nanos++) {
                    times.record(nanos);
                    orders.add();
                }
            }));
        }
        begun.await();
        for (long second = 1; threads.stream().anyMatch(Thread::isAlive) && second < 80_000; second++) {
            registry.tick(second * SECOND);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        registry.tick(80_000 * SECOND);

        SeriesTotal total = total(TIMES);
        assertThat(total.count()).isEqualTo(800_000);
        assertThat(total.sumNanos()).isEqualTo(8 * (99_999L * 100_000 / 2));
        assertThat(total.times().total()).isEqualTo(800_000);
        assertThat(total.times().below(10)).isEqualTo(8 * 1_024);
        assertThat(total(ORDERS).count()).isEqualTo(800_000);
    }

    @Test
    void counting_allocates_nothing() {
        TimerHandle times = registry.timer(TIMES);
        CounterHandle orders = registry.counter(ORDERS);

        long bytes = HeapCost.of(() -> {
            for (int i = 0; i < 100_000; i++) {
                times.record(i * 100L);
                orders.add();
            }
        });

        assertThat(bytes).isZero();
    }

    @Test
    void two_handles_of_a_key_count_together_and_another_kind_of_the_name_is_refused() {
        registry.counter(ORDERS).add();
        registry.counter(ORDERS).add();
        registry.tick(SECOND);

        assertThat(counts(ORDERS, Tier.SECONDS)).containsExactly(2L);
        assertThatThrownBy(() -> registry.timer(SeriesKey.of("orders_total", Map.of("path", "/"))))
                .hasMessage("orders_total: TIME (expected: COUNT, as before)");
    }

    @Test
    void names_are_those_that_prometheus_takes_and_values_may_be_anything() {
        assertThatThrownBy(() -> SeriesKey.of("orders per second", Map.of()))
                .hasMessage("name: \"orders per second\" (expected: letters, digits and _, not a digit first)");
        SeriesKey hostile = SeriesKey.of("orders_total", Map.of("tenant", "x".repeat(199) + "\ud83d\ude00\n"));
        assertThat(hostile.labels()).containsEntry("tenant", "x".repeat(199));
    }

    private SeriesTotal total(SeriesKey key) {
        return registry.totals().stream()
                .filter(total -> total.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private List<IntervalView> intervals(SeriesKey key, Tier tier) {
        return registry.view(key, tier).orElseThrow().intervals();
    }

    private List<Long> counts(SeriesKey key, Tier tier) {
        return intervals(key, tier).stream().map(IntervalView::count).toList();
    }
}
