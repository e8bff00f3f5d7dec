package io.goodput.lab.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.goodput.config.language.YamlFile;
import io.goodput.config.policy.client.GuardSettings;
import io.goodput.lab.model.Delays;
import io.goodput.lab.model.Dependency;
import io.goodput.lab.model.Latency;
import io.goodput.lab.model.Model;
import io.goodput.lab.model.Population;
import io.goodput.lab.model.Requests;
import io.goodput.lab.model.Service;
import io.goodput.lab.model.Workload;
import io.goodput.retry.Backoff;
import io.goodput.retry.RetryBudget;
import io.goodput.retry.RetryPolicy;
import io.goodput.sim.Replications;
import io.goodput.sim.Span;
import io.goodput.sim.random.Distribution;
import io.goodput.sim.random.RateProfile;
import io.goodput.sim.stat.Estimates;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Runs of small models, and what they are held against. */
final class Runs {
    static final long S = 1_000_000_000;

    private Runs() {}

    static Workload poisson(double rate) {
        return new Workload.Open(RateProfile.constant(rate), true, List.of());
    }

    static Workload constant(double rate) {
        return new Workload.Open(RateProfile.constant(rate), false, List.of());
    }

    /** Without a network: the latency of a call is its time in the service. */
    static Model model(Workload workload, Distribution latency, Service.Capacity capacity) {
        return model(workload, Delays.NONE, new Latency(List.of(latency), 0), capacity);
    }

    static Model model(Workload workload, Delays network, Latency latency, Service.Capacity capacity) {
        var population = new Population(
                "clients", workload, 1, "", Requests.USUAL, Dependency.on("service", GuardSettings.NONE));
        Service service = Service.of("service", latency, capacity);
        return new Model(List.of(population), List.of(service), network, List.of());
    }

    /** The same, but that its clients have those policies. */
    static Model under(GuardSettings policy, Model model) {
        Population clients = model.populations().getFirst();
        return new Model(
                List.of(clients.withCalls(clients.calls().withGuard(policy))),
                model.services(),
                model.network(),
                model.faults());
    }

    static GuardSettings timeout(long nanos) {
        return GuardSettings.NONE.withTimeout(Duration.ofNanos(nanos));
    }

    static GuardSettings retries(long timeout, int attempts) {
        return YamlFile.parse("f", "{timeout: " + timeout + "ns, retry: {attempts: " + attempts + "}}")
                .as(GuardSettings.CODEC);
    }

    static GuardSettings retries(long timeout, int attempts, RetryBudget.Settings budget) {
        return timeout(timeout)
                .withRetry(
                        new RetryPolicy.Settings(attempts, Backoff.NONE, budget, null, RetryPolicy.Settings.RETRYABLE));
    }

    static World world(Model model, GuardSettings policy, long seed, int seconds) {
        // A tenth of the run to warm up, and a tenth at the end for the answers of those who called within the span.
        var settled = new Span(seconds / 10 * S, seconds * S);
        Model guarded = under(policy, model);
        return new World(guarded, seed, new Tally(guarded, seconds * S, S, settled));
    }

    static World run(Model model, GuardSettings policy, long seed, int seconds) {
        World world = world(model, policy, seed, seconds);
        world.run();
        return world;
    }

    static Span settled(World world) {
        return new Span(world.end / 10, world.end);
    }

    static Span all(World world) {
        return new Span(0, world.end);
    }

    /** The level of requests in the service, in the settled span. */
    static double meanInFlight(World world) {
        double[] levels = world.tally.front().inFlight().values();
        double sum = 0;
        int from = levels.length / 10;
        for (int i = from; i < levels.length; i++) {
            sum += levels[i];
        }
        return sum / (levels.length - from);
    }

    static double meanLatency(World world) {
        return world.tally.clients().latencies().mean() / S;
    }

    /**
     * The theory lies within 1.7 times the 95 % interval of 40 seeds, which leaves out one in a thousand, and that
     * interval is no wider than that share of it.
     */
    static void agree(double theory, double width, Model model, int seconds, ToDoubleFunction<World> figure)
            throws InterruptedException {
        var figures = new Replications(2)
                .run(40, seed -> figure.applyAsDouble(run(model, GuardSettings.NONE, seed, seconds)));
        var estimate = Estimates.mean(figures.stream().mapToDouble(x -> x).toArray());
        double half = (estimate.high() - estimate.low()) / 2;
        assertThat(theory).as("%s", estimate).isCloseTo(estimate.mean(), within(1.7 * half));
        assertThat(2 * half).isLessThan(width * theory);
    }
}
