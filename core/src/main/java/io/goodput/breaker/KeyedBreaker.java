package io.goodput.breaker;

import io.goodput.breaker.Breaker.Settings;
import io.goodput.keyed.KeyedStates;
import java.util.function.BiConsumer;

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
    /** Keys, unless told otherwise. */
    public static final int STANDARD_KEYS = 1_000;

    private volatile Settings settings;
    private volatile KeyedStates<Breaker> breakers;
    private volatile Breaker whole;

    /** For {@value #STANDARD_KEYS} keys. */
    public KeyedBreaker(Settings settings) {
        this(settings, STANDARD_KEYS);
    }

    /**
     * For so many keys.
     *
     * @param maxKeys within {@link KeyedStates#KEYS}
     */
    public KeyedBreaker(Settings settings, int maxKeys) {
        this.settings = settings;
        this.breakers = table(maxKeys);
        this.whole = newBreaker();
    }

    private KeyedStates<Breaker> table(int maxKeys) {
        return new KeyedStates<>(maxKeys, new KeyedStates.Lifecycle<>() {
            @Override
            public Breaker create(Object key, long now) {
                return newBreaker();
            }

            @Override
            public boolean matters(Breaker breaker, long now) {
                return breaker.admitted() < 1;
            }
        });
    }

    private Breaker newBreaker() {
        return switch (settings) {
            case ProportionalBreaker.Settings proportional -> new ProportionalBreaker(proportional);
            case OnOffBreaker.Settings onOff -> new OnOffBreaker(onOff);
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

    /** How many keys have a breaker. */
    public int size() {
        return breakers.size();
    }

    /** The most keys that have a breaker at a time. */
    public int maxKeys() {
        return breakers.maxKeys();
    }

    /** Shows every key and its breaker, in no order; must be quick. */
    public void forEach(BiConsumer<Object, ? super Breaker> action) {
        breakers.forEach(action);
    }

    /** How they decide now. */
    public Settings settings() {
        return settings;
    }

    /**
     * All decide so from now on. They keep what they know, unless these are the settings of the other kind of breaker:
     * then all keys start anew.
     */
    public synchronized void change(Settings settings) {
        boolean sameKind = settings.getClass() == this.settings.getClass();
        this.settings = settings;
        if (sameKind) {
            breakers.forEach((key, breaker) -> change(breaker, settings));
            change(whole, settings);
        } else {
            breakers = table(breakers.maxKeys());
            whole = newBreaker();
        }
    }

    /**
     * Keeps breakers of so many keys from now on; those of others go on.
     *
     * @param maxKeys within {@link KeyedStates#KEYS}
     */
    public synchronized void changeMaxKeys(int maxKeys) {
        breakers.changeMaxKeys(maxKeys);
    }

    private static void change(Breaker breaker, Settings settings) {
        if (breaker instanceof ProportionalBreaker proportional
                && settings instanceof ProportionalBreaker.Settings other) {
            proportional.change(other);
        } else if (breaker instanceof OnOffBreaker onOff && settings instanceof OnOffBreaker.Settings other) {
            onOff.change(other);
        }
    }

    @Override
    public String toString() {
        return "KeyedBreaker[" + size() + " of " + maxKeys() + " keys, " + settings + "]";
    }
}
