package io.goodput.cache;

import static io.goodput.cache.CacheDecision.FRESH;
import static io.goodput.cache.CacheDecision.GONE;
import static io.goodput.cache.CacheDecision.MUST_LOAD;
import static io.goodput.cache.CacheDecision.REFRESH_BEHIND;
import static io.goodput.cache.CacheDecision.SERVE_STALE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.goodput.Allocations;
import io.goodput.bounds.Shown;
import io.goodput.cache.Freshness.Retries;
import io.goodput.cache.Freshness.Settings;
import io.goodput.property.ForAll;
import io.goodput.property.IntRange;
import io.goodput.property.LongRange;
import io.goodput.property.Property;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreshnessTest {
    private static final long SECOND = 1_000_000_000;
    private static final long TOOK = SECOND / 10;

    /** Soft 60 s, hard 3,600 s, negative 5 s; waits of 1, 2, 4 … 60 s; nothing left to chance. */
    private static final Settings PLAIN = Settings.STANDARD
            .withJitter(0)
            .withEarly(0)
            .withRetries(new Retries(Duration.ofSeconds(1), 2, Duration.ofMinutes(1), 0));

    private final RandomGenerator random = new SplittableRandom(1);
    private final Freshness freshness = new Freshness(PLAIN);

    @Test
    void a_value_is_fresh_then_refreshed_behind_then_must_be_loaded() {
        CacheEntry entry = loadedAt(100);

        assertThat(decide(entry, 100)).isEqualTo(FRESH);
        assertThat(freshness.decide(entry, 160 * SECOND - 1, random)).isEqualTo(FRESH);
        assertThat(decide(entry, 160)).isEqualTo(REFRESH_BEHIND);
        assertThat(freshness.decide(entry, 3_700 * SECOND - 1, random)).isEqualTo(REFRESH_BEHIND);
        assertThat(decide(entry, 3_700)).isEqualTo(MUST_LOAD);
    }

    @Test
    void what_was_never_loaded_must_be() {
        assertThat(decide(CacheEntry.ABSENT, 0)).isEqualTo(MUST_LOAD);
        assertThat(decide(CacheEntry.ABSENT, 1_000_000)).isEqualTo(MUST_LOAD);
    }

    @Test
    void after_a_failed_refresh_the_old_value_is_served_without_another_load_until_the_wait_is_over() {
        CacheEntry entry = freshness.failed(loadedAt(0), 60 * SECOND, random);

        assertThat(decide(entry, 60)).isEqualTo(SERVE_STALE);
        assertThat(freshness.decide(entry, 61 * SECOND - 1, random)).isEqualTo(SERVE_STALE);
        assertThat(decide(entry, 61)).isEqualTo(REFRESH_BEHIND);
    }

    @Test
    void the_wait_grows_with_every_failure_in_a_row_up_to_the_cap() {
        CacheEntry entry = loadedAt(0);
        var waits = new ArrayList<Long>();
        for (int failure = 0; failure < 8; failure++) {
            entry = freshness.failed(entry, 60 * SECOND, random);
            waits.add(entry.nextRetryAt() / SECOND - 60);
        }
        assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
    }

    @Test
    void no_number_of_failures_overflows_the_wait() {
        var entry = new CacheEntry(true, false, 0, TOOK, 0, Integer.MAX_VALUE, 0);

        CacheEntry next = freshness.failed(entry, 60 * SECOND, random);

        assertThat(next.failures()).isEqualTo(Integer.MAX_VALUE);
        assertThat(next.nextRetryAt()).isEqualTo(120 * SECOND);
    }

    @Test
    void a_success_ends_the_row_of_failures() {
        CacheEntry failed = freshness.failed(freshness.failed(loadedAt(0), 60 * SECOND, random), 61 * SECOND, random);
        CacheEntry entry = freshness.loaded(70 * SECOND, TOOK, false, random);

        assertThat(failed.failures()).isEqualTo(2);
        assertThat(entry.failures()).isZero();
        assertThat(decide(entry, 71)).isEqualTo(FRESH);
    }

    @Test
    void past_the_hard_ttl_a_failure_leaves_nothing_to_serve_and_callers_fail_at_once_until_the_wait_is_over() {
        CacheEntry entry = freshness.failed(loadedAt(0), 3_600 * SECOND, random);

        assertThat(decide(entry, 3_600)).isEqualTo(GONE);
        assertThat(decide(entry, 3_601)).isEqualTo(MUST_LOAD);
    }

    @Test
    void a_cold_key_whose_load_failed_does_not_ask_the_failing_dependency_for_each_request() {
        CacheEntry entry = freshness.failed(CacheEntry.ABSENT, 10 * SECOND, random);

        assertThat(decide(entry, 10)).isEqualTo(GONE);
        assertThat(decide(entry, 11)).isEqualTo(MUST_LOAD);
    }

    @Test
    void that_there_is_no_such_thing_is_believed_for_the_negative_ttl_and_never_served_stale() {
        CacheEntry entry = freshness.loaded(0, TOOK, true, random);

        assertThat(freshness.decide(entry, 5 * SECOND - 1, random)).isEqualTo(FRESH);
        assertThat(decide(entry, 5)).isEqualTo(MUST_LOAD);
        assertThat(decide(freshness.failed(entry, 5 * SECOND, random), 5)).isEqualTo(GONE);
    }

    @Test
    void a_negative_ttl_of_nothing_caches_no_negative_answer() {
        freshness.change(PLAIN.withNegative(Duration.ZERO));

        assertThat(decide(freshness.loaded(0, TOOK, true, random), 0)).isEqualTo(MUST_LOAD);
    }

    @Test
    void jitter_spreads_the_expiry_of_entries_that_were_loaded_together_over_its_share_of_the_soft_ttl() {
        freshness.change(PLAIN.withJitter(0.2));
        int entries = 10_000;
        int[] dueInSecond = new int[61];
        for (int i = 0; i < entries; i++) {
            CacheEntry entry = loadedAt(0);
            int second = 0;
            while (decide(entry, second) == FRESH) {
                second++;
            }
            dueInSecond[second]++;
        }
        // Due after 48 to 60 s, 12 seconds with a twelfth each.
        for (int second = 0; second <= 48; second++) {
            assertThat(dueInSecond[second]).isZero();
        }
        for (int second = 49; second <= 60; second++) {
            assertThat(dueInSecond[second]).isBetween(entries / 12 - 150, entries / 12 + 150);
        }
    }

    @Test
    void jitter_never_moves_the_hard_ttl() {
        freshness.change(PLAIN.withJitter(1));
        for (int i = 0; i < 100; i++) {
            CacheEntry entry = loadedAt(0);
            assertThat(freshness.decide(entry, 3_600 * SECOND - 1, random)).isEqualTo(REFRESH_BEHIND);
            assertThat(decide(entry, 3_600)).isEqualTo(MUST_LOAD);
        }
    }

    @Test
    void the_waits_after_failures_are_spread_below_the_cap_and_not_pulled_together_at_it() {
        // Jitter before the cap, a defect of resilience4j's backoff: all that have reached the cap come back together.
        freshness.change(PLAIN.withRetries(new Retries(Duration.ofSeconds(1), 2, Duration.ofMinutes(1), 0.5)));
        var entry = new CacheEntry(true, false, 0, TOOK, 0, 30, 0);

        double[] waits = random.doubles(1_000)
                .map(draw -> freshness.failed(entry, 0, random).nextRetryAt() / (double) SECOND)
                .toArray();

        assertThat(Arrays.stream(waits).boxed()).allMatch(wait -> wait > 30 && wait <= 60);
        assertThat(Arrays.stream(waits).average().orElseThrow()).isCloseTo(45, within(1.0));
        assertThat(Arrays.stream(waits).distinct().count()).isGreaterThan(990);
    }

    @Test
    void an_early_refresh_is_as_likely_as_xfetch_says() {
        // P(took · beta · -ln U >= left) = exp(-left / (took · beta)).
        freshness.change(PLAIN.withEarly(2));
        CacheEntry entry = loadedAt(0);
        for (double left : new double[] {0.05, 0.2, 0.5, 1}) {
            long now = 60 * SECOND - (long) (left * SECOND);
            int asked = 20_000;
            int early = 0;
            for (int i = 0; i < asked; i++) {
                early += freshness.decide(entry, now, random) == REFRESH_BEHIND ? 1 : 0;
            }
            assertThat((double) early / asked).isCloseTo(Math.exp(-left / 0.2), within(0.012));
        }
    }

    @Test
    void far_from_the_end_nothing_is_drawn() {
        freshness.change(PLAIN.withEarly(1));
        RandomGenerator never = () -> {
            throw new AssertionError("drawn from");
        };

        // 40 loads' time before the end: 4 s.
        assertThat(freshness.decide(loadedAt(0), 55 * SECOND, never)).isEqualTo(FRESH);
    }

    @Test
    void a_failed_early_refresh_is_left_alone_for_its_wait_too() {
        freshness.change(PLAIN.withEarly(1_000));
        CacheEntry entry = freshness.failed(loadedAt(0), 59 * SECOND, random);

        for (int i = 0; i < 1_000; i++) {
            assertThat(freshness.decide(entry, 59 * SECOND + SECOND / 2, random))
                    .isEqualTo(FRESH);
        }
    }

    @Test
    void in_an_outage_all_is_served_stale_by_few_loads_until_the_hard_ttl_and_then_gone() {
        freshness.change(PLAIN.withRetries(Retries.STANDARD));
        CacheEntry entry = loadedAt(0);
        int loads = 0;
        int loadsWhileGone = 0;
        // Ten requests a second, every load fails at once.
        for (long tenth = 600; tenth < 72_000; tenth++) {
            long now = tenth * SECOND / 10;
            CacheDecision decision = freshness.decide(entry, now, random);
            if (tenth < 36_000) {
                assertThat(decision.served()).isTrue();
            } else {
                assertThat(decision).isIn(MUST_LOAD, GONE);
            }
            if (decision.load()) {
                entry = freshness.failed(entry, now, random);
                loads++;
                loadsWhileGone += tenth < 36_000 ? 0 : 1;
            }
        }
        // Waits between half and the whole of 1, 2, … 32 s, then of 60 s: of 71,400 requests at most 250 ask.
        assertThat(loads).isBetween(7_140 / 60, 6 + 7_140 / 30);
        assertThat(loadsWhileGone).isBetween(3_600 / 60 - 1, 3_600 / 30 + 1);
    }

    @Test
    void other_settings_hold_for_entries_that_are_already_there() {
        CacheEntry entry = loadedAt(0);
        freshness.change(PLAIN.withTtl(Duration.ofSeconds(10), Duration.ofSeconds(20)));

        assertThat(decide(entry, 9)).isEqualTo(FRESH);
        assertThat(decide(entry, 10)).isEqualTo(REFRESH_BEHIND);
        assertThat(decide(entry, 20)).isEqualTo(MUST_LOAD);
        assertThat(freshness.settings().soft()).isEqualTo(Duration.ofSeconds(10));
    }

    @Property(tries = 300)
    void nothing_is_served_past_the_hard_ttl_and_nothing_loaded_before_the_next_retry(
            @ForAll @LongRange(min = 0) long seed, @ForAll @IntRange(max = 100) int jitterPercent) {
        var draws = new SplittableRandom(seed);
        var policy = new Freshness(Settings.STANDARD.withJitter(jitterPercent / 100.0));
        CacheEntry entry = CacheEntry.ABSENT;
        long now = 0;
        for (int step = 0; step < 200; step++) {
            now += draws.nextLong(draws.nextBoolean() ? 4_000 * SECOND : 10 * SECOND);
            CacheDecision decision = policy.decide(entry, now, draws);
            boolean tooOld = now - entry.loadedAt() >= (entry.negative() ? 5 : 3_600) * SECOND;
            if (!entry.present() || tooOld) {
                assertThat(decision.served()).isFalse();
            }
            if (now < entry.nextRetryAt()) {
                assertThat(decision.load()).isFalse();
            }
            if (entry.failures() == 0) {
                assertThat(decision).isNotIn(SERVE_STALE, GONE);
            }
            if (decision.load()) {
                now += draws.nextLong(5 * SECOND);
                entry = draws.nextInt(3) == 0
                        ? policy.loaded(now, TOOK, draws.nextInt(4) == 0, draws)
                        : policy.failed(entry, now, draws);
            }
        }
    }

    @Test
    void a_decision_allocates_nothing() throws Exception {
        freshness.change(PLAIN.withEarly(1));
        CacheEntry entry = loadedAt(0);
        int decisions = 100_000;
        decideOften(entry, decisions);
        long bytes = Allocations.of(() -> decideOften(entry, decisions));

        assertThat(bytes).as("bytes for %s decisions", decisions).isLessThan(decisions);
    }

    private void decideOften(CacheEntry entry, int times) {
        for (int i = 0; i < times; i++) {
            freshness.decide(entry, 59 * SECOND + i, random);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -0.1, 1.1, Double.POSITIVE_INFINITY})
    void an_impossible_share_is_refused(double share) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.withJitter(share))
                .withMessage("jitter: " + Shown.of(share) + " (expected: >= 0 and <= 1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Retries(Duration.ofSeconds(1), 2, Duration.ofSeconds(2), share))
                .withMessage("jitter: " + Shown.of(share) + " (expected: >= 0 and <= 1)");
    }

    @Test
    void the_standard_settings_are_whole_whichever_class_is_used_first() throws Exception {
        URL classes = Freshness.class.getProtectionDomain().getCodeSource().getLocation();
        try (var anew = new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
            Class.forName(Retries.class.getName(), true, anew);
            Class<?> settings = Class.forName(Settings.class.getName(), true, anew);

            Object standard = settings.getField("STANDARD").get(null);

            assertThat(standard).hasToString(Settings.STANDARD.toString());
        }
    }

    @Test
    void impossible_settings_are_refused_by_name() {
        var second = Duration.ofSeconds(1);
        assertThat(List.of(
                        refusal(() -> PLAIN.withTtl(second, Duration.ZERO)),
                        refusal(() -> PLAIN.withTtl(second.negated(), second)),
                        refusal(() -> PLAIN.withTtl(second, Duration.ofDays(366))),
                        refusal(() -> PLAIN.withNegative(second.negated())),
                        refusal(() -> PLAIN.withEarly(Double.NaN)),
                        refusal(() -> new Retries(Duration.ZERO, 2, second, 0)),
                        refusal(() -> new Retries(second, 0.5, second, 0)),
                        refusal(() -> new Retries(second, 2, Duration.ofMillis(1), 0))))
                .containsExactly(
                        "hard: 0s (expected: >= 1s and <= 365d)",
                        "soft: -1s (expected: >= 0s and <= 365d)",
                        "hard: 366d (expected: >= 1s and <= 365d)",
                        "negative: -1s (expected: >= 0s and <= 365d)",
                        "early: NaN (expected: >= 0 and <= 1000)",
                        "first: 0s (expected: >= 1ns and <= 365d)",
                        "growth: 0.5 (expected: >= 1 and <= 10)",
                        "cap: 1ms (expected: >= 1s and <= 365d)");
    }

    private static String refusal(Runnable making) {
        try {
            making.run();
            return "accepted";
        } catch (IllegalArgumentException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private CacheEntry loadedAt(long second) {
        return freshness.loaded(second * SECOND, TOOK, false, random);
    }

    private CacheDecision decide(CacheEntry entry, long second) {
        return freshness.decide(entry, second * SECOND, random);
    }
}
