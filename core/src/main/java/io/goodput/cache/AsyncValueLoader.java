package io.goodput.cache;

import io.goodput.CallContext;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Asks the dependency without holding a thread. */
@FunctionalInterface
public interface AsyncValueLoader<K, V> {
    /**
     * Begins a load.
     *
     * @param context of whoever it is for; of one behind the back of whoever asked,
     *     {@link io.goodput.Criticality#SHEDDABLE} and without a deadline
     * @return the value; empty if there is no such thing, which is not a failure. It is cancelled when nobody wants it.
     */
    CompletableFuture<Optional<V>> load(K key, CallContext context);
}
