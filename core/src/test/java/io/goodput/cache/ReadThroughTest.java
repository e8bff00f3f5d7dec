package io.goodput.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.goodput.Allocations;
import io.goodput.CallContext;
import io.goodput.Criticality;
import io.goodput.Outcome;
import io.goodput.cache.CacheEvent.LoadFailed;
import io.goodput.cache.CacheEvent.LoadGivenUp;
import io.goodput.cache.CacheEvent.Loaded;
import io.goodput.cache.CacheEvent.Lookup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReadThroughTest {
    private static final long SECOND = 1_000_000_000;
    private static final ReadThrough.Settings PLAIN = ReadThrough.Settings.STANDARD.withFreshness(
            Freshness.Settings.STANDARD.withJitter(0).withEarly(0));

    private final RandomGenerator random = new SplittableRandom(1);
    private final ReadThrough<String, String> reads = new ReadThrough<>(PLAIN);

    private CacheRead read(CacheEntry entry, String who, long second) {
        return reads.read(new CacheRequest<>("k", who, Long.MAX_VALUE), entry, second * SECOND, random);
    }

    private CacheLoad<String, String> load(CacheRead read, long second) {
        long token = switch (read) {
            case CacheRead.Load(long number) -> number;
            case CacheRead.Refresh(long number) -> number;
            default -> throw new AssertionError(read);
        };
        return new CacheLoad<>(new CacheRequest<>("k", "leader", Long.MAX_VALUE), token, second * SECOND);
    }

    @Test
    void what_came_of_it_is_counted() {
        CacheRead first = read(CacheEntry.ABSENT, "a", 0);
        read(CacheEntry.ABSENT, "b", 0);
        reads.loaded(load(first, 0), false, SECOND, random);

        assertThat(reads.freshness().mustLoad()).isEqualTo(2);
        assertThat(reads.freshness().loaded()).isEqualTo(1);
        assertThat(reads.coalescing().led()).isEqualTo(1);
        assertThat(reads.coalescing().joined()).isEqualTo(1);
    }

    @Test
    void the_first_loads_the_others_wait_and_the_entry_is_served_from_then_on() {
        CacheRead first = read(CacheEntry.ABSENT, "a", 0);
        assertThat(first).isInstanceOf(CacheRead.Load.class);
        assertThat(read(CacheEntry.ABSENT, "b", 0)).isEqualTo(Joined.Waits.FOR_THE_LEADER);

        LoadEnd<String, String> end = reads.loaded(load(first, 0), false, SECOND, random);

        assertThat(end.told().answered()).containsExactly("b");
        assertThat(read(kept(end), "c", 2)).isEqualTo(CacheRead.Serve.FRESH);
    }

    @Test
    void a_due_entry_is_served_to_all_and_loaded_by_one() {
        CacheEntry entry = entryOf(0);

        assertThat(read(entry, "a", 60)).isInstanceOf(CacheRead.Refresh.class);
        assertThat(read(entry, "b", 60)).isEqualTo(CacheRead.Serve.DUE);
    }

    @Test
    void while_loads_fail_it_is_served_stale_and_then_it_is_gone() {
        CacheEntry entry = entryOf(0);
        CacheEntry failed = kept(reads.failed(load(read(entry, "a", 60), 60), entry, 60 * SECOND, random));
        assertThat(read(failed, "b", 60)).isEqualTo(CacheRead.Serve.STALE);
        CacheEntry late = kept(reads.failed(load(read(failed, "c", 3_600), 3_600), failed, 3_600 * SECOND, random));
        assertThat(read(late, "d", 3_600)).isEqualTo(CacheRefusal.GONE);
    }

    @Test
    void what_an_invalidation_has_overtaken_is_not_kept() {
        CacheLoad<String, String> load = load(read(CacheEntry.ABSENT, "a", 0), 0);
        reads.invalidate("k");

        assertThat(reads.loaded(load, false, SECOND, random).entry()).isNull();
    }

    @Test
    void without_coalescing_every_miss_loads_and_all_is_kept() {
        reads.change(PLAIN.withCoalesced(false));
        CacheRead one = read(CacheEntry.ABSENT, "a", 0);
        CacheRead other = read(CacheEntry.ABSENT, "b", 0);

        assertThat(List.of(one, other)).hasOnlyElementsOfType(CacheRead.Load.class);
        assertThat(reads.loaded(load(one, 0), false, SECOND, random).entry()).isNotNull();
        assertThat(reads.loaded(load(other, 0), false, SECOND, random).entry()).isNotNull();
    }

    @Test
    void who_listens_hears_of_lookups_and_loads() {
        var heard = new ArrayList<CacheEvent>();
        reads.listen(heard::add);
        CacheRead miss = read(CacheEntry.ABSENT, "a", 0);
        CacheLoad<String, String> load = load(miss, 0);
        CacheEntry failed = kept(reads.failed(load, CacheEntry.ABSENT, SECOND, random));
        CacheRead again = read(failed, "a", 10);
        reads.loaded(load(again, 10), true, 11 * SECOND, random);
        reads.cancelled(load(again, 10), 12 * SECOND);

        assertThat(heard)
                .containsExactly(
                        new Lookup("k", CacheDecision.MUST_LOAD, miss, 0),
                        new LoadFailed("k", SECOND, 1, SECOND),
                        new Lookup("k", CacheDecision.MUST_LOAD, again, 10 * SECOND),
                        new Loaded("k", SECOND, true, true, 11 * SECOND),
                        new LoadGivenUp("k", 12 * SECOND));
    }

    @Test
    void a_hit_allocates_nothing() throws Exception {
        CacheEntry entry = entryOf(0);
        var request = new CacheRequest<>("k", "a", Long.MAX_VALUE);
        int hits = 100_000;
        readOften(request, entry, hits);

        assertThat(Allocations.of(() -> readOften(request, entry, hits))).isLessThan(hits);
    }

    private void readOften(CacheRequest<String, String> request, CacheEntry entry, int times) {
        for (int i = 0; i < times; i++) {
            reads.read(request, entry, i, random);
        }
    }

    @Test
    void a_blocking_read_loads_once_in_the_context_of_who_asks() throws Exception {
        var loaded = new ArrayList<CallContext>();
        var cache = new BlockingReadThrough<String, String>(PLAIN, CacheBase.of(new ConcurrentHashMap<>()), key -> {
            loaded.add(CallContext.current());
            return Optional.of(key + loaded.size());
        });
        CallContext blue = CallContext.NONE.withTenant("blue");

        assertThat(cache.get("k", blue)).contains("k1");
        assertThat(cache.get("k", blue)).contains("k1");
        cache.invalidate("k");
        assertThat(cache.get("k", blue)).contains("k2");
        assertThat(loaded).extracting(CallContext::tenant).containsExactly("blue", "blue");
    }

    @Test
    void what_a_load_throws_is_thrown_and_then_nobody_is_asked_for_a_while() {
        var cache = new BlockingReadThrough<String, String>(PLAIN, CacheBase.of(new ConcurrentHashMap<>()), key -> {
            throw new IllegalStateException("down");
        });

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> cache.get("k", CallContext.NONE))
                .withMessage("down");
        assertThatExceptionOfType(CacheRefusedException.class)
                .isThrownBy(() -> cache.get("k", CallContext.NONE))
                .satisfies(refused -> assertThat(refused.outcome()).isEqualTo(Outcome.DROPPED))
                .withMessage("not in the cache, and not loaded: GONE");
    }

    @Test
    void a_refresh_behind_is_sheddable_and_has_no_deadline() {
        var contexts = new ArrayList<CallContext>();
        var store = new ConcurrentHashMap<String, Cached<String>>();
        var cache = new AsyncReadThrough<String, String>(
                PLAIN.withFreshness(PLAIN.freshness().withTtl(Duration.ZERO, Duration.ofDays(1))),
                CacheBase.of(store),
                (key, context) -> {
                    contexts.add(context);
                    return CompletableFuture.completedFuture(Optional.of("v"));
                });
        cache.get("k", CallContext.NONE).join();
        cache.get("k", CallContext.NONE).join();

        assertThat(contexts)
                .extracting(CallContext::criticality)
                .containsExactly(Criticality.CRITICAL, Criticality.SHEDDABLE);
    }

    @Test
    void who_waits_is_told_even_if_a_listener_or_the_loader_throws_an_error() throws Exception {
        var loading = new CompletableFuture<Optional<String>>();
        var cache =
                new AsyncReadThrough<String, String>(PLAIN, CacheBase.of(new ConcurrentHashMap<>()), (key, context) -> {
                    if (key.equals("broken")) {
                        throw new AssertionError("loader");
                    }
                    return loading;
                });
        CompletableFuture<Optional<String>> first = cache.get("k", CallContext.NONE);
        CompletableFuture<Optional<String>> second = cache.get("k", CallContext.NONE);
        var uncaught = new ArrayList<Throwable>();
        Thread.currentThread().setUncaughtExceptionHandler((_, error) -> uncaught.add(error));
        try {
            cache.listen(event -> {
                throw new AssertionError("listener");
            });
            loading.complete(Optional.of("v"));

            assertThat(first).isCompletedWithValue(Optional.of("v"));
            assertThat(second).isCompletedWithValue(Optional.of("v"));
            assertThat(cache.get("broken", CallContext.NONE)).isCompletedExceptionally();
            assertThat(cache.keys()).isZero();
            assertThat(uncaught).isNotEmpty().allMatch(error -> error instanceof AssertionError);
        } finally {
            Thread.currentThread().setUncaughtExceptionHandler(null);
        }
    }

    @Test
    void who_waits_is_told_even_if_the_store_throws() {
        var loading = new CompletableFuture<Optional<String>>();
        var cache = new AsyncReadThrough<String, String>(
                PLAIN,
                CacheBase.of(new ConcurrentHashMap<>() {
                    @Override
                    public @Nullable Cached<String> compute(
                            String key,
                            BiFunction<
                                            ? super String,
                                            ? super @Nullable Cached<String>,
                                            ? extends @Nullable Cached<String>>
                                    next) {
                        throw new AssertionError("store");
                    }
                }),
                (key, context) -> loading);
        CompletableFuture<Optional<String>> first = cache.get("k", CallContext.NONE);
        CompletableFuture<Optional<String>> second = cache.get("k", CallContext.NONE);
        var uncaught = new ArrayList<Throwable>();
        Thread.currentThread().setUncaughtExceptionHandler((_, error) -> uncaught.add(error));
        try {
            loading.complete(Optional.of("v"));
        } finally {
            Thread.currentThread().setUncaughtExceptionHandler(null);
        }

        assertThat(first).isCompletedWithValue(Optional.of("v"));
        assertThat(second).isCompletedWithValue(Optional.of("v"));
        assertThat(cache.keys()).isZero();
        assertThat(uncaught).hasSize(1);
    }

    private static CacheEntry kept(LoadEnd<String, String> end) {
        return Objects.requireNonNull(end.entry());
    }

    private static CacheEntry entryOf(long second) {
        return new CacheEntry(true, false, second * SECOND, 1, 0, 0, 0);
    }
}
