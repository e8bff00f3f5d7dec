package io.goodput.conformance.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.cache.Coalescer;
import io.goodput.cache.Freshness;
import io.goodput.cache.Freshness.Retries;
import io.goodput.cache.ReadThrough;
import io.goodput.conformance.cache.CacheScript.Ask;
import io.goodput.conformance.cache.CacheScript.Change;
import io.goodput.conformance.cache.CacheScript.Kind;
import io.goodput.conformance.cache.CacheScript.Load;
import io.goodput.property.ForAll;
import io.goodput.property.Property;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The same callers through the three drivers of a cached call: the same loads and answers at the same instants. */
class CacheConformanceTest {
    private static final long TICK = CacheScript.TICK;
    private static final List<Kind> KINDS = List.of(Kind.values());

    @Property(tries = 2_000)
    void simulated_and_asynchronous_calls_go_the_same_way(@ForAll long seed) {
        CacheScript script = script(new SplittableRandom(seed), true);

        assertThat(AsyncCacheHarness.run(script)).isEqualTo(SimulatedCacheHarness.run(script));
    }

    @Property(tries = 500)
    void without_coalescing_too(@ForAll long seed) {
        CacheScript script = script(new SplittableRandom(seed), false);

        assertThat(AsyncCacheHarness.run(script)).isEqualTo(SimulatedCacheHarness.run(script));
    }

    @Property(tries = 500)
    void so_do_blocking_ones(@ForAll long seed) {
        CacheScript script = script(new SplittableRandom(seed), true);

        assertThat(BlockingCacheHarness.run(script)).isEqualTo(SimulatedCacheHarness.run(script));
    }

    private static CacheScript script(SplittableRandom random, boolean coalesced) {
        var asks = new ArrayList<Ask>();
        long at = 0;
        int count = 1 + random.nextInt(25);
        for (int number = 0; number < count; number++) {
            at += random.nextLong(12) * TICK;
            asks.add(new Ask(
                    number,
                    CacheScript.KEYS.get(random.nextInt(CacheScript.KEYS.size())),
                    at + 4,
                    random.nextInt(3) == 0 ? random.nextLong(30) * TICK + 7 : Long.MAX_VALUE,
                    random.nextInt(6) == 0 ? random.nextLong(20) * TICK + 2 : Long.MAX_VALUE));
        }
        return new CacheScript(
                settings(random, coalesced), asks, loads(random), changes(random, at), random.nextLong());
    }

    private static List<Load> loads(SplittableRandom random) {
        var loads = new ArrayList<Load>();
        for (int i = 0; i < 7; i++) {
            loads.add(new Load(random.nextLong(20) * TICK, KINDS.get(random.nextInt(KINDS.size()))));
        }
        return loads;
    }

    private static List<Change> changes(SplittableRandom random, long until) {
        var changes = new ArrayList<Change>();
        for (int i = random.nextInt(4); i > 0; i--) {
            changes.add(new Change(
                    CacheScript.KEYS.get(random.nextInt(CacheScript.KEYS.size())),
                    random.nextLong(until + TICK) / TICK * TICK + 3));
        }
        return changes;
    }

    private static ReadThrough.Settings settings(SplittableRandom random, boolean coalesced) {
        Duration soft = ticks(1 + random.nextInt(20));
        var freshness = Freshness.Settings.STANDARD
                .withTtl(soft, soft.plus(ticks(random.nextInt(40))))
                .withNegative(ticks(random.nextInt(10)))
                .withJitter(random.nextDouble())
                .withEarly(random.nextInt(3))
                .withRetries(new Retries(ticks(1 + random.nextInt(5)), 2, ticks(20), 0.5));
        var loading = new Coalescer.Settings(1 + random.nextInt(2), random.nextInt(5));
        return new ReadThrough.Settings(freshness, loading, coalesced);
    }

    private static Duration ticks(int count) {
        return Duration.ofNanos(count * TICK);
    }
}
