package io.goodput.telemetry.record;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** Counts where records go. Thread-safe; nobody waits for anybody. */
public final class Ledger {
    private final LongAdder begun = new LongAdder();
    private final LongAdder written = new LongAdder();
    private final LongAdder sampledOut = new LongAdder();
    private final LongAdder late = new LongAdder();
    private final LongAdder leaked = new LongAdder();
    private final Map<Drop, LongAdder> dropped = new EnumMap<>(Drop.class);

    /** Of a process in which nothing has happened. */
    public Ledger() {
        for (Drop reason : Drop.values()) {
            dropped.put(reason, new LongAdder());
        }
    }

    /** A record will be due. */
    public void begun() {
        begun.increment();
    }

    /** So many records are in a frame that was flushed. */
    public void written(long records) {
        written.add(records);
    }

    /** Sampling left a record out. */
    public void sampledOut() {
        sampledOut.increment();
    }

    /** So many records were lost. */
    public void dropped(Drop reason, long records) {
        Objects.requireNonNull(dropped.get(reason)).add(records);
    }

    /** Something was told to a unit that had ended. */
    public void late() {
        late.increment();
    }

    /** Nobody ended a unit. */
    public void leaked() {
        leaked.increment();
    }

    /** The figures so far. While records are on their way, those read first are the older ones. */
    public Accounting accounting() {
        Map<Drop, Long> lost = new EnumMap<>(Drop.class);
        dropped.forEach((reason, count) -> lost.put(reason, count.sum()));
        long out = written.sum();
        long left = sampledOut.sum();
        return new Accounting(begun.sum(), out, left, lost, late.sum(), leaked.sum());
    }
}
