package io.goodput.meter;

import java.util.concurrent.atomic.LongAdder;

/**
 * What happened since the beginning of the window before the current one: between one and two windows, so that there is
 * always enough to judge by. The sums only ever grow; a window's beginning is marked by what they were then.
 */
final class Activity {
    private volatile long window;
    private final TimeIntegral time = new TimeIntegral();
    private final LongAdder begun = new LongAdder();
    private final LongAdder ended = new LongAdder();
    private final LongAdder waited = new LongAdder();
    private final LongAdder lasted = new LongAdder();

    /** When the current window is over. */
    private volatile long end;

    // Guarded by the monitor.
    private Mark current;
    private Mark previous;

    /** What the sums were at an instant. */
    private record Mark(long at, long time, long begun, long ended, long waited, long lasted) {}

    /**
     * What happened in a time.
     *
     * @param nanos how long it was; 0 if it has only just begun
     * @param inside nanoseconds spent inside, summed over all, whether they have left or not
     * @param begun how many came in
     * @param ended how many left
     * @param waited nanoseconds that those who came in had waited
     * @param lasted nanoseconds that those who left had spent inside, whenever they came in
     */
    record Recent(long nanos, long inside, long begun, long ended, long waited, long lasted) {}

    Activity(long window, long now) {
        this.window = window;
        this.current = new Mark(now, time.at(now), 0, 0, 0, 0);
        this.previous = current;
        this.end = now + window;
    }

    void begin(long waitedNanos, long now) {
        roll(now);
        time.enter(now);
        begun.increment();
        if (waitedNanos != 0) {
            waited.add(waitedNanos);
        }
    }

    void end(long lastedNanos, long now) {
        roll(now);
        time.leave(now);
        ended.increment();
        lasted.add(lastedNanos);
    }

    /** The windows to come last so long; the current one ends when it was to end. */
    synchronized void change(long nanos) {
        window = nanos;
    }

    int inside() {
        return time.inside();
    }

    /** Since the beginning of the window before the current one. */
    synchronized Recent recent(long now) {
        roll(now);
        Mark from = previous;
        Mark to = mark(now);
        return new Recent(
                Math.max(0, now - from.at),
                Math.max(0, TimeIntegral.nanosBetween(to.time, from.time)), // another thread may be a little ahead
                to.begun - from.begun,
                to.ended - from.ended,
                to.waited - from.waited,
                to.lasted - from.lasted);
    }

    private void roll(long now) {
        if (now >= end) {
            begin(now);
        }
    }

    /** Nothing has happened since the window was over, or it would have been rolled then. */
    private synchronized void begin(long now) {
        if (now < end) {
            return;
        }
        long over = (now - end) / window;
        long start = end + over * window;
        previous = over == 0 ? current : mark(start - window);
        current = mark(start);
        end = start + window;
    }

    private Mark mark(long at) {
        return new Mark(at, time.at(at), begun.sum(), ended.sum(), waited.sum(), lasted.sum());
    }
}
