package io.goodput.cache;

import java.util.Optional;

/** Asks the dependency. */
@FunctionalInterface
public interface ValueLoader<K, V> {
    /**
     * Loads a key, in a virtual thread of its own, whose {@link io.goodput.CallContext#current() context} is that of
     * whoever it is for; of one behind the back of whoever asked, {@link io.goodput.Criticality#SHEDDABLE} and without
     * a deadline. It is interrupted when nobody wants the value.
     *
     * @return the value; empty if there is no such thing, which is not a failure
     */
    Optional<V> load(K key) throws Exception;
}
