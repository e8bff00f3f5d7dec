package io.goodput.load.run;

import io.goodput.Ticker;
import io.goodput.load.traffic.ClosedPlan;
import io.goodput.load.traffic.ClosedRequests;

/** A loop's share of a closed load: its clients, each of which sends again when it was answered. */
final class ClosedLoop extends LoopLoad {
    private final ClosedRequests requests;
    private final long end;
    private final int clients;
    private final int most;
    private int begun;

    /** The share of one loop. */
    ClosedLoop(ClosedPlan plan, int loop, int loops, Ticker ticker, long start, Transmitter out) {
        super(plan.classes(), plan.warmUp(), plan.time(), ticker, start, out);
        this.requests = plan.requests(loop);
        this.end = plan.endNanos();
        this.clients = share(plan.clients(), loop, loops);
        this.most = share(plan.mostRequests(), loop, loops);
    }

    private static int share(int all, int loop, int loops) {
        return all / loops + (loop < all % loops ? 1 : 0);
    }

    /** All clients begin; from then on each goes on by itself. */
    @Override
    long advance() {
        if (now() < 0) {
            return start();
        }
        for (int client = 0; client < clients; client++) {
            sendNext();
        }
        if (clients == 0) {
            exhausted();
        }
        return NEVER;
    }

    @Override
    void oneEnded() {
        sendNext();
    }

    private void sendNext() {
        long now = now();
        if (now >= end || begun == most) {
            exhausted();
            return;
        }
        begun(++begun);
        requests.advance();
        send(requests.classIndex(), requests.targetIndex(), now, now);
    }
}
