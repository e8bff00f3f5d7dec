package io.goodput.admission;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/**
 * What was served and shed, and how long it waited. What is served is counted by any thread; the rest by one thread at
 * a time.
 */
final class AdmissionCounts {
    private final Map<Priority, LongAdder> served = new EnumMap<>(Priority.class);
    private final Map<Shed, Map<Priority, Count>> shed = new EnumMap<>(Shed.class);
    private final Map<Object, Count> tenants = new HashMap<>();
    private final Count otherTenants = new Count();
    private final Count cancelled = new Count();
    private final QueueWait wait = new QueueWait();

    /** A number that is counted up in place: to shed must not allocate. */
    private static final class Count {
        private long value;
    }

    /** All zeros, so that nothing shed and nothing known are told apart. */
    AdmissionCounts() {
        for (Priority priority : Priority.values()) {
            served.put(priority, new LongAdder());
        }
        for (Shed reason : Shed.values()) {
            var ofReason = new EnumMap<Priority, Count>(Priority.class);
            for (Priority priority : Priority.values()) {
                ofReason.put(priority, new Count());
            }
            shed.put(reason, ofReason);
        }
    }

    void served(Priority priority) {
        of(served, priority).increment();
    }

    /** Counts one that is shed; of a tenant by its name if it is one of the first so many. */
    void shed(Shed reason, AdmissionRequest request, int mostTenants) {
        of(of(shed, reason), request.priority()).value++;
        Object tenant = request.payer();
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

    /** Counts the wait of one that is served after it. */
    void waited(long nanos) {
        wait.record(nanos);
    }

    /** Of the last second that is over, in nanoseconds. */
    double averageWait(long now) {
        return wait.average(allServed(), now);
    }

    long allServed() {
        long sum = 0;
        for (LongAdder one : served.values()) {
            sum += one.sum();
        }
        return sum;
    }

    AdmissionSnapshot snapshot(Occupancy occupancy, DeadlineCheck deadlines, long now) {
        return new AdmissionSnapshot(
                occupancy.limit(),
                occupancy.served(),
                occupancy.waiting(),
                Duration.ofNanos(Math.round(averageWait(now))),
                Duration.ofNanos(Math.round(deadlines.leastNanos())),
                servedByPriority(),
                shedByReason(),
                shedByTenant(),
                otherTenants.value,
                cancelled.value,
                deadlines.wouldHaveDropped());
    }

    private Map<Priority, Long> servedByPriority() {
        var all = new EnumMap<Priority, Long>(Priority.class);
        served.forEach((priority, count) -> all.put(priority, count.sum()));
        return all;
    }

    private Map<Shed, Map<Priority, Long>> shedByReason() {
        var all = new EnumMap<Shed, Map<Priority, Long>>(Shed.class);
        shed.forEach((reason, counts) -> {
            var ofReason = new EnumMap<Priority, Long>(Priority.class);
            counts.forEach((priority, count) -> ofReason.put(priority, count.value));
            all.put(reason, ofReason);
        });
        return all;
    }

    private Map<Object, Long> shedByTenant() {
        var all = new HashMap<Object, Long>();
        tenants.forEach((tenant, count) -> all.put(tenant, count.value));
        return all;
    }

    private static <K, V> V of(Map<K, V> map, K key) {
        return Objects.requireNonNull(map.get(key));
    }
}
