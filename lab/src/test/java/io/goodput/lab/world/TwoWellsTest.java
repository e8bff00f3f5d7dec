package io.goodput.lab.world;

import static io.goodput.lab.world.Runs.S;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.goodput.lab.model.Model;
import io.goodput.lab.scenario.Scenario;
import io.goodput.sim.Estimate;
import io.goodput.sim.Replications;
import io.goodput.sim.Span;
import io.goodput.sim.stat.Estimates;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A small case of the metastability of retrying clients against the Markov chain that it is (after "Analyzing
 * metastable failures", HotOS 2025): {@value #CLIENTS} clients are in the queue of one server or in orbit around it.
 *
 * <p>The server thrashes: with n requests inside it completes {@code μn / (1 + κn(n-1))} a second, of which a share is
 * errors that are retried at once. The clients think for exponential times, so the number inside is a birth–death chain
 * with two wells, a few requests inside and some two dozen; how likely each is, and how long the way from one to the
 * other takes, is known.
 */
class TwoWellsTest {
    private static final int CLIENTS = 30;
    private static final double THINK = 0.47;
    private static final double MU = 100;
    private static final double KAPPA = 0.2;
    private static final double ERRORS = 0.2;

    private static final int GOOD = 0;
    private static final int BAD = 22;
    private static final int SECONDS = 2_000;
    private static final int SEEDS = 20;

    private static final Scenario SCENARIO = Scenarios.parse("""
            services:
              api: {latency: exponential(10ms), errors: 20%, usl: {contention: 0%, coherence: 20%}}
            clients:
              users:
                arrivals: closed
                clients: 30
                think: exponential(470ms)
                calls: {to: api, guard: {retry: {attempts: 1000}}}
            """);

    /** The chain: births are clients that come in, deaths those that are served. */
    private static double birth(int n) {
        return (CLIENTS - n) / THINK;
    }

    private static double death(int n) {
        return MU * n / (1 + KAPPA * n * (n - 1)) * (1 - ERRORS);
    }

    private static double[] stationary() {
        double[] p = new double[CLIENTS + 1];
        p[0] = 1;
        double sum = 1;
        for (int n = 1; n <= CLIENTS; n++) {
            p[n] = p[n - 1] * birth(n - 1) / death(n);
            sum += p[n];
        }
        for (int n = 0; n <= CLIENTS; n++) {
            p[n] /= sum;
        }
        return p;
    }

    private static double sum(double[] p, int from, int to) {
        double sum = 0;
        for (int n = from; n <= to; n++) {
            sum += p[n];
        }
        return sum;
    }

    /** Seconds until the bad well is reached from the good one for the first time: the mean. */
    private static double meanWayIn() {
        double[] p = stationary();
        double time = 0;
        for (int n = GOOD; n < BAD; n++) {
            time += sum(p, 0, n) / (birth(n) * p[n]);
        }
        return time;
    }

    private static double meanWayOut() {
        double[] p = stationary();
        double time = 0;
        for (int n = GOOD + 1; n <= BAD; n++) {
            time += sum(p, n, CLIENTS) / (death(n) * p[n]);
        }
        return time;
    }

    /**
     * What one run shows, after a tenth of it.
     *
     * @param congested share of the time with more inside than at the ridge between the wells
     */
    private record Passage(double congested, double wayIn, double wayOut) {}

    private static Passage run(int seed) {
        Model model = SCENARIO.variants().firstEntry().getValue();
        var world = new World(model, seed, new Tally(model, SECONDS * S, S, new Span(0, SECONDS * S)));
        Fleet api = world.fleet("api");
        long congested = 0;
        long[] ways = new long[2];
        int[] passages = new int[2];
        boolean inBadWell = false;
        long since = -1;
        long before = 0;
        while (world.simulation().nanos() < SECONDS * S && world.simulation().step()) {
            long now = world.simulation().nanos();
            int inside = api.inFlight();
            congested += inside > 8 ? now - before : 0;
            before = now;
            if (inBadWell ? inside == GOOD : inside >= BAD) {
                if (since >= 0) {
                    ways[inBadWell ? 1 : 0] += now - since;
                    passages[inBadWell ? 1 : 0]++;
                }
                inBadWell = !inBadWell;
                since = now;
            }
        }
        return new Passage(
                (double) congested / (SECONDS * S), ways[0] / 1e9 / passages[0], ways[1] / 1e9 / passages[1]);
    }

    @Test
    void the_simulation_stays_in_each_well_for_as_long_as_the_chain_does() throws Exception {
        List<Passage> runs = new Replications(2).run(SEEDS, TwoWellsTest::run);

        agrees(
                sum(stationary(), 9, CLIENTS),
                runs.stream().mapToDouble(Passage::congested).toArray());
        agrees(meanWayIn(), runs.stream().mapToDouble(Passage::wayIn).toArray());
        agrees(meanWayOut(), runs.stream().mapToDouble(Passage::wayOut).toArray());
    }

    /** Within 1.7 times the 95 % interval, which is one of 99.9 %, and within an eighth at that. */
    private static void agrees(double theory, double[] samples) {
        Estimate estimate = Estimates.mean(samples);
        double half = (estimate.high() - estimate.low()) / 2;
        assertThat(estimate.mean()).as("%s", estimate).isCloseTo(theory, within(1.7 * half));
        assertThat(half).isLessThan(theory / 8);
    }
}
