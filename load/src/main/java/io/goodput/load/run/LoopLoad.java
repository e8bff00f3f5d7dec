package io.goodput.load.run;

import io.goodput.Ticker;
import io.goodput.load.result.CountsTable;
import io.goodput.load.result.RequestCounts;
import io.goodput.load.traffic.TrafficClass;
import io.goodput.sim.Span;
import io.goodput.sim.stat.LatencyHistogram;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The part of a load that one loop sends: what is common to open and closed loads. Belongs to the loop's thread, except
 * for what says so.
 */
abstract class LoopLoad {
    /** Nothing is due any more. */
    static final long NEVER = Long.MAX_VALUE;

    private static final long MILLI = 1_000_000;

    private final List<TrafficClass> classes;
    private final Ticker ticker;
    private final Transmitter out;
    private final long start;
    private final CountsTable counts;
    private final LatencyHistogram lag = new LatencyHistogram();
    private final Span counted;
    private final AtomicInteger begun = new AtomicInteger();
    private final CompletableFuture<LoopLoad> done = new CompletableFuture<>();
    private int inFlight;
    private boolean exhausted;

    /**
     * Nothing is sent yet.
     *
     * @param start reading of the ticker at which the warm-up begins
     */
    LoopLoad(List<TrafficClass> classes, Duration warmUp, Duration time, Ticker ticker, long start, Transmitter out) {
        this.classes = classes;
        this.ticker = ticker;
        this.start = start;
        this.out = out;
        this.counted = new Span(warmUp.toNanos(), warmUp.plus(time).toNanos());
        this.counts = new CountsTable(classes, counted);
    }

    /** Sends all that is to be sent now; answers with the reading of the ticker at which to ask again, or never. */
    abstract long advance();

    /** One of its requests has ended. */
    abstract void oneEnded();

    /** Instants count from the start of the run. */
    final long now() {
        return ticker.nanos() - start;
    }

    final long start() {
        return start;
    }

    final int inFlight() {
        return inFlight;
    }

    final void begun(int count) {
        begun.lazySet(count);
    }

    final void send(int classIndex, int targetIndex, long due, long now) {
        RequestCounts row = counts.of(classIndex, targetIndex);
        long deadline = classes.get(classIndex).deadlineNanos();
        long remaining = deadline == Long.MAX_VALUE ? 0 : Math.max(0, due + deadline - now) / MILLI;
        if (counted.contains(due)) {
            lag.record(Math.max(0, now - due));
        }
        inFlight++;
        out.transmit(classIndex, targetIndex, start + now, remaining, (answer, status, bytes) -> {
            inFlight--;
            row.ended(due, now, now(), answer, status, bytes);
            oneEnded();
            endIfAllHave();
        });
    }

    final void notSent(int classIndex, int targetIndex, long due) {
        counts.of(classIndex, targetIndex).notSent(due);
    }

    /** Nothing more will be sent. */
    final void exhausted() {
        exhausted = true;
        endIfAllHave();
    }

    private void endIfAllHave() {
        if (exhausted && inFlight == 0) {
            done.complete(this);
        }
    }

    /** All requests have ended; then, what was counted may be read by any thread. */
    final CompletableFuture<LoopLoad> done() {
        return done;
    }

    /** How many requests were due so far; for any thread. */
    final int begun() {
        return begun.get();
    }

    final CountsTable counts() {
        return counts;
    }

    final LatencyHistogram lag() {
        return lag;
    }
}
