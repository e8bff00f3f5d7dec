package io.goodput.bench.evidence;

import io.goodput.Deadline;
import io.goodput.Outcome;
import io.goodput.hedge.HedgePolicy;
import io.goodput.hedge.HedgeTiming;
import io.goodput.quorum.QuorumCall;
import io.goodput.quorum.QuorumFetch;
import io.goodput.sim.Event;
import io.goodput.sim.Simulation;
import io.goodput.sim.Streams;
import io.goodput.sim.random.Arrivals;
import io.goodput.sim.random.Distribution;
import io.goodput.sim.random.RateProfile;
import io.goodput.sim.stat.LatencyHistogram;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Servers that each do one request after the other, and callers who send theirs to one of them by chance. A server does
 * not notice that a request was cancelled, as most do not: the work of a loser is done all the same.
 */
final class HedgedFleet {
    private static final int SERVERS = 20;
    private static final double MILLI = 1e6;

    /** What a caller does. */
    sealed interface Strategy {
        /** One request, and by the policy another. */
        record Hedged(HedgePolicy.Settings settings) implements Strategy {}

        /** Some parts of many; one of one is a plain request. */
        record Parts(QuorumFetch.Settings plan) implements Strategy {}
    }

    /**
     * What is asked of the servers.
     *
     * @param rate calls begun
     * @param work of one request
     * @param measuredFrom calls that begin from then on are measured
     * @param end of the run
     */
    record Load(RateProfile rate, Distribution work, Duration measuredFrom, Duration end) {}

    /**
     * Of one run, latencies in milliseconds. What was not answered at the end has taken until then.
     *
     * @param requests for each call
     * @param work sent, as a share of what the servers can do in that time
     * @param unanswered calls at the end
     */
    record Result(double p50, double p99, double p999, double requests, double work, int unanswered) {}

    private final Simulation simulation = new Simulation();
    private final RandomGenerator choice;
    private final RandomGenerator draws;
    private final Load load;
    private final long[] freeAt = new long[SERVERS];
    private final LatencyHistogram latencies = new LatencyHistogram();
    private long calls;
    private long requests;
    private double workNanos;
    private int unanswered;

    private HedgedFleet(Load load, int seed) {
        var streams = new Streams(seed);
        this.load = load;
        this.choice = streams.stream("choice");
        this.draws = streams.stream("work");
    }

    static Result run(Load load, Strategy strategy, int seed) {
        return new HedgedFleet(load, seed).run(strategy, new Streams(seed).stream("arrivals"));
    }

    private Result run(Strategy strategy, RandomGenerator random) {
        Runnable caller = switch (strategy) {
            case Strategy.Hedged hedged -> {
                var policy = new HedgePolicy(hedged.settings());
                yield () -> new HedgedCall(policy).start();
            }
            case Strategy.Parts parts -> () -> new PartsCall(parts.plan()).start();
        };
        var arrivals = Arrivals.poisson(load.rate(), random);
        long end = load.end().toNanos();
        simulation.schedule(arrivals.next(), new Event() {
            @Override
            public void fire(long now) {
                caller.run();
                long next = arrivals.next();
                if (next <= end) {
                    simulation.schedule(next, this);
                }
            }
        });
        simulation.runUntil(end);
        return new Result(
                latencies.percentile(0.5) / MILLI,
                latencies.percentile(0.99) / MILLI,
                latencies.percentile(0.999) / MILLI,
                (double) requests / calls,
                workNanos / SERVERS / end,
                unanswered);
    }

    /** The event fires when one of the servers has done it. */
    private void send(Event answered) {
        long now = simulation.nanos();
        int server = choice.nextInt(SERVERS);
        long work = load.work().sample(draws);
        freeAt[server] = Math.max(now, freeAt[server]) + work;
        requests++;
        workNanos += work;
        simulation.schedule(freeAt[server], answered);
    }

    private abstract class Call {
        private final long begun = simulation.nanos();
        private boolean ended;

        final void begin() {
            calls++;
            unanswered++;
        }

        final boolean isEnded() {
            return ended;
        }

        final long soFar(long now) {
            return now - begun;
        }

        final void end(long now) {
            ended = true;
            unanswered--;
            if (begun >= load.measuredFrom().toNanos()) {
                latencies.record(now - begun);
            }
        }
    }

    private final class HedgedCall extends Call {
        private final HedgePolicy policy;
        private long hedgedAt = Long.MAX_VALUE;

        HedgedCall(HedgePolicy policy) {
            this.policy = policy;
        }

        void start() {
            begin();
            policy.callBegan();
            send(this::primaryAnswered);
            if (policy.timing(simulation.nanos()) instanceof HedgeTiming.After after) {
                simulation.after(after.nanos(), this::late);
            }
        }

        private void late(long now) {
            if (!isEnded() && policy.tryTake()) {
                hedgedAt = now;
                send(this::hedgeAnswered);
            }
        }

        private void primaryAnswered(long now) {
            if (!isEnded()) {
                end(now);
                policy.attemptEnded(Outcome.SUCCESS, soFar(now), now);
                if (hedgedAt < now) {
                    policy.abandoned(now - hedgedAt, now);
                }
            }
        }

        private void hedgeAnswered(long now) {
            if (!isEnded()) {
                end(now);
                policy.attemptEnded(Outcome.SUCCESS, now - hedgedAt, now);
                policy.abandoned(soFar(now), now);
            }
        }
    }

    private final class PartsCall extends Call {
        private final QuorumCall call;

        PartsCall(QuorumFetch.Settings plan) {
            this.call = new QuorumCall(plan);
        }

        void start() {
            begin();
            long now = simulation.nanos();
            carryOut(call.start(now, Deadline.NONE), now);
        }

        private void carryOut(QuorumCall.Step first, long now) {
            QuorumCall.Step step = first;
            while (step == QuorumCall.Step.BEGIN || step == QuorumCall.Step.CANCEL) {
                if (step == QuorumCall.Step.BEGIN) {
                    int part = call.part();
                    send(at -> carryOut(call.partEnded(part, Outcome.SUCCESS, at), at));
                    wakeForSpares(part);
                }
                step = call.next(now);
            }
            if (step == QuorumCall.Step.FINISH) {
                end(now);
            }
        }

        /** Once, with the first part: no part fails here, so the instant does not move. */
        private void wakeForSpares(int part) {
            if (part == 0 && call.wakeAt() != Long.MAX_VALUE) {
                simulation.schedule(call.wakeAt(), at -> carryOut(call.timerFired(at), at));
            }
        }
    }
}
