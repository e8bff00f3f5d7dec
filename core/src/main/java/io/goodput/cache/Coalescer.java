package io.goodput.cache;

import io.goodput.Range;
import io.goodput.cache.Resolution.Lead;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One load for all who miss the same key at the same time. The first one leads: it loads; the others wait for what it
 * gets.
 *
 * <ul>
 *   <li>A key has one leader at a time. A token tells it from those before it, and what a former one says counts for
 *       nothing.
 *   <li>Whoever is told to wait is told one more thing, once: the answer, that its time is up, or that it leads now.
 *       Each keeps its own deadline.
 *   <li>A leader that gives up, or whose time is up, takes nobody with it: the waiter with the most time left leads
 *       next. A leader whose load <em>fails</em> does: the waiters get the failure. To let each of them try in turn
 *       would ask a failing dependency once for every waiter.
 *   <li>A load that began before an {@linkplain #invalidate invalidation} answers those who asked before it too, and
 *       may not be kept. Those who asked later do not get it: one of them loads anew.
 *   <li>The keys in flight and the waiters of each are bounded. Who comes on top is refused at once.
 * </ul>
 *
 * <p>It calls nobody: those it names in a {@link Resolution} are told by its caller, who also holds the values. Whoever
 * leads is not a waiter any more and is not named again: it knows its own deadline and its own result.
 *
 * <p>Thread-safe, by one lock that is held for no longer than a change of the lists takes. Only misses come here.
 *
 * @param <K> keys, by {@code equals}
 * @param <W> waiters, by identity
 */
public final class Coalescer<K, W> {
    private static final Comparator<Party<?, ?>> BY_DEADLINE =
            Comparator.<Party<?, ?>>comparingLong(party -> party.deadline).thenComparingLong(party -> party.number);

    private final Map<K, Flight<K, W>> flights = new HashMap<>();
    private final TreeSet<Party<K, W>> deadlines = new TreeSet<>(BY_DEADLINE);
    private final CoalescerCounts counts = new CoalescerCounts();
    private Settings settings;
    private long numbers;

    /** Nothing in flight. */
    public Coalescer(Settings settings) {
        this.settings = settings;
    }

    /**
     * Somebody needs a key.
     *
     * @param waiter told of later if the answer is {@link Joined.Waits}
     * @param deadline until when it needs it; {@link Long#MAX_VALUE} for as long as it takes
     * @return {@link Joined.Leads}: load, and say how it ended; {@link Joined.Waits}; or why neither
     */
    public synchronized Joined join(K key, W waiter, long deadline, long now) {
        Flight<K, W> flight = flights.get(key);
        if (flight == null || deadline <= now) {
            return lead(key, deadline, now);
        }
        if (flight.waiters.size() >= settings.waiters()) {
            return counts.told(CacheRefusal.TOO_MANY_WAITERS);
        }
        var party = new Party<>(flight, waiter, deadline, ++numbers);
        party.late = flight.fenced;
        flight.waiters.add(party);
        watch(party);
        return counts.told(Joined.Waits.FOR_THE_LEADER);
    }

    /**
     * Somebody would load a key, but not wait for it: a refresh behind.
     *
     * @param deadline until when it has the lead; {@link Long#MAX_VALUE} for as long as it takes
     * @return {@link Joined.Leads}, as {@link #join}; {@link Joined.Waits} if there is nothing to do, as somebody
     *     loads; or why neither
     */
    public synchronized Joined lead(K key, long deadline, long now) {
        if (deadline <= now) {
            return counts.told(CacheRefusal.TOO_LATE);
        }
        if (flights.containsKey(key)) {
            return counts.told(Joined.Waits.FOR_THE_LEADER);
        }
        if (flights.size() >= settings.keys()) {
            return counts.told(CacheRefusal.TOO_MANY_KEYS);
        }
        var flight = new Flight<K, W>(key, deadline, ++numbers);
        flights.put(key, flight);
        watch(flight.leader);
        return counts.told(new Joined.Leads(flight.leader.number));
    }

    /**
     * The leader has the value. To keep it where {@link Resolution#current()} allows it, and to forget it on an
     * {@link #invalidate invalidation}, must be atomic with this call: do both inside the store's own lock of the key,
     * such as {@code ConcurrentHashMap.compute}.
     */
    public synchronized Resolution<K, W> completed(K key, long token, long now) {
        var turn = new Turn();
        Flight<K, W> flight = led(key, token);
        if (flight == null) {
            return turn.resolution(false);
        }
        counts.completed++;
        boolean current = !flight.fenced;
        turn.answer(flight, now, false);
        turn.nextLead(flight, now);
        return turn.resolution(current);
    }

    /** The leader's load has failed: so it has for all who wait. */
    public synchronized Resolution<K, W> failed(K key, long token, long now) {
        var turn = new Turn();
        Flight<K, W> flight = led(key, token);
        if (flight != null) {
            counts.failed++;
            turn.answer(flight, now, true);
            turn.nextLead(flight, now);
        }
        return turn.resolution(false);
    }

    /** The leader gives up, for reasons of its own that say nothing about the dependency. */
    public synchronized Resolution<K, W> leaderCancelled(K key, long token, long now) {
        var turn = new Turn();
        Flight<K, W> flight = led(key, token);
        if (flight != null) {
            turn.nextLead(flight, now);
        }
        return turn.resolution(false);
    }

    /**
     * A waiter gives up.
     *
     * @return false if it does not wait: it has been told something meanwhile, and if that is that it leads, it has to
     *     give up {@linkplain #leaderCancelled as a leader}
     */
    @SuppressWarnings("ReferenceEquality") // waiters that are equal are still two
    public synchronized boolean leave(K key, W waiter) {
        Flight<K, W> flight = flights.get(key);
        if (flight == null) {
            return false;
        }
        for (Party<K, W> party : flight.waiters) {
            if (party.waiter == waiter) {
                flight.waiters.remove(party);
                deadlines.remove(party);
                return true;
            }
        }
        return false;
    }

    /**
     * The value has changed at its source: what a load in flight brings is out of date.
     *
     * @return true if there is such a load
     */
    public synchronized boolean invalidate(K key) {
        Flight<K, W> flight = flights.get(key);
        if (flight == null) {
            return false;
        }
        counts.invalidated += flight.fenced ? 0 : 1;
        flight.fenced = true;
        return true;
    }

    /** Takes out all whose time is up, leaders too. To be called at {@link #earliestDeadline()}. */
    public synchronized Resolution<K, W> expired(long now) {
        var turn = new Turn();
        while (!deadlines.isEmpty() && deadlines.first().deadline <= now) {
            Party<K, W> party = deadlines.first();
            Flight<K, W> flight = party.flight;
            if (party == flight.leader) {
                turn.nextLead(flight, now);
            } else {
                flight.waiters.remove(party);
                turn.timeOut(party);
            }
        }
        return turn.resolution(false);
    }

    /** When the next one's time is up, leader or waiter; {@link Long#MAX_VALUE} if that never happens. */
    public synchronized long earliestDeadline() {
        return deadlines.isEmpty() ? Long.MAX_VALUE : deadlines.first().deadline;
    }

    /** How many keys are being loaded. */
    public synchronized int keys() {
        return flights.size();
    }

    /** How many wait for a key, the leader not counted. */
    public synchronized int waiting(K key) {
        Flight<K, W> flight = flights.get(key);
        return flight == null ? 0 : flight.waiters.size();
    }

    /** What it holds and has done. */
    public synchronized CoalescerSnapshot snapshot() {
        return counts.snapshot(flights.size());
    }

    /** The bounds in force. */
    public synchronized Settings settings() {
        return settings;
    }

    /** Other bounds, for those who come from now on. */
    public synchronized void change(Settings other) {
        settings = other;
    }

    @Override
    public synchronized String toString() {
        return flights.size() + " of " + settings.keys() + " keys loading, " + settings.waiters()
                + " may wait for each";
    }

    private @Nullable Flight<K, W> led(K key, long token) {
        Flight<K, W> flight = flights.get(key);
        return flight != null && flight.leader.number == token ? flight : null;
    }

    private void watch(Party<K, W> party) {
        if (party.deadline != Long.MAX_VALUE) {
            deadlines.add(party);
        }
    }

    /** Collects who is told what, while one event is worked off. */
    private final class Turn {
        private final List<W> answered = new ArrayList<>();
        private final List<W> timedOut = new ArrayList<>();
        private final List<Lead<K, W>> leads = new ArrayList<>();

        /** All those that the load is good for: the late ones too, or not. */
        void answer(Flight<K, W> flight, long now, boolean late) {
            for (Iterator<Party<K, W>> all = flight.waiters.iterator(); all.hasNext(); ) {
                Party<K, W> party = all.next();
                if (party.deadline <= now) {
                    all.remove();
                    timeOut(party);
                } else if (late || !party.late) {
                    all.remove();
                    deadlines.remove(party);
                    counts.answered++;
                    answered.add(party.waiter());
                }
            }
        }

        /**
         * The waiter with the most time left loads, from now on and so for all; without waiters the key is done with.
         */
        void nextLead(Flight<K, W> flight, long now) {
            deadlines.remove(flight.leader);
            Party<K, W> next = null;
            for (Party<K, W> party : flight.waiters) {
                party.late = false;
                if (next == null || party.deadline > next.deadline) {
                    next = party;
                }
            }
            if (next == null || next.deadline <= now) {
                flight.waiters.forEach(this::timeOut);
                flights.remove(flight.key);
                return;
            }
            flight.waiters.remove(next);
            deadlines.remove(next);
            flight.fenced = false;
            flight.leader = new Party<>(flight, null, next.deadline, ++numbers);
            watch(flight.leader);
            counts.handedOn++;
            leads.add(new Lead<>(flight.key, next.waiter(), flight.leader.number));
        }

        void timeOut(Party<K, W> party) {
            deadlines.remove(party);
            counts.timedOut++;
            timedOut.add(party.waiter());
        }

        Resolution<K, W> resolution(boolean current) {
            return new Resolution<>(answered, timedOut, leads, current);
        }
    }

    /**
     * Bounds of what is in flight.
     *
     * @param keys the most keys loaded at once, 1 to 1,000,000: what the dependency can be asked at once
     * @param waiters the most who wait for one key, its leader not counted, 0 to 1,000,000: what a slow load can hold
     *     up
     */
    public record Settings(int keys, int waiters) {
        /** How many keys may be loaded at once. */
        public static final Range<Integer> KEYS = new Range<>(1, 1_000_000);

        /** How many may wait for one key. */
        public static final Range<Integer> WAITERS = new Range<>(0, 1_000_000);

        /** 1,000 keys, 10,000 waiters for each. The article names no figures. */
        public static final Settings STANDARD = new Settings(1_000, 10_000);

        /** Refuses bounds that let nobody load. */
        public Settings {
            KEYS.check("keys", keys);
            WAITERS.check("waiters", waiters);
        }
    }
}
