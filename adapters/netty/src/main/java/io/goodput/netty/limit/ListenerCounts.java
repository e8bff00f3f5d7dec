package io.goodput.netty.limit;

import io.goodput.http.head.HeadFault;
import io.goodput.netty.CloseReason;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What a listener has counted since it was made, by name. Safe for many threads. */
public final class ListenerCounts {
    private final AtomicInteger open = new AtomicInteger();
    private final LongAdder connections = new LongAdder();
    private final LongAdder requests = new LongAdder();
    private final Map<CloseReason, LongAdder> closed = new EnumMap<>(CloseReason.class);
    private final Map<CloseReason, LongAdder> aborted = new EnumMap<>(CloseReason.class);
    private final Map<HeadFault, LongAdder> faults = new EnumMap<>(HeadFault.class);

    /** Nothing so far. */
    public ListenerCounts() {
        for (CloseReason reason : CloseReason.values()) {
            closed.put(reason, new LongAdder());
            aborted.put(reason, new LongAdder());
        }
        for (HeadFault fault : HeadFault.values()) {
            faults.put(fault, new LongAdder());
        }
    }

    /** One connection more, if there is a place. */
    public boolean opened(int most) {
        if (open.incrementAndGet() > most) {
            open.decrementAndGet();
            add(closed, CloseReason.TOO_MANY_CONNECTIONS);
            return false;
        }
        connections.increment();
        return true;
    }

    /** One connection less. */
    public void closed(CloseReason reason) {
        open.decrementAndGet();
        add(closed, reason);
    }

    /** A head was accepted. */
    public void requested() {
        requests.increment();
    }

    /** An exchange ended before its answer was sent. */
    public void aborted(CloseReason reason) {
        add(aborted, reason);
    }

    /** A head or a body was refused. */
    public void refused(HeadFault fault) {
        add(faults, fault);
    }

    /** Connections that are open now. */
    public int open() {
        return open.get();
    }

    /** As they are now. */
    public Snapshot snapshot() {
        return new Snapshot(open.get(), connections.sum(), requests.sum(), sums(closed), sums(aborted), sums(faults));
    }

    /** All names are there from the beginning. */
    private static <E extends Enum<E>> void add(Map<E, LongAdder> adders, E name) {
        Objects.requireNonNull(adders.get(name)).increment();
    }

    private static <E extends Enum<E>> Map<E, Long> sums(Map<E, LongAdder> adders) {
        Map<E, Long> sums = new LinkedHashMap<>();
        adders.forEach((name, adder) -> sums.put(name, adder.sum()));
        return Collections.unmodifiableMap(sums);
    }

    /**
     * The counts of one moment, zeros included.
     *
     * @param open connections now
     * @param connections accepted ever
     * @param requests whose heads were accepted
     * @param closed connections, by reason
     * @param aborted exchanges that ended before their answers were sent, by reason
     * @param faults heads and bodies refused, by rule
     */
    public record Snapshot(
            int open,
            long connections,
            long requests,
            Map<CloseReason, Long> closed,
            Map<CloseReason, Long> aborted,
            Map<HeadFault, Long> faults) {}
}
