package io.goodput.admission;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** What was served and refused. What is served without a lock is counted without; the rest is under the queue's. */
final class Counts {
    private final Map<Priority, LongAdder> served = new EnumMap<>(Priority.class);
    private final Map<Refusal, Map<Priority, Count>> refused = new EnumMap<>(Refusal.class);
    private final Map<Object, Count> tenants = new HashMap<>();
    private final Count otherTenants = new Count();
    private final Count cancelled = new Count();

    /** A number that is counted up in place: a refusal must not allocate. */
    private static final class Count {
        private long value;
    }

    /** All zeros, so that nothing refused and nothing known are told apart. */
    Counts() {
        for (Priority priority : Priority.values()) {
            served.put(priority, new LongAdder());
        }
        for (Refusal reason : Refusal.values()) {
            var ofReason = new EnumMap<Priority, Count>(Priority.class);
            for (Priority priority : Priority.values()) {
                ofReason.put(priority, new Count());
            }
            refused.put(reason, ofReason);
        }
    }

    void served(Priority priority) {
        of(served, priority).increment();
    }

    /** Counts a refusal; of a tenant by its name if it is one of the first so many. */
    void refused(Refusal reason, Priority priority, Object tenant, int mostTenants) {
        of(of(refused, reason), priority).value++;
        Count count = tenants.get(tenant);
        if (count == null && tenants.size() < mostTenants) {
            count = new Count();
            tenants.put(tenant, count);
        }
        (count == null ? otherTenants : count).value++;
    }

    void cancelled() {
        cancelled.value++;
    }

    long cancelledSoFar() {
        return cancelled.value;
    }

    long allServed() {
        long sum = 0;
        for (LongAdder one : served.values()) {
            sum += one.sum();
        }
        return sum;
    }

    Map<Priority, Long> servedByPriority() {
        var all = new EnumMap<Priority, Long>(Priority.class);
        served.forEach((priority, count) -> all.put(priority, count.sum()));
        return all;
    }

    Map<Refusal, Map<Priority, Long>> refusedByReason() {
        var all = new EnumMap<Refusal, Map<Priority, Long>>(Refusal.class);
        refused.forEach((reason, counts) -> {
            var ofReason = new EnumMap<Priority, Long>(Priority.class);
            counts.forEach((priority, count) -> ofReason.put(priority, count.value));
            all.put(reason, ofReason);
        });
        return all;
    }

    Map<Object, Long> refusedByTenant() {
        var all = new HashMap<Object, Long>();
        tenants.forEach((tenant, count) -> all.put(tenant, count.value));
        return all;
    }

    long refusedOfOtherTenants() {
        return otherTenants.value;
    }

    private static <K, V> V of(Map<K, V> map, K key) {
        return Objects.requireNonNull(map.get(key));
    }
}
