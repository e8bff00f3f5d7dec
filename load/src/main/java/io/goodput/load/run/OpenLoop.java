package io.goodput.load.run;

import io.goodput.Ticker;
import io.goodput.load.traffic.OpenPlan;
import io.goodput.load.traffic.Schedule;

/** A loop's share of an open load: of so many loops each takes every so-manyth request, when it is due. */
final class OpenLoop extends LoopLoad {
    private final Schedule schedule;
    private final int loops;
    private final int mostInFlight;
    private boolean hasNext;
    private int begun;

    /** The share of one loop. */
    OpenLoop(OpenPlan plan, int loop, int loops, Ticker ticker, long start, Transmitter out) {
        super(plan.classes(), plan.warmUp(), plan.time(), ticker, start, out);
        this.schedule = plan.schedule();
        this.loops = loops;
        this.mostInFlight = Math.max(1, plan.mostInFlight() / loops + (loop < plan.mostInFlight() % loops ? 1 : 0));
        this.hasNext = forward(loop + 1);
    }

    private boolean forward(int steps) {
        boolean found = true;
        for (int i = 0; i < steps && found; i++) {
            found = schedule.advance();
        }
        return found;
    }

    @Override
    long advance() {
        long now = now();
        while (hasNext && schedule.due() <= now) {
            if (inFlight() < mostInFlight) {
                send(schedule.classIndex(), schedule.targetIndex(), schedule.due(), now);
            } else {
                notSent(schedule.classIndex(), schedule.targetIndex(), schedule.due());
            }
            begun(++begun);
            hasNext = forward(loops);
            now = now();
        }
        if (!hasNext) {
            exhausted();
            return NEVER;
        }
        return start() + schedule.due();
    }

    @Override
    void oneEnded() {
        // Whatever became of it, the next one is sent when it is due.
    }
}
