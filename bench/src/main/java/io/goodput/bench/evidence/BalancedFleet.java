package io.goodput.bench.evidence;

import io.goodput.Outcome;
import io.goodput.balance.Address;
import io.goodput.balance.Balancer;
import io.goodput.balance.Endpoint;
import io.goodput.sim.Simulation;
import io.goodput.sim.Streams;
import io.goodput.sim.random.Arrivals;
import io.goodput.sim.random.Distribution;
import io.goodput.sim.random.RateProfile;
import io.goodput.sim.stat.LatencyHistogram;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * One client with one balancer, and twelve servers of four slots each, with a queue before them that knows no bound. A
 * call takes 20 ms on average (exponential) and is given up after 500 ms; its slot is busy to the end all the same.
 * 1,200 calls a second are half of what the servers can do. The trouble begins after 10 s and is measured until 60 s.
 */
final class BalancedFleet {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;
    private static final int SERVERS = 12;
    private static final int SLOTS = 4;
    private static final double CALLS_PER_SECOND = 1_200;
    private static final long TIMEOUT = 500 * MILLI;
    private static final long TROUBLE = 10 * SECOND;
    private static final long END = 60 * SECOND;

    /** What is wrong with the fleet. */
    enum Trouble {
        /** Nothing. */
        NONE("nobody is in trouble", 0),
        /** One server is slow. */
        SLOW("one of twelve takes ten times as long", 1),
        /** One server fails at once: the black hole. */
        BLACK_HOLE("one of twelve fails at once", 1),
        /** Some servers are slower by nature. */
        HETEROGENEOUS("four of twelve take twice as long, from the beginning", 4),
        /** A zone is gone. */
        ZONE("four of twelve, a zone, do not answer", 4);

        private final String title;
        private final int bad;

        Trouble(String title, int bad) {
            this.title = title;
            this.bad = bad;
        }

        String title() {
            return title;
        }

        boolean hasBad() {
            return bad > 0;
        }
    }

    /**
     * What came of a run, from the beginning of the trouble.
     *
     * @param goodput the share of calls that succeeded in time
     * @param p99Nanos of these
     * @param shareOfBad the share of calls that went to servers in trouble
     */
    record Figures(double goodput, double p99Nanos, double shareOfBad) {}

    private final Trouble trouble;
    private final Simulation simulation = new Simulation();
    private final Balancer balancer;
    private final RandomGenerator choices;
    private final RandomGenerator times;
    private final Arrivals arrivals;
    private final Distribution service = Distribution.exponential(20 * MILLI);
    private final Map<Endpoint, Server> servers = new HashMap<>();
    private final LatencyHistogram latencies = new LatencyHistogram();
    private long calls;
    private long callsOfBad;

    BalancedFleet(Trouble trouble, Balancer.Settings settings, int seed) {
        this.trouble = trouble;
        this.balancer = new Balancer(
                settings,
                IntStream.range(0, SERVERS).mapToObj(i -> Address.of("s" + i)).toList());
        var streams = new Streams(seed);
        this.choices = streams.stream("choices");
        this.times = streams.stream("service");
        this.arrivals = Arrivals.poisson(RateProfile.constant(CALLS_PER_SECOND), streams.stream("arrivals"));
        List<Endpoint> endpoints = balancer.endpoints();
        for (int i = 0; i < SERVERS; i++) {
            servers.put(endpoints.get(i), new Server(i < trouble.bad));
        }
    }

    Figures run() {
        simulation.schedule(arrivals.next(), this::arrive);
        simulation.runUntil(END);
        return new Figures((double) latencies.count() / calls, latencies.percentile(0.99), (double) callsOfBad / calls);
    }

    private void arrive(long now) {
        Endpoint picked = Objects.requireNonNull(balancer.pick(now, choices, null, null));
        Server server = Objects.requireNonNull(servers.get(picked));
        if (now >= TROUBLE) {
            calls++;
            callsOfBad += server.bad ? 1 : 0;
        }
        var call = new Call(picked, now);
        simulation.after(TIMEOUT, at -> call.end(Outcome.TIMEOUT, at));
        server.take(call, now);
        simulation.schedule(arrivals.next(), this::arrive);
    }

    /** A call as its client sees it. */
    private final class Call {
        private final Endpoint endpoint;
        private final long startedAt;
        private boolean ended;

        Call(Endpoint endpoint, long startedAt) {
            this.endpoint = endpoint;
            this.startedAt = startedAt;
        }

        void end(Outcome outcome, long now) {
            if (ended) {
                return;
            }
            ended = true;
            balancer.ended(endpoint, outcome, startedAt, now);
            if (outcome == Outcome.SUCCESS && startedAt >= TROUBLE) {
                latencies.record(now - startedAt);
            }
        }
    }

    private final class Server {
        private final boolean bad;
        private final ArrayDeque<Call> queue = new ArrayDeque<>();
        private int busy;

        Server(boolean bad) {
            this.bad = bad;
        }

        void take(Call call, long now) {
            boolean inTrouble = bad && (now >= TROUBLE || trouble == Trouble.HETEROGENEOUS);
            if (inTrouble && trouble == Trouble.BLACK_HOLE) {
                simulation.after(MILLI, at -> call.end(Outcome.TRANSIENT_FAILURE, at));
            } else if (!(inTrouble && trouble == Trouble.ZONE)) {
                queue.add(call);
                serve(now);
            }
        }

        private void serve(long now) {
            if (busy == SLOTS || queue.isEmpty()) {
                return;
            }
            busy++;
            Call call = queue.remove();
            simulation.after(service.sample(times) * slowness(now), at -> {
                busy--;
                call.end(Outcome.SUCCESS, at);
                serve(at);
            });
        }

        private int slowness(long now) {
            return switch (trouble) {
                case SLOW -> bad && now >= TROUBLE ? 10 : 1;
                case HETEROGENEOUS -> bad ? 2 : 1;
                case NONE, BLACK_HOLE, ZONE -> 1;
            };
        }
    }
}
