package io.goodput.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.goodput.Allocations;
import io.goodput.logging.LogLimiter.Settings;
import io.goodput.property.DoubleRange;
import io.goodput.property.ForAll;
import io.goodput.property.IntRange;
import io.goodput.property.Property;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LogLimiterTest {
    private static final long SECOND = 1_000_000_000;
    private static final long MILLI = 1_000_000;

    private final LogLimiter<String> limiter = new LogLimiter<>(Settings.STANDARD);
    private final List<HeldBack<String>> told = new ArrayList<>();
    private long written;

    @Test
    void a_million_equal_errors_in_ten_seconds_are_a_burst_and_the_rate_and_the_numbers_add_up() {
        for (int i = 0; i < 1_000_000; i++) {
            log("orders", Level.ERROR, "order " + i + " failed", 10_000L * i);
        }
        assertThat(written).isEqualTo(10 + 9);
        assertThat(limiter.due(20 * SECOND)).singleElement().satisfies(last -> {
            told.add(last);
            assertThat(last.latest()).isEqualTo("order 999999 failed");
        });
        assertThat(told).hasSize(10);
        assertThat(sum(told) + written).isEqualTo(1_000_000);
    }

    @Test
    void before_the_next_that_is_written_is_told_how_many_were_not() {
        for (int i = 0; i < 110; i++) {
            log("orders", Level.INFO, "no " + i, 0);
        }
        assertThat(told).isEmpty();
        log("orders", Level.INFO, "no 110", 1_500 * MILLI);

        assertThat(told).singleElement().satisfies(lines -> {
            assertThat(lines.text()).isEqualTo("held back 100 like this in 1.5s; the latest: no 109");
            assertThat(lines.level()).isEqualTo(Level.INFO);
            assertThat(lines.place()).isEqualTo("orders");
        });
        assertThat(written).isEqualTo(11);
    }

    @Test
    void what_nothing_follows_is_told_at_the_end_of_the_interval_and_not_before() {
        for (int i = 0; i < 12; i++) {
            log("orders", Level.WARNING, "late", 5 * SECOND);
        }
        assertThat(limiter.due(15 * SECOND - 1)).isEmpty();
        assertThat(limiter.due(15 * SECOND))
                .singleElement()
                .extracting(HeldBack::text)
                .isEqualTo("held back 2 like this in 10s; the latest: late");
        assertThat(limiter.due(40 * SECOND)).isEmpty();
    }

    @Test
    void at_the_end_the_rest_is_told_at_once() {
        for (int i = 0; i < 12; i++) {
            log("orders", Level.WARNING, "late", 5 * SECOND);
        }
        assertThat(sum(limiter.rest(5 * SECOND))).isEqualTo(2);
        assertThat(limiter.rest(5 * SECOND)).isEmpty();
    }

    @Test
    void places_levels_templates_and_errors_have_nothing_to_do_with_each_other() {
        for (int i = 0; i < 10; i++) {
            log("orders", Level.ERROR, "order {} failed", 0);
            log("stock", Level.ERROR, "order {} failed", 0);
            log("orders", Level.WARNING, "order {} failed", 0);
            log("orders", Level.ERROR, "order {} is late", 0);
            log("orders", Level.ERROR, "order {} failed", new IllegalStateException("no"), 0);
            log("orders", Level.ERROR, "order {} failed", new IllegalArgumentException("no"), 0);
        }
        assertThat(written).isEqualTo(60);
        assertThat(limiter.snapshot()).isEqualTo(new LogLimiterSnapshot(6, 60, 0, 0));
    }

    @Test
    void the_latest_has_its_arguments_and_its_error() {
        var limited = new LogLimiter<String>(Settings.STANDARD.withBurst(1));
        var order = new StringBuilder("17");
        var error = new IllegalStateException("no connection");
        decide(limited, "order {} of {} failed after {}", error, order, "ann", 3);
        decide(limited, "order {} of {} failed after {}", error, order, "ann", 3);
        order.append(" changed since");

        assertThat(limited.rest(0))
                .extracting(HeldBack::latest)
                .containsExactly("order 17 of ann failed after 3: java.lang.IllegalStateException: no connection");
    }

    @Test
    void what_a_terminal_would_obey_and_what_is_long_is_not_in_the_line() {
        var limited = new LogLimiter<String>(Settings.STANDARD.withBurst(1));
        for (int i = 0; i < 2; i++) {
            decide(limited, "a\nb\u001b[31m\u009b{}\u202e\u2028c", null, "x".repeat(1_000_000));
        }
        assertThat(limited.rest(0))
                .singleElement()
                .satisfies(lines -> assertThat(lines.latest())
                        .startsWith("a b [31m xxx")
                        .hasSize(LatestLine.MOST)
                        .endsWith("…"));
    }

    @Test
    void what_cannot_show_itself_breaks_nobody() {
        var limited = new LogLimiter<String>(Settings.STANDARD.withBurst(1));
        var broken = new Object() {
            @Override
            public String toString() {
                throw new UnsupportedOperationException("lazy");
            }
        };
        decide(limited, "{}", null, broken);
        decide(limited, "{}", null, broken);

        assertThat(limited.rest(0))
                .singleElement()
                .satisfies(lines -> assertThat(lines.latest())
                        .contains("which failed with java.lang.UnsupportedOperationException"));
    }

    @Test
    void an_error_is_written_once_in_an_interval_however_low_the_rate() {
        var limited = new LogLimiter<String>(new Settings(1, 1.0 / 3_600, Duration.ofSeconds(10), 10));
        int errors = 0;
        int warnings = 0;
        for (long now = 0; now <= 100 * SECOND; now += SECOND) {
            errors += through(limited.decide("a", Level.ERROR, "failed", null, now));
            warnings += through(limited.decide("a", Level.WARNING, "late", null, now));
        }
        assertThat(errors).isEqualTo(11);
        assertThat(warnings).isEqualTo(1);
    }

    @Test
    void kinds_beyond_those_there_is_room_for_count_as_one() {
        var limited = new LogLimiter<String>(Settings.STANDARD.withMaxKinds(2));
        long through = 0;
        for (int i = 0; i < 1_000; i++) {
            through += through(limited.decide("place " + i, Level.ERROR, "failed", null, 0));
        }
        assertThat(through).isEqualTo(2 + 10);
        assertThat(limited.snapshot().kinds()).isEqualTo(2);
        assertThat(limited.rest(SECOND)).singleElement().satisfies(rest -> {
            assertThat(rest.lines()).isEqualTo(988);
            assertThat(rest.text()).startsWith("held back 988 of more kinds than there is room for in 1s; the latest:");
        });
    }

    @Test
    void a_kind_that_holds_nothing_makes_room() {
        var limited = new LogLimiter<String>(Settings.STANDARD.withMaxKinds(100));
        for (int i = 0; i < 100_000; i++) {
            assertThat(through(limited.decide("place " + i, Level.INFO, "done", null, i * SECOND)))
                    .isOne();
        }
        assertThat(limited.snapshot()).isEqualTo(new LogLimiterSnapshot(100, 100_000, 0, 0));
    }

    @Property(tries = 200)
    void what_is_written_and_what_is_told_add_up_and_a_kind_gets_no_more_than_its_burst_and_its_rate(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 20) int burst,
            @ForAll @DoubleRange(min = 0.01, max = 50) double rate,
            @ForAll @IntRange(min = 1, max = 12) int maxKinds,
            @ForAll @IntRange(min = 1, max = 20) int places) {
        var settings = new Settings(burst, rate, Duration.ofSeconds(2), maxKinds);
        var limited = new LogLimiter<Integer>(settings);
        var random = new SplittableRandom(seed);
        long now = 0;
        long sum = 0;
        var through = new long[places];
        for (int i = 0; i < 2_000; i++) {
            now += random.nextInt(20) * MILLI;
            int place = random.nextInt(places);
            if (limited.decide(place, Level.INFO, "n " + i, null, now)
                    instanceof LogDecision.Through<Integer>(var before)) {
                through[place]++;
                sum += 1 + (before == null ? 0 : before.lines());
            }
            if (random.nextInt(50) == 0) {
                sum += sum(limited.due(now));
            }
        }
        assertThat(sum + sum(limited.rest(now))).isEqualTo(2_000);
        LogLimiterSnapshot counted = limited.snapshot();
        assertThat(counted.through() + counted.told()).isEqualTo(2_000);
        assertThat(counted.heldBack()).isEqualTo(counted.told());
        double most = burst + rate * now / SECOND;
        double withOthers = places > maxKinds ? 2 * most : most;
        assertThat(Arrays.stream(through).max().orElseThrow()).isLessThanOrEqualTo((long) withOthers);
    }

    @Test
    void threads_lose_no_line_and_tell_none_twice() throws Exception {
        var limited = new LogLimiter<String>(new Settings(3, 1_000, Duration.ofMillis(100), 4));
        var clock = new AtomicLong();
        var seen = new AtomicLong();
        int threads = 8;
        int each = 100_000;
        var start = new CyclicBarrier(threads);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> all = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int thread = t;
                all.add(pool.submit(() -> {
                    start.await();
                    for (int i = 0; i < each; i++) {
                        long now = clock.addAndGet(2_000);
                        // Now and then a kind of its own, so that kinds come and go meanwhile.
                        String place = i % 64 == 0 ? "rare " + i % 1_024 : "common";
                        LogDecision<String> decision = limited.decide(place, Level.ERROR, "failed", null, now);
                        seen.addAndGet(through(decision));
                        if (decision instanceof LogDecision.Through<String>(var before) && before != null) {
                            seen.addAndGet(before.lines());
                        }
                        if (thread == 0 && i % 100 == 0) {
                            seen.addAndGet(sum(limited.due(now)));
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(seen.get() + sum(limited.rest(clock.get()))).isEqualTo((long) threads * each);
    }

    @Test
    void a_line_of_a_known_kind_makes_nothing_whether_it_is_written_or_held_back() throws Exception {
        var limited = new LogLimiter<String>(Settings.STANDARD);
        var error = new IllegalStateException("no");
        var clock = new AtomicLong();
        Allocations.Work lines = () -> {
            for (int i = 0; i < 1_000; i++) {
                limited.decide("held back", Level.ERROR, "order 17 of {} failed", error, 0);
                limited.decide("written", Level.ERROR, "order 17 of {} failed", null, clock.addAndGet(2 * SECOND));
            }
        };
        lines.run();
        assertThat(Allocations.of(lines)).isZero();
    }

    @Test
    void another_setting_counts_from_now_on() {
        for (int i = 0; i < 20; i++) {
            log("a", Level.INFO, "n", 0);
        }
        limiter.change(new Settings(5, 100, Duration.ofSeconds(1), 10));
        assertThat(limiter.settings().burst()).isEqualTo(5);
        assertThat(limiter.due(SECOND)).hasSize(1);
        assertThat(limiter)
                .hasToString("LogLimiter[1 kinds, Settings[burst=5, perSecond=100, interval=1s, maxKinds=10]]");
    }

    @Test
    void settings_that_make_no_sense_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.STANDARD.withBurst(0))
                .withMessage("burst: 0 (expected: >= 1 and <= 10000)");
        assertThatIllegalArgumentException().isThrownBy(() -> Settings.STANDARD.withPerSecond(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Settings.STANDARD.withInterval(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> Settings.STANDARD.withMaxKinds(0));
    }

    private void log(String place, Level level, String template, long now) {
        log(place, level, template, null, now);
    }

    private void log(String place, Level level, String template, @Nullable Throwable thrown, long now) {
        switch (limiter.decide(place, level, template, thrown, now)) {
            case LogDecision.Through<String>(var before) -> {
                written++;
                if (before != null) {
                    told.add(before);
                }
            }
            case LogDecision.Held<String> held -> held.latest(place, template, null, thrown);
        }
    }

    private static void decide(
            LogLimiter<String> limited, String template, @Nullable Throwable thrown, Object... arguments) {
        if (limited.decide("a", Level.ERROR, template, thrown, 0) instanceof LogDecision.Held<String> held) {
            held.latest("a", template, arguments, thrown);
        }
    }

    private static int through(LogDecision<?> decision) {
        return decision instanceof LogDecision.Through<?> ? 1 : 0;
    }

    private static long sum(List<? extends HeldBack<?>> all) {
        return all.stream().mapToLong(HeldBack::lines).sum();
    }
}
