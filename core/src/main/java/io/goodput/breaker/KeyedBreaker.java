package io.goodput.breaker;

import io.goodput.bounds.Shown;
import io.goodput.event.Listeners;
import io.goodput.event.Subscription;
import io.goodput.keyed.KeyedStates;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Breaker} for each key, so that one shard that fails costs that shard and no other.
 *
 * <p>What is a key? Whatever fails as a whole: a shard, an endpoint, a zone. Not the user or the request: where
 * everything has a key of its own, none is asked for often enough to learn from.
 *
 * <p>The number of keys is bounded: see {@link KeyedStates}. A breaker that lets less than everything through is
 * evicted last; one that is evicted and asked for again starts anew.
 */
public final class KeyedBreaker {
    private final Listeners<BreakerEvent> listeners = new Listeners<>();
    private final BreakerCounts counts = new BreakerCounts(null);
    private volatile @Nullable String guard;
    private volatile Settings settings;
    private volatile KeyedStates<Breaker> breakers;
    private volatile Breaker whole;

    /** Breakers that let everything through. */
    public KeyedBreaker(Settings settings) {
        this.settings = settings;
        this.breakers = table();
        this.whole = newBreaker(null);
    }

    /** Such a breaker for each of as many keys as {@link Settings#STANDARD} says. */
    public static KeyedBreaker of(Breaker.Settings each) {
        return new KeyedBreaker(Settings.STANDARD.withEach(each));
    }

    private KeyedStates<Breaker> table() {
        return new KeyedStates<>(settings.keys(), new KeyedStates.Lifecycle<>() {
            @Override
            public Breaker create(Object key, long now) {
                return newBreaker(key);
            }

            @Override
            public boolean matters(Breaker breaker, long now) {
                return breaker.admitted() < 1;
            }
        });
    }

    private Breaker newBreaker(@Nullable Object key) {
        return switch (settings.each()) {
            case ProportionalBreaker.Settings proportional ->
                new ProportionalBreaker(proportional, key, listeners, counts);
            case CircuitBreaker.Settings circuit -> new CircuitBreaker(circuit, key, listeners, counts);
        };
    }

    /**
     * The key's breaker. Tell the end of a call to the breaker that let it pass, which by then may have been evicted.
     */
    public Breaker of(Object key, long now) {
        return breakers.of(key, now);
    }

    /** The breaker of all that has no key. It is one more than the keys, and never evicted. */
    public Breaker whole() {
        return whole;
    }

    /** What all of them have done, {@link #whole} and those that were evicted included. */
    public BreakerSnapshot snapshot() {
        var limiting = new AtomicInteger(whole.admitted() < 1 ? 1 : 0);
        breakers.forEach((_, breaker) -> limiting.addAndGet(breaker.admitted() < 1 ? 1 : 0));
        return counts.snapshot(size() + 1, limiting.get());
    }

    /** How many keys have a breaker. */
    public int size() {
        return breakers.size();
    }

    /** Shows every key and its breaker, in no order; must be quick. */
    public void forEach(BiConsumer<Object, ? super Breaker> action) {
        breakers.forEach(action);
    }

    /** Tells the listener of every {@link BreakerEvent} of every key until the subscription is closed. */
    public Subscription listen(Consumer<? super BreakerEvent> listener) {
        return listeners.add(event -> listener.accept(event.in(guard)));
    }

    /** It is in that guard, and its events say so; in several, the first. A guard that gets it says it. */
    public synchronized void joinGuard(String guard) {
        if (this.guard == null) {
            this.guard = guard;
        }
    }

    /** How they decide now. */
    public Settings settings() {
        return settings;
    }

    /**
     * All decide so from now on. They keep what they know, unless these are the settings of the other kind of breaker:
     * then all keys start anew. Where there is room for fewer keys, the others go when the next key comes.
     */
    public synchronized void change(Settings settings) {
        boolean sameKind = settings.each().getClass() == this.settings.each().getClass();
        this.settings = settings;
        if (sameKind) {
            breakers.forEach((key, breaker) -> change(breaker, settings.each()));
            change(whole, settings.each());
            breakers.changeMaxKeys(settings.keys());
        } else {
            breakers = table();
            whole = newBreaker(null);
        }
    }

    private static void change(Breaker breaker, Breaker.Settings settings) {
        if (breaker instanceof ProportionalBreaker proportional
                && settings instanceof ProportionalBreaker.Settings other) {
            proportional.change(other);
        } else if (breaker instanceof CircuitBreaker circuit && settings instanceof CircuitBreaker.Settings other) {
            circuit.change(other);
        }
    }

    @Override
    public String toString() {
        return "KeyedBreaker[" + size() + " of " + settings.keys() + " keys, " + Shown.settings(settings.each()) + "]";
    }

    /**
     * How they decide, and how many there are.
     *
     * @param each how the breaker of a key decides
     * @param keys the most keys that have a breaker at a time, within {@link KeyedStates#KEYS}
     */
    public record Settings(Breaker.Settings each, int keys) {
        /** {@link ProportionalBreaker.Settings#STANDARD} for each of 1,000 keys. */
        public static final Settings STANDARD = new Settings(ProportionalBreaker.Settings.STANDARD, 1_000);

        /** Refuses a number of keys that cannot be kept. */
        public Settings {
            KeyedStates.KEYS.check("keys", keys);
        }

        /** The same with breakers that decide otherwise. */
        public Settings withEach(Breaker.Settings other) {
            return new Settings(other, keys);
        }

        /** The same for other numbers of keys. */
        public Settings withKeys(int other) {
            return new Settings(each, other);
        }
    }
}
