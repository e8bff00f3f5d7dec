package io.goodput.bench.evidence;

import static io.goodput.bench.evidence.LimitScenario.CHANGE;
import static io.goodput.bench.evidence.LimitScenario.END;
import static io.goodput.bench.evidence.LimitScenario.SECOND;
import static io.goodput.bench.evidence.LimitScenario.USEFUL;

import io.goodput.Outcome;
import io.goodput.limit.ConcurrencyLimit;
import io.goodput.sim.Event;
import io.goodput.sim.Simulation;
import io.goodput.sim.Streams;
import io.goodput.sim.random.Arrivals;
import io.goodput.sim.stat.LatencyHistogram;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** One run of a scenario: callers, the limit before them, and the server. */
final class LimitedServer {
    private static final int SECONDS = (int) (END / SECOND);

    /** The time to adapt is that from which on goodput is this share of the best in every so many seconds. */
    private static final double ADAPTED = 0.9;

    private static final int FOR = 5;

    private final LimitScenario scenario;
    private final List<ConcurrencyLimit> clients;
    private final RandomGenerator choice;
    private final Simulation simulation = new Simulation();
    private final Arrivals arrivals;
    private final RandomGenerator work;
    private final Queue<Call> queue = new ArrayDeque<>();
    private int serving;

    private final int[] good = new int[SECONDS];
    private final double[] limits = new double[SECONDS];
    private final LatencyHistogram latencies = new LatencyHistogram();
    private int offered;
    private int dropped;

    private LimitedServer(LimitScenario scenario, ConcurrencyLimit.Settings settings, Streams streams) {
        this.scenario = scenario;
        this.clients = Stream.generate(() -> new ConcurrencyLimit(settings))
                .limit(scenario.clients())
                .toList();
        this.choice = streams.stream("clients");
        this.arrivals = Arrivals.poisson(scenario.arrivals(), streams.stream("arrivals"));
        this.work = streams.stream("work");
    }

    /**
     * What came of it, all from the change on.
     *
     * @param goodput answers in time, as a share of the best
     * @param p99 of all answers, in milliseconds
     * @param dropped share of the calls that the limit refused
     * @param limit the mean limit of a client
     * @param last the same at the end
     * @param adapted seconds from the change until goodput came near the best and stayed there; what was left of the
     *     run if it never did
     */
    record Result(double goodput, double p99, double dropped, double limit, double last, double adapted) {}

    static Result run(LimitScenario scenario, ConcurrencyLimit.Settings settings, long seed) {
        var run = new LimitedServer(scenario, settings, new Streams(seed));
        run.simulation.schedule(run.arrivals.next(), run::arrive);
        for (int second = 0; second < SECONDS; second++) {
            run.simulation.runUntil((second + 1) * SECOND);
            run.limits[second] = run.limit();
        }
        return run.result();
    }

    private double limit() {
        return clients.stream().mapToInt(ConcurrencyLimit::limit).average().orElseThrow();
    }

    private void arrive(long now) {
        simulation.schedule(arrivals.next(), this::arrive);
        // Drawn for those that are refused too: every candidate meets the same calls.
        ConcurrencyLimit limit = clients.get(choice.nextInt(clients.size()));
        var call = new Call(limit, now, scenario.work().sample(work));
        boolean counts = now >= CHANGE;
        offered += counts ? 1 : 0;
        if (limit.tryAcquire()) {
            call.timeout = simulation.schedule(now + scenario.patience(), call::expire);
            if (scenario.slowness().applyAsDouble(now) < Double.POSITIVE_INFINITY) {
                queue.add(call);
                serve(now);
            }
        } else {
            dropped += counts ? 1 : 0;
        }
    }

    private void serve(long now) {
        while (serving < scenario.slots() && !queue.isEmpty()) {
            serving++;
            Call next = queue.remove();
            double slowness = Math.min(scenario.slowness().applyAsDouble(now), 1e3);
            simulation.schedule(now + Math.round(next.work * slowness), next);
        }
    }

    private final class Call implements Event {
        private final ConcurrencyLimit limit;
        private final long startedAt;
        private final long work;
        private long timeout;
        private boolean expired;

        Call(ConcurrencyLimit limit, long startedAt, long work) {
            this.limit = limit;
            this.startedAt = startedAt;
            this.work = work;
        }

        /** The server has done it. */
        @Override
        public void fire(long now) {
            serving--;
            if (!expired) {
                simulation.cancel(timeout);
                limit.release(Outcome.SUCCESS, startedAt, now);
                good[(int) Math.min(now / SECOND, SECONDS - 1)] += now - startedAt <= USEFUL ? 1 : 0;
                if (now >= CHANGE) {
                    latencies.record(now - startedAt);
                }
            }
            serve(now);
        }

        void expire(long now) {
            expired = true;
            limit.release(Outcome.TIMEOUT, startedAt, now);
        }
    }

    private Result result() {
        double best = 0;
        double answered = 0;
        double sum = 0;
        int first = (int) (CHANGE / SECOND);
        for (int second = first; second < SECONDS; second++) {
            best += scenario.best(second * SECOND);
            answered += good[second];
            sum += limits[second];
        }
        return new Result(
                answered / best,
                latencies.percentile(0.99) / 1e6,
                (double) dropped / offered,
                sum / (SECONDS - first),
                limits[SECONDS - 1],
                adapted());
    }

    private double adapted() {
        int first = (int) (scenario.settled() / SECOND);
        int second = SECONDS - FOR;
        while (second >= first && isAdapted(second)) {
            second--;
        }
        return second == SECONDS - FOR ? SECONDS - first : second + 1 - first;
    }

    private boolean isAdapted(int from) {
        double best = 0;
        double answered = 0;
        for (int second = from; second < from + FOR; second++) {
            best += scenario.best(second * SECOND);
            answered += good[second];
        }
        return answered >= ADAPTED * best;
    }
}
