package io.goodput.lab.fidelity;

import io.goodput.config.policy.client.GuardSettings;
import io.goodput.lab.model.Latency;
import io.goodput.lab.model.Model;
import io.goodput.lab.model.Service;
import io.goodput.lab.model.Workload;
import io.goodput.lab.scenario.Scenario;
import io.goodput.sim.Span;
import io.goodput.sim.random.Arrivals;
import io.goodput.sim.random.Distribution;
import io.goodput.sim.random.RateProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * What a real server and a real client have to know of a scenario. All that depends on the model of the lab is here.
 *
 * @param rate calls a second over time
 * @param poisson by chance; otherwise at even distances
 * @param changes when the rate departs from its base
 * @param service how long a request is worked on
 * @param slots requests worked on at a time
 * @param queue waiting at a time
 */
record Law(RateProfile rate, boolean poisson, List<Span> changes, List<Distribution> service, int slots, int queue) {
    /** Refuses what the real server does not do: anything but slots with an open workload. */
    static Law of(Scenario scenario) {
        Model model = scenario.variants().firstEntry().getValue();
        Service service = model.services().getFirst();
        Latency latency = service.operation(
                        model.populations().getFirst().calls().operation())
                .latency();
        if (model.populations().getFirst().workload() instanceof Workload.Open(var rate, var poisson, var changes)
                && service.capacity() instanceof Service.Slots(int slots, int queue)
                && model.services().size() == 1
                && service.endpoints() == 1
                && model.populations().size() == 1
                && model.faults().isEmpty()
                && latency.nanosPerInFlight() == 0
                && model.network().eachWay().mean() == 0) {
            List<Span> inOrder = changes.stream()
                    .sorted(Comparator.comparingLong(Span::from))
                    .toList();
            return new Law(rate, poisson, inOrder, latency.draws(), slots, queue);
        }
        throw new IllegalArgumentException(scenario.name()
                + ": not to be had for real (expected: one open population, one service of one endpoint with slots, no"
                + " inflight, no network, no faults)");
    }

    /** The policies that the clients of a variant have. */
    static GuardSettings guard(Scenario scenario, String variant) {
        return Objects.requireNonNull(scenario.variants().get(variant), variant)
                .populations()
                .getFirst()
                .calls()
                .guard();
    }

    /** Requests a second that the slots can serve. */
    double capacity() {
        return slots / (service.stream().mapToDouble(Distribution::mean).sum() / 1e9);
    }

    /** How long one request is worked on, in nanoseconds. */
    long workNanos(RandomGenerator random) {
        return service.stream().mapToLong(draw -> draw.sample(random)).sum();
    }

    /** When the calls are due in a run of that length. */
    long[] due(long runNanos, RandomGenerator random) {
        Arrivals arrivals = poisson ? Arrivals.poisson(rate, random) : Arrivals.constant(rate);
        List<Long> due = new ArrayList<>();
        for (long next = arrivals.next(); next < runNanos; next = arrivals.next()) {
            due.add(next);
        }
        return due.stream().mapToLong(Long::longValue).toArray();
    }

    /** Stretches of the run in which the rate does not change, in order. */
    List<Span> stretches(long runNanos) {
        List<Span> stretches = new ArrayList<>();
        long at = 0;
        for (Span change : changes) {
            long from = Math.min(change.from(), runNanos);
            long to = Math.min(change.to(), runNanos);
            addUnlessEmpty(stretches, at, from);
            addUnlessEmpty(stretches, from, to);
            at = to;
        }
        addUnlessEmpty(stretches, at, runNanos);
        return stretches;
    }

    private static void addUnlessEmpty(List<Span> stretches, long from, long to) {
        if (from < to) {
            stretches.add(new Span(from, to));
        }
    }
}
