package io.goodput.load.run;

import io.goodput.Ticker;
import io.goodput.load.http.HttpSettings;
import io.goodput.load.http.LoadLoops;
import io.goodput.load.http.LoopSender;
import io.goodput.load.http.PreparedRequest;
import io.goodput.load.result.CountsTable;
import io.goodput.load.result.MeasuredLoad;
import io.goodput.load.traffic.ClosedPlan;
import io.goodput.load.traffic.OpenPlan;
import io.goodput.load.traffic.TrafficClass;
import io.goodput.sim.Span;
import io.goodput.sim.stat.LatencyHistogram;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;

/**
 * One load over real sockets, from its first request to the end of its last. It ends by itself: plans and timeouts are
 * bounded.
 */
public final class LoadRun {
    private static final long LEAD_NANOS = 20_000_000;
    private static final long GLANCE_MILLIS = 100;

    private final HttpSettings settings;
    private final Ticker ticker = Ticker.system();
    private final IntConsumer progress;

    /**
     * Nothing is sent yet.
     *
     * @param progress told ten times a second how many requests were due so far
     */
    public LoadRun(HttpSettings settings, IntConsumer progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /** Makes the part of one loop. */
    private interface PartOf {
        LoopLoad loop(int loop, long start, Transmitter out);
    }

    /**
     * Sends what is due, whatever became of the earlier ones.
     *
     * @throws InterruptedException if the thread is; nothing is sent any more then
     */
    public MeasuredLoad open(OpenPlan plan) throws InterruptedException {
        int loops = settings.threads();
        return run(
                plan.classes(),
                plan.warmUp(),
                plan.time(),
                true,
                (loop, start, out) -> new OpenLoop(plan, loop, loops, ticker, start, out));
    }

    /**
     * Sends as much as is answered. All connections are opened before.
     *
     * @throws InterruptedException if the thread is; nothing is sent any more then
     */
    public MeasuredLoad closed(ClosedPlan plan) throws InterruptedException {
        int loops = settings.threads();
        return run(
                plan.classes(),
                plan.warmUp(),
                plan.time(),
                false,
                (loop, start, out) -> new ClosedLoop(plan, loop, loops, ticker, start, out));
    }

    private MeasuredLoad run(List<TrafficClass> classes, Duration warmUp, Duration time, boolean open, PartOf parts)
            throws InterruptedException {
        PreparedRequest[][] requests = prepare(classes);
        List<LoopLoad> loads = new ArrayList<>();
        try (var loops = new LoadLoops(settings)) {
            long start = ticker.nanos() + LEAD_NANOS;
            for (int i = 0; i < loops.senders().size(); i++) {
                LoopSender sender = loops.senders().get(i);
                LoopLoad load = parts.loop(
                        i,
                        start,
                        (of, target, now, remaining, listener) ->
                                sender.send(requests[of][target], now, remaining, listener));
                loads.add(load);
                sender.loop().execute(() -> {
                    if (!open) {
                        connectAll(sender, requests);
                    }
                    new LoopDriver(load, sender.loop(), ticker).run();
                });
            }
            await(loads);
        }
        return result(classes, warmUp, time, open, loads);
    }

    private static void connectAll(LoopSender sender, PreparedRequest[][] requests) {
        for (PreparedRequest[] of : requests) {
            for (PreparedRequest request : of) {
                sender.connectAll(request);
            }
        }
    }

    private PreparedRequest[][] prepare(List<TrafficClass> classes) {
        return classes.stream()
                .map(each -> each.targets().stream()
                        .map(weighted -> PreparedRequest.of(
                                weighted.target(), each.headers(), each.deadline() != null, settings.protocol()))
                        .toArray(PreparedRequest[]::new))
                .toArray(PreparedRequest[][]::new);
    }

    private void await(List<LoopLoad> loads) throws InterruptedException {
        var all = CompletableFuture.allOf(loads.stream().map(LoopLoad::done).toArray(CompletableFuture[]::new));
        for (boolean ended = false; !ended; ) {
            try {
                all.get(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
                ended = true;
            } catch (TimeoutException notYet) {
                ended = false;
            } catch (ExecutionException defect) {
                throw new IllegalStateException("the load did not end as it should", defect.getCause());
            }
            progress.accept(loads.stream().mapToInt(LoopLoad::begun).sum());
        }
    }

    private MeasuredLoad result(
            List<TrafficClass> classes, Duration warmUp, Duration time, boolean open, List<LoopLoad> loads) {
        var counts = new CountsTable(
                classes, new Span(warmUp.toNanos(), warmUp.plus(time).toNanos()));
        var lag = new LatencyHistogram();
        for (LoopLoad each : loads) {
            counts.add(each.counts());
            if (open) {
                lag.merge(each.lag());
            }
        }
        return new MeasuredLoad(time, open, counts.rows(), lag, settings.threads(), settings.connections());
    }
}
