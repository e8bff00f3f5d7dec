package io.goodput.balance;

import io.goodput.Outcome;
import io.goodput.Range;
import io.goodput.bounds.Expected;
import io.goodput.bounds.Shown;
import io.goodput.event.Listeners;
import io.goodput.event.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Picks the endpoint of each call.
 *
 * <p>In this order: the endpoints that serve the call's key ({@link Subset}); of these the available ones, or all if
 * too few are ({@link Settings#panic()}); of these a zone ({@link Zones}); of these one by {@link Strategy}. An
 * endpoint is available unless it is {@linkplain #health marked} unhealthy or {@linkplain OutlierEjection ejected}.
 *
 * <p>Each pick is to be followed by one {@link #ended}. Both are cheap: no locks, and nothing is allocated unless a key
 * is seen for the first time. Now and then a pick also finds that it is time to look for outliers, and does so while
 * others go on with what was known before.
 *
 * <p>A balancer belongs to one dependency.
 */
public final class Balancer {
    /** How many endpoints there may be. */
    public static final Range<Integer> ENDPOINTS = new Range<>(0, 10_000);

    private static final long AT_ONCE = 0;
    private static final long NEVER = Long.MAX_VALUE;

    private final AtomicInteger turn = new AtomicInteger();
    private final TypicalPeer peer = new TypicalPeer();

    /** When to look for outliers; {@link #AT_ONCE} if one is suspected. */
    private final AtomicLong nextSweep = new AtomicLong(AT_ONCE);

    private final ReentrantLock lock = new ReentrantLock();
    private final Listeners<BalancerEvent> listeners = new Listeners<>();

    // Guarded by the lock; the roster may be read at any time.
    private final OutlierEjection ejection = new OutlierEjection();
    private long lastSweep;
    private long healthChanges;
    private long panics;
    private volatile Roster roster;

    /**
     * A balancer of those endpoints, all of them healthy.
     *
     * @param addresses up to 10,000, none twice
     */
    public Balancer(Settings settings, List<Address> addresses) {
        this.roster = new Roster(endpoints(addresses, List.of()), settings, turn);
    }

    private static List<Endpoint> endpoints(List<Address> addresses, List<Endpoint> before) {
        ENDPOINTS.check("endpoints", addresses.size());
        Map<Address, Endpoint> known = new HashMap<>();
        before.forEach(endpoint -> known.put(endpoint.address(), endpoint));
        Set<String> names = new HashSet<>();
        List<Endpoint> endpoints = new ArrayList<>();
        for (Address address : addresses) {
            Endpoint stays = known.get(address);
            Endpoint endpoint = stays != null ? stays : new Endpoint(address);
            if (!names.add(address.name())) {
                throw Expected.refused("endpoints", address.name(), "each name once");
            }
            endpoints.add(endpoint);
        }
        return List.copyOf(endpoints);
    }

    /**
     * The endpoint of the next attempt. It counts as in flight there until {@link #ended}.
     *
     * @param now the ticker's reading
     * @param random drawn from a few times
     * @param key whose call it is, for {@link Settings#subset()}; null if nobody's
     * @param avoid the endpoint of the attempt before, for a retry or a hedge: another one is picked, of another zone
     *     if need be, if any other of the key's is available; null for a first attempt
     * @return null if, and only if, there are no endpoints
     */
    public @Nullable Endpoint pick(long now, RandomGenerator random, @Nullable Object key, @Nullable Endpoint avoid) {
        if (now >= nextSweep.get()) {
            sweep(now, random);
        }
        Roster current = roster;
        Endpoint picked = current.pool(key).pick(now, random, avoid);
        if (picked != null) {
            picked.started();
        }
        return picked;
    }

    /**
     * What was picked has ended. To be called once for each pick, also for an endpoint that has since left the list.
     *
     * @param outcome of the attempt; {@link Outcome#DROPPED} and {@link Outcome#CANCELLED} say nothing about the
     *     endpoint. {@link Outcome#PERMANENT_FAILURE} is an answer, as a 4xx is: it costs the endpoint nothing, and as
     *     it may be quick for want of work it is no latency either
     * @param startedAt when the attempt began
     * @param now when it ended
     */
    public void ended(Endpoint endpoint, Outcome outcome, long startedAt, long now) {
        endpoint.released();
        if (outcome == Outcome.DROPPED || outcome == Outcome.CANCELLED) {
            return;
        }
        Roster current = roster;
        long elapsed = Math.max(0, now - startedAt);
        switch (outcome) {
            case SUCCESS -> endpoint.succeeded(elapsed, now, current.cost);
            case PERMANENT_FAILURE -> endpoint.answered(now, current.cost);
            default -> endpoint.failed(current.cost.charge(elapsed, peer.load(current, now)), now, current.cost);
        }
        OutlierEjection.Settings limits = current.settings.ejection();
        if (limits == null || outcome == Outcome.THROTTLED) {
            return;
        }
        // The suspicion is visible before the request to look at it.
        if (endpoint.counted(outcome) >= limits.failuresInARow() && !endpoint.isEjected()) {
            nextSweep.set(AT_ONCE);
        }
    }

    private void sweep(long now, RandomGenerator random) {
        if (!lock.tryLock()) {
            return;
        }
        try {
            OutlierEjection.Settings limits = roster.settings.ejection();
            lastSweep = now;
            // Who suspects an endpoint from here on is not overheard: this is no longer NEVER then.
            nextSweep.set(NEVER);
            if (limits == null) {
                return;
            }
            if (ejection.sweep(new OutlierEjection.Sweep(roster.endpoints, limits, now, random, listeners))) {
                rebuild(roster.endpoints, roster.settings);
            }
            nextSweep.compareAndSet(NEVER, ejection.nextSweep(roster.endpoints, limits));
        } finally {
            lock.unlock();
        }
    }

    private void rebuild(List<Endpoint> endpoints, Settings settings) {
        boolean before = roster.pool.isPanicking();
        roster = new Roster(endpoints, settings, turn);
        boolean panicking = roster.pool.isPanicking();
        panics += panicking && !before ? 1 : 0;
        if (before != panicking && listeners.any()) {
            listeners.tell(new BalancerEvent.PanicChanged(panicking, endpoints.size()));
        }
    }

    /** All endpoints, in the order of the list, the unhealthy and the ejected included. */
    public List<Endpoint> endpoints() {
        return roster.endpoints;
    }

    /** Those that calls without a key may go to now. */
    public List<Endpoint> available() {
        return roster.pool.available();
    }

    /** True while so few endpoints are available that calls go to all of them. */
    public boolean isPanicking() {
        return roster.pool.isPanicking();
    }

    /** The latest outliers found, up to 64, the oldest first; in a dry run, those that would have been ejected. */
    public List<Detection> detections() {
        lock.lock();
        try {
            return ejection.detections();
        } finally {
            lock.unlock();
        }
    }

    /** What it holds and has done. A pick that finds it at that goes on without a sweep. */
    public BalancerSnapshot snapshot() {
        lock.lock();
        try {
            Roster current = roster;
            return new BalancerSnapshot(
                    current.endpoints.size(),
                    current.pool.available().size(),
                    OutlierEjection.ejected(current.endpoints),
                    current.endpoints.stream().mapToInt(Endpoint::inFlight).sum(),
                    current.pool.isPanicking(),
                    ejection.found(),
                    ejection.returned(),
                    healthChanges,
                    panics);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Another list of endpoints. Those that stay, which is those of the same name and zone, keep all that is known of
     * them. Where fewer endpoints mean that fewer may be ejected, those next to return do so now.
     */
    public void update(List<Address> addresses) {
        lock.lock();
        try {
            List<Endpoint> endpoints = endpoints(addresses, roster.endpoints);
            apply(endpoints, roster.settings);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Something outside, such as an active health check, has found out about an endpoint. An unhealthy one gets no
     * calls, unless too many others are gone too. An ejected one that is healthy stays ejected until its time is over.
     */
    public void health(Endpoint endpoint, boolean healthy) {
        lock.lock();
        try {
            if (endpoint.isHealthy() != healthy) {
                endpoint.setHealthy(healthy);
                healthChanges++;
                if (listeners.any()) {
                    listeners.tell(new BalancerEvent.HealthChanged(endpoint, healthy));
                }
                rebuild(roster.endpoints, roster.settings);
            }
        } finally {
            lock.unlock();
        }
    }

    /** What it goes by. */
    public Settings settings() {
        return roster.settings;
    }

    /** Other settings, from the next pick on. What is known of the endpoints is kept. */
    public void change(Settings settings) {
        lock.lock();
        try {
            apply(roster.endpoints, settings);
        } finally {
            lock.unlock();
        }
    }

    /** Tells the listener of every {@link BalancerEvent} until the subscription is closed, one at a time. */
    public Subscription listen(Consumer<? super BalancerEvent> listener) {
        return listeners.add(listener);
    }

    private void apply(List<Endpoint> endpoints, Settings settings) {
        OutlierEjection.Settings limits = settings.ejection();
        int most = limits == null || !limits.enforced() ? 0 : limits.most(endpoints.size());
        OutlierEjection.keepTo(most, endpoints, lastSweep);
        rebuild(endpoints, settings);
        nextSweep.set(AT_ONCE);
    }

    @Override
    public String toString() {
        Roster current = roster;
        return "Balancer[" + current.pool.available().size() + " of " + current.endpoints.size()
                + (current.pool.isPanicking() ? " endpoints in a panic, " : " endpoints, ")
                + Shown.settings(current.settings) + "]";
    }

    /**
     * How endpoints are picked.
     *
     * @param strategy how one of several is chosen
     * @param decay the time constant of what is remembered of latencies and failures: after so long, what was counts
     *     for 1/e; 100 ms to 1 h
     * @param penalty what a failure counts for, at least, as latency; 0 to 1 h
     * @param zones preference for the caller's zone; null for none
     * @param subset the endpoints that serve a key; null if all do
     * @param ejection of outliers; null for none
     * @param panic where a smaller share of the endpoints is available, calls go to all of them; 0, which means once
     *     none is available, to 1
     */
    public record Settings(
            Strategy strategy,
            Duration decay,
            Duration penalty,
            @Nullable Zones zones,
            @Nullable Subset subset,
            OutlierEjection.@Nullable Settings ejection,
            double panic) {
        /** What the time constant may be. */
        public static final Range<Duration> DECAY = new Range<>(Duration.ofMillis(100), Duration.ofHours(1));

        /** What a failure may count for. */
        public static final Range<Duration> PENALTY = new Range<>(Duration.ZERO, Duration.ofHours(1));

        /**
         * The power of two choices with a decay of 10 s (Finagle's) and a penalty of 1 s, no zones, no subsets,
         * {@link OutlierEjection.Settings#STANDARD}, panic below 50 % (Envoy's).
         */
        public static final Settings STANDARD = new Settings(
                Strategy.POWER_OF_TWO,
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                null,
                null,
                OutlierEjection.Settings.STANDARD,
                0.5);

        /** Refuses what is out of bounds. */
        public Settings {
            DECAY.check("decay", decay);
            PENALTY.check("penalty", penalty);
            Range.SHARE.check("panic", panic);
        }

        /** The same with another strategy. */
        public Settings withStrategy(Strategy other) {
            return new Settings(other, decay, penalty, zones, subset, ejection, panic);
        }

        /** The same with another memory, and another price of a failure. */
        public Settings withCost(Duration decay, Duration penalty) {
            return new Settings(strategy, decay, penalty, zones, subset, ejection, panic);
        }

        /** The same with another preference for zones, or none. */
        public Settings withZones(@Nullable Zones other) {
            return new Settings(strategy, decay, penalty, other, subset, ejection, panic);
        }

        /** The same with other subsets, or none. */
        public Settings withSubset(@Nullable Subset other) {
            return new Settings(strategy, decay, penalty, zones, other, ejection, panic);
        }

        /** The same with another ejection, or none. */
        public Settings withEjection(OutlierEjection.@Nullable Settings other) {
            return new Settings(strategy, decay, penalty, zones, subset, other, panic);
        }

        /** The same with another threshold of panic. */
        public Settings withPanic(double other) {
            return new Settings(strategy, decay, penalty, zones, subset, ejection, other);
        }
    }
}
