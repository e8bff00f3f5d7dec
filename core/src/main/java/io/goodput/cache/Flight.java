package io.goodput.cache;

import java.util.LinkedHashSet;
import java.util.Set;

/** One key's load and those who wait for it. Under the coalescer's lock. */
final class Flight<K, W> {
    final K key;
    final Set<Party<K, W>> waiters = new LinkedHashSet<>();
    Party<K, W> leader;
    boolean fenced;

    Flight(K key, long deadline, long token) {
        this.key = key;
        this.leader = new Party<>(this, null, deadline, token);
    }
}
