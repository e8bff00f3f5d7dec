package io.goodput.cache;

import io.goodput.CallContext;
import io.goodput.event.Subscription;
import io.goodput.handoff.HandOff;
import io.goodput.handoff.Uncaught;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A cache in front of a dependency, for those who hold no thread: who asks gets a future. Does what {@link ReadThrough}
 * says.
 *
 * <p>The future ends with the value; with what the load failed with; with a {@link CacheRefusedException} if there is
 * nothing to serve and nobody was asked; or with a {@link TimeoutException} at the deadline of whoever asked. To cancel
 * it is to give up waiting. It ends on the thread that brought it about.
 *
 * @param <K> keys, by {@code equals}
 */
public final class AsyncReadThrough<K, V> {
    private final ReadThrough<K, Answer<V>> reads;
    private final CacheBase<K, V> base;
    private final AsyncValueLoader<K, V> loader;
    private final EarliestDeadline earliest;

    /** What was found of a key, and what it is good for. */
    record Found<V>(Cached<V> cached, CacheDecision decision, long at) {}

    /** A cache of what the store holds. */
    public AsyncReadThrough(ReadThrough.Settings settings, CacheBase<K, V> base, AsyncValueLoader<K, V> loader) {
        this.reads = new ReadThrough<>(settings);
        this.base = base;
        this.loader = loader;
        this.earliest = new EarliestDeadline(base.timers(), now -> tell(reads.expired(now), _ -> {}, now));
    }

    /**
     * Asks for a key.
     *
     * @param context of whoever asks: until when, and for whom
     */
    public CompletableFuture<Optional<V>> get(K key, CallContext context) {
        Found<V> found = find(key);
        return isAnswer(found) ? CompletableFuture.completedFuture(found.cached.value()) : follow(key, context, found);
    }

    Found<V> find(K key) {
        long now = base.timers().nanos();
        Cached<V> stored = base.store().get(key);
        Cached<V> cached = stored == null ? Cached.absent() : stored;
        return new Found<>(cached, reads.decide(cached.entry(), now, base.random()), now);
    }

    /** Whether nothing is to be done, or made. */
    boolean isAnswer(Found<V> found) {
        return found.decision == CacheDecision.FRESH && !reads.isHeard();
    }

    CompletableFuture<Optional<V>> follow(K key, CallContext context, Found<V> found) {
        var answer = new Answer<V>(context);
        var request = new CacheRequest<>(key, answer, context.deadline().nanos());
        switch (reads.follow(request, found.decision, found.at)) {
            case CacheRead.Serve _ -> answer.complete(found.cached.value());
            case CacheRead.Refresh(long token) -> {
                answer.complete(found.cached.value());
                var _ = load(new CacheLoad<>(request.behind(), token, found.at), context.behind());
            }
            case CacheRead.Load(long token) -> lead(answer, new CacheLoad<>(request, token, found.at));
            case Joined.Waits _ -> answer.whenCancelled(() -> reads.leave(key, answer));
            case CacheRefusal refusal -> answer.completeExceptionally(CacheRefusedException.of(refusal));
        }
        earliest.set(reads.earliestDeadline());
        return answer;
    }

    /** Loads for one who waits, and no longer than that. */
    private void lead(Answer<V> answer, CacheLoad<K, Answer<V>> load) {
        answer.endAt(load.request().deadline(), base.timers());
        CompletableFuture<Optional<V>> loading = load(load, answer.context());
        var _ = answer.whenComplete((_, _) -> loading.cancel(true));
    }

    private CompletableFuture<Optional<V>> load(CacheLoad<K, Answer<V>> load, CallContext context) {
        CompletableFuture<Optional<V>> loading;
        try {
            loading = loader.load(load.key(), context);
        } catch (Throwable failure) {
            loading = CompletableFuture.failedFuture(failure);
        }
        var _ = loading.whenComplete((value, failure) -> ended(load, value, failure));
        return loading;
    }

    @SuppressWarnings("NullableOptional") // as futures tell it
    private void ended(CacheLoad<K, Answer<V>> load, @Nullable Optional<V> value, @Nullable Throwable failure) {
        LoadResult<V> result = LoadResult.of(value, failure);
        long now = base.timers().nanos();
        Resolution<K, Answer<V>> told;
        if (result instanceof LoadResult.Failure<V>(CancellationException _)) {
            told = reads.cancelled(load, now);
        } else {
            told = keep(new Ending(load, result, now));
        }
        Answer<V> own = load.request().waiter();
        if (own != null) {
            own.end(result);
        }
        tell(told, answer -> answer.end(result), now);
    }

    /** A store that throws keeps nobody waiting: the load has ended all the same. */
    private Resolution<K, Answer<V>> keep(Ending ending) {
        try {
            base.store().compute(ending.load.key(), (_, old) -> ending.keep(old));
        } catch (Throwable thrown) {
            Uncaught.tell(thrown);
        }
        return ending.told();
    }

    /** The end of a load, in the store's lock of its key. */
    private final class Ending {
        private final CacheLoad<K, Answer<V>> load;
        private final LoadResult<V> result;
        private final long now;
        private @Nullable Resolution<K, Answer<V>> told;

        Ending(CacheLoad<K, Answer<V>> load, LoadResult<V> result, long now) {
            this.load = load;
            this.result = result;
            this.now = now;
        }

        /** What the store keeps from now on; null for nothing. */
        @Nullable Cached<V> keep(@Nullable Cached<V> old) {
            Cached<V> before = old == null ? Cached.absent() : old;
            LoadEnd<K, Answer<V>> end = switch (result) {
                case LoadResult.Value<V>(Optional<V> value) -> reads.loaded(load, value.isEmpty(), now, base.random());
                case LoadResult.Failure<V> _ -> reads.failed(load, before.entry(), now, base.random());
            };
            told = end.told();
            return end.entry() == null ? old : new Cached<>(end.entry(), result.or(before.value()));
        }

        /** Whom to tell, whether or not the store has asked what to keep. */
        Resolution<K, Answer<V>> told() {
            if (told == null) {
                keep(null);
            }
            return Objects.requireNonNull(told);
        }
    }

    private void tell(Resolution<K, Answer<V>> told, Consumer<Answer<V>> answered, long now) {
        told.answered().forEach(answered);
        told.timedOut().forEach(Answer::timeOut);
        for (Resolution.Lead<K, Answer<V>> lead : told.leads()) {
            Answer<V> answer = lead.waiter();
            var request = new CacheRequest<>(
                    lead.key(), answer, answer.context().deadline().nanos());
            HandOff.run(() -> lead(answer, new CacheLoad<>(request, lead.token(), now)));
        }
        earliest.set(reads.earliestDeadline());
    }

    /** The value has changed at its source: no value from before is kept, or served to who asks from now on. */
    public void invalidate(K key) {
        base.store().compute(key, (k, _) -> {
            reads.invalidate(k);
            return null;
        });
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
