package io.goodput.bench.evidence;

import io.goodput.Outcome;
import io.goodput.limit.ClientThrottle;
import io.goodput.sim.Event;
import io.goodput.sim.Simulation;
import io.goodput.sim.Streams;
import io.goodput.sim.random.Arrivals;
import io.goodput.sim.random.RateProfile;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A server that pays for refusing, and ten clients. It has one processor: to read a request takes 2 ms, whether it is
 * then refused or not, and comes first; to answer it takes 8 ms more. It can answer 100 a second if it is sent no more.
 * It refuses when 20 are read and wait. A client gives a request 1 s, and the server, which does not know, works on it
 * all the same. 240 s, of which the last 120 s count.
 */
final class RefusingServer {
    private static final long SECOND = 1_000_000_000;
    private static final long COUNTED = 120 * SECOND;
    private static final long END = 240 * SECOND;
    private static final long READING = 2_000_000;
    private static final long ANSWERING = 8_000_000;
    private static final long TIMEOUT = SECOND;
    private static final int CLIENTS = 10;
    private static final int ROOM = 20;

    /** What came of it, a second: answers in time, and requests sent. */
    record Result(double good, double sent) {}

    private final Simulation simulation = new Simulation();
    private final Arrivals arrivals;
    private final RandomGenerator choice;
    private final RandomGenerator draws;
    private final @Nullable ClientThrottle[] throttles = new ClientThrottle[CLIENTS];
    private final Queue<Request> unread = new ArrayDeque<>();
    private final Queue<Request> read = new ArrayDeque<>();
    private boolean busy;
    private int good;
    private int sent;

    private RefusingServer(double perSecond, ClientThrottle.@Nullable Settings settings, Streams streams) {
        this.arrivals = Arrivals.poisson(RateProfile.constant(perSecond), streams.stream("arrivals"));
        this.choice = streams.stream("clients");
        this.draws = streams.stream("draws");
        for (int client = 0; settings != null && client < CLIENTS; client++) {
            throttles[client] = new ClientThrottle(settings);
        }
    }

    /** Runs it, without throttles if there are no settings. */
    static Result run(double perSecond, ClientThrottle.@Nullable Settings settings, long seed) {
        var run = new RefusingServer(perSecond, settings, new Streams(seed));
        run.simulation.schedule(run.arrivals.next(), run::arrive);
        run.simulation.runUntil(END);
        double seconds = (double) (END - COUNTED) / SECOND;
        return new Result(run.good / seconds, run.sent / seconds);
    }

    private void arrive(long now) {
        long next = arrivals.next();
        if (next <= END) {
            simulation.schedule(next, this::arrive);
        }
        ClientThrottle throttle = throttles[choice.nextInt(CLIENTS)];
        if (throttle != null && !throttle.tryPass(now, draws)) {
            return;
        }
        sent += now >= COUNTED ? 1 : 0;
        var request = new Request(throttle, now);
        request.timer = simulation.after(TIMEOUT, request);
        unread.add(request);
        work();
    }

    private void work() {
        if (busy) {
            return;
        }
        Request next = unread.poll();
        if (next != null) {
            busy = true;
            simulation.after(READING, now -> wasRead(next, now));
            return;
        }
        Request ready = read.poll();
        if (ready != null) {
            busy = true;
            simulation.after(ANSWERING, now -> finish(ready, Outcome.SUCCESS, now));
        }
    }

    private void wasRead(Request request, long now) {
        if (read.size() >= ROOM) {
            finish(request, Outcome.THROTTLED, now);
            return;
        }
        read.add(request);
        busy = false;
        work();
    }

    private void finish(Request request, Outcome outcome, long now) {
        request.end(outcome, now);
        busy = false;
        work();
    }

    /** Fires when its client waits no longer. */
    private final class Request implements Event {
        private final @Nullable ClientThrottle throttle;
        private final long startedAt;
        private long timer;

        private Request(@Nullable ClientThrottle throttle, long startedAt) {
            this.throttle = throttle;
            this.startedAt = startedAt;
        }

        @Override
        public void fire(long now) {
            tell(Outcome.TIMEOUT, now);
        }

        private void end(Outcome outcome, long now) {
            if (simulation.cancel(timer)) {
                tell(outcome, now);
            }
        }

        private void tell(Outcome outcome, long now) {
            good += outcome == Outcome.SUCCESS && startedAt >= COUNTED ? 1 : 0;
            if (throttle != null) {
                throttle.ended(outcome, now);
            }
        }
    }
}
