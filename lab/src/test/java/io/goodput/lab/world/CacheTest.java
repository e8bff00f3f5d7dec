package io.goodput.lab.world;

import static io.goodput.lab.world.ShortRuns.run;
import static io.goodput.lab.world.ShortRuns.sent;
import static io.goodput.lab.world.ShortRuns.tenths;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.goodput.lab.model.Caching.Popularity;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What lies between callers and a dependency: what is found there, and what is loaded. */
class CacheTest {
    /** One key; 100 calls a second; a load takes half a second. */
    private static String lines(String cache, String more) {
        return "services: {store: {latency: 500ms}}\n"
                + "clients: {users: {arrivals: constant, rate: 100/s, calls: {to: store, cache: " + cache + "}}}\n"
                + more;
    }

    private static long successes(World world, int from, int to) {
        return world.tally.clients().succeeded().sum(tenths(from, to));
    }

    @Test
    void those_who_miss_a_key_share_one_load() {
        World world = run(lines("{keys: 1, entries: {soft: 1h}}", ""));
        assertThat(sent(world, "store")).isEqualTo(1);
        // All who came in the first half second are answered at the end of it.
        assertThat(successes(world, 0, 5)).isZero();
        assertThat(successes(world, 5, 100)).isGreaterThan(980);
    }

    @Test
    void without_coalescing_each_of_them_loads() {
        World world = run(lines("{keys: 1, entries: {soft: 1h, early: 0}, coalesce: false}", ""));
        assertThat(sent(world, "store")).isCloseTo(50, within(1L));
    }

    @Test
    void each_process_has_a_cache_of_its_own() {
        String lines = lines("{keys: 1, entries: {soft: 1h}}", "").replace("rate:", "processes: 4, rate:");
        assertThat(sent(run(lines), "store")).isEqualTo(4);
    }

    @Test
    void a_warm_cache_needs_no_load_until_its_values_are_due() {
        assertThat(sent(run(lines("{keys: 100, start: warm, entries: {soft: 1h, jitter: 0%}}", "")), "store"))
                .isLessThan(3);
        // Ages are spread over the TTL, so a tenth of the keys is due in each second.
        World world = run(lines("{keys: 100, start: warm, entries: {soft: 10s, jitter: 0%, early: 0}}", ""));
        assertThat(world.tally.service("store").sent().sum(tenths(0, 50))).isBetween(25L, 60L);
    }

    @Test
    void entries_that_are_in_step_are_due_together() {
        World world = run(lines("{keys: 100, start: in-step, entries: {soft: 5s, jitter: 0%, early: 0}}", ""));
        assertThat(world.tally.service("store").sent().sum(tenths(0, 50))).isZero();
        assertThat(world.tally.service("store").sent().sum(tenths(50, 60))).isBetween(50L, 80L);
    }

    @Test
    void a_lost_cache_is_filled_again() {
        World world =
                run(lines("{keys: 1, entries: {soft: 1h}}", "faults: [{fault: cache-loss, of: users, at: 5s}]\n"));
        assertThat(sent(world, "store")).isEqualTo(2);
        assertThat(successes(world, 50, 55)).isLessThan(3);
        assertThat(successes(world, 60, 100)).isGreaterThan(398);
    }

    @Test
    void in_an_outage_nothing_is_found_or_kept_and_what_was_there_comes_back() {
        World world = run(lines(
                "{keys: 1, entries: {soft: 1h}}", "faults: [{fault: cache-outage, of: users, from: 4s, to: 6s}]\n"));
        // One load after the other, half a second each, all through the outage.
        assertThat(world.tally.service("store").sent().sum(tenths(40, 60))).isBetween(4L, 5L);
        assertThat(world.tally.service("store").sent().sum(tenths(60, 100))).isZero();
        assertThat(successes(world, 60, 100)).isGreaterThan(398);
    }

    @Test
    void between_the_soft_and_the_hard_ttl_values_outlive_their_source() {
        String failing = "faults: [{fault: errors, of: store, share: 100%, from: 2s, to: 20s}]\n";
        World stale = run(lines("{keys: 1, entries: {soft: 1s, hard: 1h}}", failing));
        assertThat(successes(stale, 10, 100)).isGreaterThan(898);
        World dead = run(lines("{keys: 1, entries: {soft: 1s, hard: 1s}}", failing));
        assertThat(successes(dead, 50, 100)).isZero();
        // A failed load is left alone for a while: one for each wait, not one for each call.
        assertThat(sent(dead, "store")).isLessThan(10);
    }

    @Test
    void what_is_loaded_in_an_outage_is_not_there_after_it() {
        World world = run(lines(
                        "{keys: 1, entries: {soft: 6s, jitter: 0%, early: 0}}",
                        "faults: [{fault: cache-outage, of: users, from: 3900ms, to: 4900ms}]\n")
                .replace("100/s", "1/s"));
        // What the first call loaded is due before the tenth, what the fourth one did would not be.
        assertThat(world.tally.service("store").sent().sum(tenths(69, 99))).isEqualTo(1);
    }

    @Test
    void a_waiter_of_a_load_keeps_its_own_deadline() {
        World world = run("""
                services:
                  store: {latency: 5s}
                  web: {latency: 0s, deadlines: remaining, calls: [{to: store, cache: {keys: 1}}]}
                clients:
                  patient: {arrivals: once, clients: 1, at: 0s, calls: {to: web, guard: {deadline: 6s}}}
                  hurried: {arrivals: constant, rate: 100/s, calls: {to: web, guard: {deadline: 200ms}}}
                """);
        assertThat(world.tally.service("web").inFlight().values()[30]).isBetween(20.0, 22.0);
        assertThat(world.tally.clients("patient").succeeded().sum(tenths(0, 100)))
                .isEqualTo(1);
    }

    @Test
    void a_share_of_hits_may_be_all_that_is_known() {
        World world = run(lines("{hits: 90%}", ""));
        assertThat((double) sent(world, "store")).isCloseTo(100, within(35.0));
    }

    @Test
    void popular_keys_are_asked_for_as_zipf_says() {
        var keys = new Zipf(new Popularity(4, 1));
        int[] counts = new int[4];
        var random = new SplittableRandom(1);
        for (int i = 0; i < 25_000; i++) {
            counts[keys.draw(random)]++;
        }
        // 1, 1/2, 1/3 and 1/4 of 12,000.
        assertThat(counts[0]).isCloseTo(12_000, within(400));
        assertThat(counts[1]).isCloseTo(6_000, within(300));
        assertThat(counts[2]).isCloseTo(4_000, within(300));
        assertThat(counts[3]).isCloseTo(3_000, within(300));
    }

    @Test
    void what_is_not_kept_cannot_be_lost() {
        assertThatThrownBy(() -> run(lines("{hits: 90%}", "faults: [{fault: cache-loss, of: users, at: 5s}]\n")))
                .hasMessageContaining("users: keeps nothing that could be lost");
        assertThatThrownBy(() -> run(lines("{keys: 100000}", "").replace("rate:", "processes: 11, rate:")))
                .hasMessageContaining("caches of 1100000 keys in all processes together (expected: at most 1000000)");
        assertThatThrownBy(() -> run(lines("{hits: 90%, keys: 5}", "")))
                .hasMessageContaining("keys: beside hits (expected: a fixed share of hits, or keys that are kept)");
        assertThatThrownBy(() -> run(lines("{keys: 5}", "faults: [{fault: cache-loss, of: users, at: 10s}]\n")))
                .hasMessageContaining("at: ");
    }
}
