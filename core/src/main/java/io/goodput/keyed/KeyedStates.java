package io.goodput.keyed;

import io.goodput.Range;
import io.goodput.bounds.Expected;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A state for each key, for a bounded number of keys.
 *
 * <p>A look-up that finds its key takes no lock, allocates nothing and, for a key in steady use, writes nothing. One
 * that does not find it makes the state under a lock, and evicts another if the table is full.
 *
 * <p>Which one goes: a tenth of the room is for keys on trial, which leave in the order in which they came unless they
 * were asked for again; those move to the rest of the room, as does a key that left not long ago and comes again.
 * There, a hand goes round and takes who was not asked for since it last came by (a key that was asked for often
 * survives three rounds). So a flood of keys that are seen once passes through the tenth and evicts nobody in steady
 * use, and a key that is new and in use gets in all the same. A state that {@linkplain Lifecycle#matters matters} is
 * evicted only if the search for another one finds none among {@value #MOST_LOOKS}.
 *
 * <p>What a look-up does under the lock is bounded, however many keys there are: after the room was
 * {@linkplain #changeMaxKeys made smaller}, each new key evicts {@value #MOST_EVICTIONS} at the most.
 *
 * <p>What goes is told to {@link Lifecycle#evicted}, once. A thread that got the state just before may still use it;
 * where that must not be lost, the state itself has to know that it was evicted.
 *
 * <p>Keys need {@code equals} and {@code hashCode}, and must not change.
 */
public final class KeyedStates<S> {
    /** How many keys a table can be asked to hold. */
    public static final Range<Integer> KEYS = new Range<>(1, 10_000_000);

    /** For a table that forgets no key for being idle. */
    public static final Duration NEVER_IDLE = Duration.ofNanos(Long.MAX_VALUE);

    private static final int MOST_LOOKS = 128;

    /** When a key is added: more than one, so that a table that was made smaller gets there. */
    private static final int MOST_EVICTIONS = 128;

    /** Entries looked at when a key is added, before what else there is to do is left to the next one. */
    private static final int MOST_STEPS = 8_192;

    private static final int ON_TRIAL = 10;

    /** Of each queue, when a key is added. */
    private static final int IDLE_LOOKS = 2;

    /** Idleness is known to one part in so many: finer, and every use of a key would write. */
    private static final int IDLE_STEPS = 16;

    /** What a table does with the states that it holds. Called under the table's lock, so it must be quick. */
    public interface Lifecycle<S> {
        /** The state of a key that has none. */
        S create(Object key, long now);

        /** Whether to keep this state rather than others: a breaker that is open, calls in flight. Default: no. */
        default boolean matters(S state, long now) {
            return false;
        }

        /** This state has left the table; the next look-up of the key makes a new one. Default: nothing. */
        default void evicted(Object key, S state, long now) {}
    }

    private final Lifecycle<S> lifecycle;
    private final long idleNanos;
    private final ConcurrentHashMap<Object, KeyedEntry<S>> entries = new ConcurrentHashMap<>();

    // Guarded by the monitor of this. Every entry of the map is in exactly one of them.
    private final EntryQueue<S> trial = new EntryQueue<>();
    private final EntryQueue<S> kept = new EntryQueue<>();
    private @Nullable Remembered leftLately;
    private int maxKeys;
    private long evictions;

    /** Entries looked at since the latest key came. */
    private int steps;

    /**
     * An empty table that forgets no key for being idle.
     *
     * @param maxKeys within {@link #KEYS}
     */
    public KeyedStates(int maxKeys, Lifecycle<S> lifecycle) {
        this(maxKeys, NEVER_IDLE, lifecycle);
    }

    /**
     * An empty table.
     *
     * @param maxKeys within {@link #KEYS}
     * @param idle a key that was not asked for so long starts anew, unless its state matters; it may live up to a
     *     sixteenth less
     */
    public KeyedStates(int maxKeys, Duration idle, Lifecycle<S> lifecycle) {
        Expected.positive("idle", idle);
        this.maxKeys = KEYS.check("maxKeys", maxKeys);
        this.idleNanos = idle.compareTo(NEVER_IDLE) >= 0 ? Long.MAX_VALUE : idle.toNanos();
        this.lifecycle = lifecycle;
    }

    /** The state of the key, made now if there is none. */
    public S of(Object key, long now) {
        KeyedEntry<S> entry = entries.get(key);
        if (entry == null || now - entry.lastUse() >= idleNanos) {
            return slowly(key, now);
        }
        entry.use();
        if (idleNanos != Long.MAX_VALUE && now - entry.lastUse() > idleNanos / IDLE_STEPS) {
            entry.lastUse(now);
        }
        return entry.state();
    }

    /** The state of the key if there is one. It does not count as a use. */
    public @Nullable S peek(Object key) {
        KeyedEntry<S> entry = entries.get(key);
        return entry == null ? null : entry.state();
    }

    private synchronized S slowly(Object key, long now) {
        KeyedEntry<S> found = entries.get(key);
        if (found == null) {
            return added(key, now).state();
        }
        if (isIdle(found, now)) {
            evicted(found, now);
            found.renew(lifecycle.create(key, now), now);
        }
        return found.state();
    }

    private KeyedEntry<S> added(Object key, long now) {
        forgetIdle(now);
        shrinkTo(maxKeys - 1, now);
        var entry = new KeyedEntry<>(key, lifecycle.create(key, now), now);
        (leftLately != null && leftLately.contains(key) ? kept : trial).add(entry);
        entries.put(key, entry);
        return entry;
    }

    private boolean isIdle(KeyedEntry<S> entry, long now) {
        return now - entry.lastUse() >= idleNanos && !lifecycle.matters(entry.state(), now);
    }

    /** A few at a time: more keys are looked at than come. */
    private void forgetIdle(long now) {
        if (idleNanos == Long.MAX_VALUE) {
            return;
        }
        for (int looks = 0; looks < IDLE_LOOKS; looks++) {
            forgetIdle(trial, now);
            forgetIdle(kept, now);
        }
    }

    private void forgetIdle(EntryQueue<S> queue, long now) {
        if (queue.isEmpty()) {
            return;
        }
        KeyedEntry<S> entry = queue.poll();
        if (isIdle(entry, now)) {
            evict(entry, now);
        } else {
            queue.add(entry);
        }
    }

    private void shrinkTo(int most, long now) {
        steps = 0;
        for (int evicted = 0; entries.size() > most; evicted++) {
            if (evicted > 0 && (evicted == MOST_EVICTIONS || steps >= MOST_STEPS)) {
                return;
            }
            evict(victim(now), now);
        }
    }

    private KeyedEntry<S> victim(long now) {
        int trialRoom = Math.max(1, maxKeys / ON_TRIAL);
        for (int looks = 0; looks < MOST_LOOKS; ) {
            steps++;
            boolean onTrial = (trial.size() >= trialRoom && steps < MOST_STEPS) || kept.isEmpty();
            KeyedEntry<S> entry = (onTrial ? trial : kept).poll();
            if (!entry.forgetUse() && !lifecycle.matters(entry.state(), now)) {
                remember(entry, onTrial);
                return entry;
            }
            if (onTrial) {
                entry.forgetUses();
            } else {
                looks++;
            }
            kept.add(entry);
        }
        return theLeastBad(now);
    }

    private void remember(KeyedEntry<S> entry, boolean onTrial) {
        if (!onTrial) {
            return;
        }
        if (leftLately == null) {
            leftLately = new Remembered(maxKeys);
        }
        leftLately.add(entry.key());
    }

    /** All that were looked at are in use or matter. */
    private KeyedEntry<S> theLeastBad(long now) {
        KeyedEntry<S> newest = trial.head();
        boolean takeNewest = newest != null && !lifecycle.matters(newest.state(), now);
        return takeNewest || kept.isEmpty() ? trial.poll() : kept.poll();
    }

    private void evict(KeyedEntry<S> entry, long now) {
        entries.remove(entry.key());
        evicted(entry, now);
    }

    private void evicted(KeyedEntry<S> entry, long now) {
        evictions++;
        lifecycle.evicted(entry.key(), entry.state(), now);
    }

    /** How many keys have a state. */
    public int size() {
        return entries.size();
    }

    /** The most keys that have a state at a time, but for those not evicted yet since there was room for more. */
    public synchronized int maxKeys() {
        return maxKeys;
    }

    /** Changes that. Whom there is no room for any more leaves as new keys come, some with each of them. */
    public synchronized void changeMaxKeys(int maxKeys) {
        this.maxKeys = KEYS.check("maxKeys", maxKeys);
        leftLately = null;
    }

    /** How many states have left, for room or for being idle. */
    public synchronized long evictions() {
        return evictions;
    }

    /** Shows every key and its state, in no order. Those that come or go meanwhile are shown or not. */
    public void forEach(BiConsumer<Object, ? super S> action) {
        awaitAdded();
        entries.forEach((key, entry) -> action.accept(key, entry.state()));
    }

    /** Returns once every state is in the map that is being made, perhaps as it should be no more. */
    private synchronized void awaitAdded() {}

    @Override
    public String toString() {
        return "KeyedStates[" + size() + " of " + maxKeys() + "]";
    }
}
