package io.goodput.cache;

import static io.goodput.Interleavings.require;

import io.goodput.Interleavings;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/** One key that is read, loaded and changed at its source: its version is its value. */
public class ReadThroughInterleavingsTest {
    private static final String KEY = "key";
    private static final ReadThrough.Settings SETTINGS = ReadThrough.Settings.STANDARD.withFreshness(
            Freshness.Settings.STANDARD.withJitter(0).withEarly(0));

    private final ReadThrough<String, Object> reads = new ReadThrough<>(SETTINGS);
    private final ConcurrentHashMap<String, Long> store = new ConcurrentHashMap<>();
    private final AtomicLong source = new AtomicLong();
    private final AtomicInteger loading = new AtomicInteger();
    private final AtomicInteger mostLoading = new AtomicInteger();

    @Operation
    public void read() {
        if (store.containsKey(KEY)) {
            return;
        }
        var request = new CacheRequest<String, Object>(KEY, null, Long.MAX_VALUE);
        if (reads.follow(request, CacheDecision.MUST_LOAD, 0) instanceof CacheRead.Load(long token)) {
            mostLoading.accumulateAndGet(loading.incrementAndGet(), Math::max);
            long value = source.get();
            loading.decrementAndGet();
            store.compute(KEY, (_, old) -> {
                boolean kept = reads.loaded(new CacheLoad<>(request, token, 0), false, 0, () -> 0)
                                .entry()
                        != null;
                return kept ? (Long) value : old;
            });
        }
    }

    @Operation
    public void change() {
        source.incrementAndGet();
        store.compute(KEY, (_, _) -> {
            reads.invalidate(KEY);
            return null;
        });
    }

    @Validate
    public void nothing_outdated_is_kept_and_one_loads_at_a_time() {
        Long kept = store.get(KEY);
        require(kept == null || kept == source.get(), () -> kept + " is kept, and it is " + source);
        require(mostLoading.get() <= 1, () -> mostLoading + " loaded at a time");
        require(reads.keys() == 0, () -> "a load is left behind");
    }

    @Test
    void a_change_is_never_hidden_by_what_was_loaded_before_it() {
        Interleavings.longSteps().check(ReadThroughInterleavingsTest.class);
    }
}
