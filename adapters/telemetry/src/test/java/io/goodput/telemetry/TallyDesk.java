package io.goodput.telemetry;

import io.goodput.telemetry.record.Drop;
import io.goodput.telemetry.record.EndedUnit;
import io.goodput.telemetry.record.Ending;
import io.goodput.telemetry.record.Ledger;
import io.goodput.telemetry.record.TreeFields;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** Leaves out some units, loses some, and writes the rest on a thread of its own, as sampling and the writer do. */
final class TallyDesk implements Ending {
    final Ledger ledger = new Ledger();
    final LongAdder sum = new LongAdder();
    final LongAdder leaked = new LongAdder();

    /** What it did with units, by its own count. */
    final LongAdder wrote = new LongAdder();

    final LongAdder leftOut = new LongAdder();
    final LongAdder lost = new LongAdder();
    private final ConcurrentLinkedQueue<EndedUnit> queue = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;
    private final Thread writer = Thread.ofPlatform().start(this::write);

    @Override
    public void ended(EndedUnit unit, long now) {
        switch ((int) (unit.traceLow() & 3)) {
            case 0 -> {
                look(unit);
                ledger.sampledOut();
                leftOut.increment();
                unit.release();
            }
            case 1 -> {
                look(unit);
                ledger.dropped(Drop.QUEUE_FULL, 1);
                lost.increment();
                unit.release();
            }
            default -> queue.add(unit);
        }
    }

    private void write() {
        while (!closed || !queue.isEmpty()) {
            EndedUnit unit = queue.poll();
            if (unit == null) {
                Thread.onSpinWait();
            } else {
                look(unit);
                unit.release();
                ledger.written(1);
                wrote.increment();
            }
        }
    }

    /** Whoever sees a number of another unit, or one twice, has a wrong sum in the end. */
    private void look(EndedUnit unit) {
        Map<String, Object> record = TreeFields.of(unit);
        if (record.get("counts") instanceof Map<?, ?> counts && counts.get("items") instanceof Long items) {
            sum.add(items);
        }
        if (record.containsKey("leaked")) {
            leaked.increment();
        }
        if (record.get("dependencies") instanceof Map<?, ?> all
                && all.get("stock") instanceof Map<?, ?> stock
                && record.get("calls") instanceof List<?> calls
                && !TreeFields.in(stock, "calls").equals((long) calls.size())) {
            throw new IllegalStateException("calls: " + record);
        }
    }

    /** Reads what is left. */
    void finish() throws InterruptedException {
        closed = true;
        writer.join();
    }
}
