package io.goodput.admission;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What was served and refused. What is served without a lock is counted without; the rest is under the queue's. */
final class Counts {
    private static final Priority[] PRIORITIES = Priority.values();
    private static final Refusal[] REFUSALS = Refusal.values();

    private final LongAdder[] served = new LongAdder[PRIORITIES.length];
    private final long[][] refused = new long[REFUSALS.length][PRIORITIES.length];
    private final Map<Object, Count> tenants = new HashMap<>();
    private long otherTenants;
    private long cancelled;

    /** A number that is counted up in place: a refusal must not allocate. */
    private static final class Count {
        private long value;
    }

    Counts() {
        for (int i = 0; i < served.length; i++) {
            served[i] = new LongAdder();
        }
    }

    void served(Priority priority) {
        served[priority.ordinal()].increment();
    }

    /** Counts a refusal; of a tenant by its name if it is one of the first so many. */
    void refused(Refusal reason, Priority priority, Object tenant, int mostTenants) {
        refused[reason.ordinal()][priority.ordinal()]++;
        Count count = tenants.get(tenant);
        if (count == null && tenants.size() < mostTenants) {
            count = new Count();
            tenants.put(tenant, count);
        }
        if (count == null) {
            otherTenants++;
        } else {
            count.value++;
        }
    }

    void cancelled() {
        cancelled++;
    }

    long cancelledSoFar() {
        return cancelled;
    }

    long allServed() {
        long sum = 0;
        for (LongAdder one : served) {
            sum += one.sum();
        }
        return sum;
    }

    /** With zeros, so that nothing served and nothing known are told apart. */
    Map<Priority, Long> servedByPriority() {
        var all = new EnumMap<Priority, Long>(Priority.class);
        for (Priority priority : PRIORITIES) {
            all.put(priority, served[priority.ordinal()].sum());
        }
        return all;
    }

    Map<Refusal, Map<Priority, Long>> refusedByReason() {
        var all = new EnumMap<Refusal, Map<Priority, Long>>(Refusal.class);
        for (Refusal reason : REFUSALS) {
            var ofReason = new EnumMap<Priority, Long>(Priority.class);
            for (Priority priority : PRIORITIES) {
                ofReason.put(priority, refused[reason.ordinal()][priority.ordinal()]);
            }
            all.put(reason, ofReason);
        }
        return all;
    }

    Map<Object, Long> refusedByTenant() {
        var all = new HashMap<Object, Long>();
        tenants.forEach((tenant, count) -> all.put(tenant, count.value));
        return all;
    }

    long refusedOfOtherTenants() {
        return otherTenants;
    }
}
