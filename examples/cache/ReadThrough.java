import io.goodput.Ticker;
import io.goodput.cache.Coalescer;
import io.goodput.cache.Entry;
import io.goodput.cache.Freshness;
import io.goodput.cache.Resolution;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** A cache in front of a function, over a ConcurrentHashMap: who asks gets a future. */
class ReadThrough<K, V> {
    private record Cell<V>(Entry entry, V value) {}

    private final ConcurrentHashMap<K, Cell<V>> store = new ConcurrentHashMap<>();
    private final Coalescer<K, CompletableFuture<V>> coalescer = new Coalescer<>(Coalescer.Settings.STANDARD);
    private final Freshness freshness;
    private final Function<K, V> dependency;
    private final Executor executor;
    private final Ticker ticker;
    private final RandomGenerator random = RandomGenerator.getDefault();

    ReadThrough(Freshness.Settings settings, Function<K, V> dependency, Executor executor, Ticker ticker) {
        this.freshness = new Freshness(settings);
        this.dependency = dependency;
        this.executor = executor;
        this.ticker = ticker;
    }

    CompletableFuture<V> get(K key) {
        Cell<V> cell = store.getOrDefault(key, new Cell<>(Entry.ABSENT, null));
        long now = ticker.nanos();
        var answer = new CompletableFuture<V>();
        switch (freshness.decide(cell.entry(), now, random)) {
            case FRESH, SERVE_STALE -> answer.complete(cell.value());
            case GONE -> answer.completeExceptionally(new NoSuchElementException("no answer, and too early to ask"));
            case REFRESH_BEHIND -> {
                answer.complete(cell.value());
                load(key, coalescer.lead(key, Long.MAX_VALUE, now), new CompletableFuture<>());
            }
            case MUST_LOAD -> load(key, coalescer.join(key, answer, Long.MAX_VALUE, now), answer);
        }
        return answer;
    }

    /** The leader's own answer is the last argument; who waits is told by the coalescer. */
    private void load(K key, long token, CompletableFuture<V> own) {
        if (token < Coalescer.WAIT) {
            own.completeExceptionally(new IllegalStateException("too many wait already"));
        } else if (token > Coalescer.WAIT) {
            long began = ticker.nanos();
            CompletableFuture.supplyAsync(() -> dependency.apply(key), executor)
                    .whenComplete((value, failure) -> ended(key, token, own, value, failure, began));
        }
    }

    private void ended(K key, long token, CompletableFuture<V> own, V value, Throwable failure, long began) {
        long now = ticker.nanos();
        var told = new CompletableFuture<Resolution<K, CompletableFuture<V>>>();
        store.compute(key, (k, old) -> {
            var before = old == null ? new Cell<V>(Entry.ABSENT, null) : old;
            told.complete(failure == null ? coalescer.completed(k, token, now) : coalescer.failed(k, token, now));
            if (failure != null) {
                return new Cell<>(freshness.failed(before.entry(), now, random), before.value());
            }
            return told.join().current() ? new Cell<>(freshness.loaded(now, now - began, false, random), value) : old;
        });
        tell(own, value, failure);
        told.join().answered().forEach(waiter -> tell(waiter, value, failure));
        told.join().leads().forEach(lead -> load(key, lead.token(), lead.waiter()));
    }

    private void tell(CompletableFuture<V> waiter, V value, Throwable failure) {
        if (failure == null) {
            waiter.complete(value);
        } else {
            waiter.completeExceptionally(failure);
        }
    }

    /** In the same lock of the key as the end of a load: no value from before it is kept after it. */
    void invalidate(K key) {
        store.compute(key, (k, old) -> {
            coalescer.invalidate(k);
            return null;
        });
    }

    public static void main(String... args) {
        var clock = new AtomicLong();
        var loads = new AtomicInteger();
        var down = new AtomicInteger();
        // Loads in the caller's thread, so that the output is always the same. A service has a pool or virtual threads.
        var cache = new ReadThrough<String, String>(
                Freshness.Settings.STANDARD,
                key -> {
                    if (down.get() == 1) {
                        throw new IllegalStateException("down");
                    }
                    return key + " no. " + loads.incrementAndGet();
                },
                Runnable::run,
                clock::get);
        System.out.println("cold:        " + cache.get("price").join());
        System.out.println("fresh:       " + cache.get("price").join());
        cache.invalidate("price");
        System.out.println("invalidated: " + cache.get("price").join());
        down.set(1);
        clock.addAndGet(Duration.ofMinutes(30).toNanos());
        System.out.println("down 30 min: " + cache.get("price").join());
        clock.addAndGet(Duration.ofMinutes(31).toNanos());
        System.out.println("down 61 min: " + cache.get("price").handle((value, failure) -> failure).join());
        System.out.println("asked again: " + cache.get("price").handle((value, failure) -> failure).join());
    }
}
