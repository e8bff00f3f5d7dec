package io.goodput.cache;

import io.goodput.cache.CacheEvent.LoadFailed;
import io.goodput.cache.CacheEvent.LoadGivenUp;
import io.goodput.cache.CacheEvent.Loaded;
import io.goodput.cache.CacheEvent.Lookup;
import io.goodput.event.Listeners;
import io.goodput.event.Subscription;
import io.goodput.handoff.Uncaught;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * A cached call: what becomes of somebody who needs a key, by its {@link Freshness} and what others do about it at the
 * same time ({@link Coalescer}).
 *
 * <p>It is told the entry that the store has of the key, the time, and how loads end; it answers whether to serve the
 * entry, to load, to wait or to fail, what to keep, and whom to tell. It holds no values, makes no loads and calls
 * nobody but those who listen. {@link BlockingReadThrough} and {@link AsyncReadThrough} do what it says.
 *
 * <p>To keep what a load brings, and to forget it on an {@link #invalidate invalidation}, must be atomic with telling
 * it here: do both inside the store's own lock of the key, such as {@code ConcurrentHashMap.compute}.
 *
 * <p>Thread-safe. A hit allocates nothing.
 *
 * @param <K> keys, by {@code equals}
 * @param <W> waiters, by identity
 */
public final class ReadThrough<K, W> {
    private final Freshness freshness;
    private final Coalescer<K, W> coalescer;
    private final Listeners<CacheEvent> listeners = new Listeners<>();
    private volatile Settings settings;

    /** Nothing on its way. */
    public ReadThrough(Settings settings) {
        this.settings = settings;
        this.freshness = new Freshness(settings.freshness());
        this.coalescer = new Coalescer<>(settings.loading());
    }

    /**
     * What an entry is good for: the first half of {@link #read}, of which nobody is told. For drivers that make
     * nothing for a hit: what is {@link CacheDecision#FRESH} needs no second half, unless somebody {@linkplain #isHeard
     * listens}.
     *
     * @param entry the store's, or {@link CacheEntry#ABSENT}
     * @param random drawn from once where an early refresh is possible, and else not
     */
    public CacheDecision decide(CacheEntry entry, long now, RandomGenerator random) {
        return freshness.decide(entry, now, random);
    }

    /**
     * Somebody needs a key.
     *
     * @param entry the store's of that key, or {@link CacheEntry#ABSENT}
     * @param random as in {@link #decide}
     */
    public CacheRead read(CacheRequest<K, W> request, CacheEntry entry, long now, RandomGenerator random) {
        return follow(request, decide(entry, now, random), now);
    }

    /** The second half of {@link #read}. */
    public CacheRead follow(CacheRequest<K, W> request, CacheDecision decision, long now) {
        CacheRead read = switch (decision) {
            case FRESH -> CacheRead.Serve.FRESH;
            case SERVE_STALE -> CacheRead.Serve.STALE;
            case GONE -> CacheRefusal.GONE;
            case REFRESH_BEHIND -> refresh(request, now);
            case MUST_LOAD -> load(request, now);
        };
        if (listeners.any()) {
            tell(new Lookup(request.key(), decision, read, now));
        }
        return read;
    }

    private CacheRead refresh(CacheRequest<K, W> request, long now) {
        if (!settings.coalesced()) {
            return new CacheRead.Refresh(0);
        }
        return coalescer.lead(request.key(), Long.MAX_VALUE, now) instanceof Joined.Leads(long token)
                ? new CacheRead.Refresh(token)
                : CacheRead.Serve.DUE;
    }

    private CacheRead load(CacheRequest<K, W> request, long now) {
        if (!settings.coalesced()) {
            return new CacheRead.Load(0);
        }
        W waiter = request.waiter();
        Joined joined = waiter == null
                ? coalescer.lead(request.key(), request.deadline(), now)
                : coalescer.join(request.key(), waiter, request.deadline(), now);
        return switch (joined) {
            case Joined.Leads(long token) -> new CacheRead.Load(token);
            case Joined.Waits waits -> waits;
            case CacheRefusal refusal -> refusal;
        };
    }

    /**
     * A load has brought a value, or the answer that there is none: so it has for all who wait.
     *
     * @param negative whether the answer is that there is no such thing
     * @param random drawn from once, for the jitter of the TTL, if the value is to be kept
     */
    public LoadEnd<K, W> loaded(CacheLoad<K, W> load, boolean negative, long now, RandomGenerator random) {
        Resolution<K, W> told =
                settings.coalesced() ? coalescer.completed(load.key(), load.token(), now) : nobody(true);
        long took = now - load.began();
        if (listeners.any()) {
            tell(new Loaded(load.key(), took, negative, told.current(), now));
        }
        return new LoadEnd<>(told, told.current() ? freshness.loaded(now, took, negative, random) : null);
    }

    /**
     * A load has failed: so it has for all who wait.
     *
     * @param entry the store's of the key, or {@link CacheEntry#ABSENT}
     * @param random drawn from once, for the jitter of the wait before the next
     */
    public LoadEnd<K, W> failed(CacheLoad<K, W> load, CacheEntry entry, long now, RandomGenerator random) {
        Resolution<K, W> told = settings.coalesced() ? coalescer.failed(load.key(), load.token(), now) : nobody(false);
        CacheEntry next = freshness.failed(entry, now, random);
        if (listeners.any()) {
            tell(new LoadFailed(load.key(), now - load.began(), next.failures(), now));
        }
        return new LoadEnd<>(told, next);
    }

    /** A load was given up, for reasons that say nothing about the dependency: who waits longest leads the next. */
    public Resolution<K, W> cancelled(CacheLoad<K, W> load, long now) {
        if (listeners.any()) {
            tell(new LoadGivenUp(load.key(), now));
        }
        return settings.coalesced() ? coalescer.leaderCancelled(load.key(), load.token(), now) : nobody(false);
    }

    private static <K, W> Resolution<K, W> nobody(boolean current) {
        return new Resolution<>(List.of(), List.of(), List.of(), current);
    }

    /** A waiter gives up; see {@link Coalescer#leave}. */
    public boolean leave(K key, W waiter) {
        return coalescer.leave(key, waiter);
    }

    /** The value has changed at its source; see {@link Coalescer#invalidate}. The store forgets it. */
    public boolean invalidate(K key) {
        return coalescer.invalidate(key);
    }

    /** Takes out all whose time is up, leaders too. To be called at {@link #earliestDeadline()}. */
    public Resolution<K, W> expired(long now) {
        return coalescer.expired(now);
    }

    /** When the next one's time is up, leader or waiter; {@link Long#MAX_VALUE} if that never happens. */
    public long earliestDeadline() {
        return coalescer.earliestDeadline();
    }

    /** How many keys are being loaded, if loads are coalesced. */
    public int keys() {
        return coalescer.keys();
    }

    /** How many wait for a key, the leader not counted. */
    public int waiting(K key) {
        return coalescer.waiting(key);
    }

    /** What has been decided stands, and somebody waits to be told of it: no error of who listens comes between. */
    private void tell(CacheEvent event) {
        try {
            listeners.tell(event);
        } catch (Error error) {
            Uncaught.tell(error);
        }
    }

    /**
     * Tells the listener of every event until the subscription is closed. An {@link Error} that it throws goes to the
     * thread's handler of uncaught exceptions.
     */
    public Subscription listen(Consumer<? super CacheEvent> listener) {
        return listeners.add(listener);
    }

    /** Whether anybody listens. */
    public boolean isHeard() {
        return listeners.any();
    }

    /** What has come of looking at entries, and of loads. */
    public FreshnessSnapshot freshness() {
        return freshness.snapshot();
    }

    /** What has come of asking for the same key at the same time; zeros where that is not {@code coalesced}. */
    public CoalescerSnapshot coalescing() {
        return coalescer.snapshot();
    }

    /** The settings in force. */
    public Settings settings() {
        return settings;
    }

    /** Other settings, from now on, for entries that are there already too. Loads on their way stay as they are. */
    public void change(Settings other) {
        settings = other;
        freshness.change(other.freshness());
        coalescer.change(other.loading());
    }

    @Override
    public String toString() {
        return freshness + ", " + (settings.coalesced() ? coalescer : "every miss loads");
    }

    /**
     * What a cache goes by.
     *
     * @param freshness how old its values may get
     * @param loading what is loaded at once
     * @param coalesced whether those who miss a key at the same time share one load; otherwise each makes its own, and
     *     {@code loading} bounds nothing
     */
    public record Settings(Freshness.Settings freshness, Coalescer.Settings loading, boolean coalesced) {
        /** Both standards, coalesced. */
        public static final Settings STANDARD =
                new Settings(Freshness.Settings.STANDARD, Coalescer.Settings.STANDARD, true);

        /** The same with other times to live. */
        public Settings withFreshness(Freshness.Settings other) {
            return new Settings(other, loading, coalesced);
        }

        /** The same with other bounds of what is loaded at once. */
        public Settings withLoading(Coalescer.Settings other) {
            return new Settings(freshness, other, coalesced);
        }

        /** The same, with loads that are shared or not. */
        public Settings withCoalesced(boolean other) {
            return new Settings(freshness, loading, other);
        }
    }
}
