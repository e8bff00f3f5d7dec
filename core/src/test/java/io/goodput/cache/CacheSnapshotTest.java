package io.goodput.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CacheSnapshotTest {
    private static final long NEVER = Long.MAX_VALUE;

    @Test
    void a_coalescer_counts_who_came_and_what_became_of_them() {
        var coalescer = new Coalescer<String, String>(new Coalescer.Settings(1, 3));
        assertThat(coalescer.snapshot()).isEqualTo(snapshot(0, new long[3], new long[6], 0));

        long token = token(coalescer.join("k", "leader", NEVER, 0));
        coalescer.join("k", "short", 5, 0);
        coalescer.join("k", "long", NEVER, 0);
        coalescer.join("k", "longer", NEVER, 0);
        coalescer.join("k", "too many", NEVER, 0);
        coalescer.join("other", "too many keys", NEVER, 0);
        coalescer.lead("k", 0, 0);
        coalescer.invalidate("k");
        coalescer.invalidate("k");
        coalescer.expired(5);
        long next = coalescer.leaderCancelled("k", token, 6).leads().getFirst().token();
        coalescer.completed("k", next, 7);
        coalescer.failed("k", token(coalescer.join("k", "again", NEVER, 8)), 9);
        coalescer.completed("k", token, 10);

        assertThat(coalescer.snapshot()).isEqualTo(snapshot(0, new long[] {1, 1, 1}, new long[] {2, 3, 1, 1, 1, 1}, 1));
    }

    /** What is refused by reason; then led, joined, answered, timed out, handed on, completed. */
    private static CoalescerSnapshot snapshot(int keys, long[] refused, long[] counts, long lost) {
        return new CoalescerSnapshot(
                keys,
                counts[0],
                counts[1],
                Map.of(
                        CacheRefusal.TOO_LATE, refused[0],
                        CacheRefusal.TOO_MANY_KEYS, refused[1],
                        CacheRefusal.TOO_MANY_WAITERS, refused[2]),
                counts[2],
                counts[3],
                counts[4],
                counts[5],
                lost,
                lost);
    }

    private static long token(Joined joined) {
        return ((Joined.Leads) joined).token();
    }

    @Test
    void freshness_counts_all_decisions_but_the_one_that_costs_nothing() {
        RandomGenerator random = new SplittableRandom(1);
        var freshness = new Freshness(Freshness.Settings.STANDARD
                .withTtl(Duration.ofNanos(100), Duration.ofNanos(1_000_000_000_000L))
                .withJitter(0)
                .withEarly(0));
        assertThat(freshness.snapshot()).isEqualTo(new FreshnessSnapshot(0, 0, 0, 0, 0, 0, 0));

        assertThat(freshness.decide(CacheEntry.ABSENT, 0, random)).isEqualTo(CacheDecision.MUST_LOAD);
        CacheEntry entry = freshness.loaded(0, 1, false, random);
        freshness.loaded(0, 1, true, random);
        assertThat(freshness.decide(entry, 1, random)).isEqualTo(CacheDecision.FRESH);
        assertThat(freshness.decide(entry, 100, random)).isEqualTo(CacheDecision.REFRESH_BEHIND);
        assertThat(freshness.decide(freshness.failed(entry, 100, random), 101, random))
                .isEqualTo(CacheDecision.SERVE_STALE);
        assertThat(freshness.decide(freshness.failed(CacheEntry.ABSENT, 0, random), 1, random))
                .isEqualTo(CacheDecision.GONE);

        assertThat(freshness.snapshot()).isEqualTo(new FreshnessSnapshot(1, 1, 1, 1, 1, 1, 2));
    }
}
