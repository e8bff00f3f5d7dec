package io.goodput.cache;

import io.goodput.CallContext;
import io.goodput.event.Subscription;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * A cache in front of a dependency, for threads that wait, virtual ones above all. Does what {@link ReadThrough} says.
 * Loads run in virtual threads of their own, so that a deadline holds whatever a load does.
 *
 * @param <K> keys, by {@code equals}
 */
public final class BlockingReadThrough<K, V> {
    private final AsyncReadThrough<K, V> reads;

    /** A cache of what the store holds. */
    public BlockingReadThrough(ReadThrough.Settings settings, CacheBase<K, V> base, ValueLoader<K, V> loader) {
        this.reads = new AsyncReadThrough<>(settings, base, (key, context) -> load(() -> loader.load(key), context));
    }

    private static <V> CompletableFuture<Optional<V>> load(Callable<Optional<V>> task, CallContext context) {
        var loading = new CompletableFuture<Optional<V>>();
        Thread thread = Thread.ofVirtual().name("cache load").start(() -> {
            try {
                loading.complete(context.call(task));
            } catch (Throwable failure) {
                loading.completeExceptionally(failure);
            }
        });
        var _ = loading.whenComplete((_, _) -> {
            if (loading.isCancelled()) {
                thread.interrupt();
            }
        });
        return loading;
    }

    /**
     * The value of a key, from the store or loaded.
     *
     * @param context of whoever asks: until when, and for whom
     * @return empty if there is no such thing
     * @throws CacheRefusedException if there is nothing to serve, and nobody was asked
     * @throws TimeoutException if the deadline has passed meanwhile
     * @throws InterruptedException if the thread is interrupted while it waits
     * @throws Exception what the load threw
     */
    public Optional<V> get(K key, CallContext context) throws Exception {
        AsyncReadThrough.Found<V> found = reads.find(key);
        if (reads.isAnswer(found)) {
            return found.cached().value();
        }
        CompletableFuture<Optional<V>> answer = reads.follow(key, context, found);
        try {
            return answer.get();
        } catch (InterruptedException interrupted) {
            answer.cancel(true);
            throw interrupted;
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case Exception cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw failed;
            }
        }
    }

    /** The value has changed at its source: no value from before is kept, or served to who asks from now on. */
    public void invalidate(K key) {
        reads.invalidate(key);
    }

    /** How many keys are being loaded, if loads are coalesced. */
    public int keys() {
        return reads.keys();
    }

    /** How many wait for a key, the one who leads its load not counted. */
    public int waiting(K key) {
        return reads.waiting(key);
    }

    /** The settings in force. */
    public ReadThrough.Settings settings() {
        return reads.settings();
    }

    /** Other settings, from now on, for entries that are there already too. Loads on their way stay as they are. */
    public void change(ReadThrough.Settings other) {
        reads.change(other);
    }

    /**
     * Tells the listener of every event until the subscription is closed. Some come inside the store's lock of a key.
     */
    public Subscription listen(Consumer<? super CacheEvent> listener) {
        return reads.listen(listener);
    }

    @Override
    public String toString() {
        return reads.toString();
    }
}
