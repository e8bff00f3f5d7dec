package io.goodput.lab.scenario;

import io.goodput.config.policy.client.GuardSettings;
import io.goodput.lab.model.Dependency;
import io.goodput.lab.model.Fault;
import io.goodput.lab.model.Model;
import io.goodput.lab.model.Operation;
import io.goodput.lab.model.Service;
import io.goodput.lab.model.Workload;
import io.goodput.sim.random.Distribution;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From the call of a client that waits for answers to its next one. */
record Cycle(Workload.Closed closed, Dependency dependency, Model model) {
    /** On average, if the answer comes as soon as it can: nanoseconds, 0 if it may come at once. */
    double shortest() {
        GuardSettings guard = dependency.guard();
        if (dropsCalls(guard) || dependency.share() < 1 || dependency.cache() != null) {
            return closed.think().mean();
        }
        Service service = model.service(dependency.service());
        double answer = 2 * model.network().eachWay().mean() + (mayBeRefused(service, guard) ? 0 : quickest(service));
        return closed.think().mean() + Math.min(answer, patience(guard));
    }

    /** At once, and before they cost anything. */
    private static boolean dropsCalls(GuardSettings guard) {
        return guard.throttle() != null
                || guard.rateLimit() != null
                || guard.breaker() != null
                || guard.limit() != null
                || (guard.retry() != null && guard.retry().adaptiveRate() != null);
    }

    /** Those who give up leave their requests in the slots and the queue, and come back. */
    private boolean mayBeRefused(Service service, GuardSettings guard) {
        boolean mayBeFull = switch (service.capacity()) {
            case Service.Slots slots -> mayBeFull(slots, guard);
            case Service.Nudge nudge -> mayBeFull(nudge.slots(), guard);
            case Service.Reading reading -> mayBeFull(reading.slots(), guard);
            case Service.Admission _, Service.Instances _ -> true;
            default -> false;
        };
        return mayBeFull
                || service.deadlines() == Service.Deadlines.WALL_CLOCK
                || model.faults().stream().anyMatch(Cycle::refusesAtOnce);
    }

    private static boolean refusesAtOnce(Fault fault) {
        return fault instanceof Fault.Crash || fault instanceof Fault.CapacityLoss || fault instanceof Fault.BlackHole;
    }

    private boolean mayBeFull(Service.Slots limits, GuardSettings guard) {
        return closed.clients().largest() > limits.slots() + limits.queue() || Double.isFinite(patience(guard));
    }

    private double quickest(Service service) {
        return service.asked(dependency.operation()).stream()
                .map(Operation::latency)
                .mapToDouble(latency -> latency.nanosPerInFlight()
                        + latency.draws().stream()
                                .mapToDouble(Distribution::mean)
                                .sum())
                .min()
                .orElse(0);
    }

    private static double patience(GuardSettings guard) {
        return Stream.of(nanos(guard.timeout()), nanos(guard.deadline()))
                .mapToDouble(nanos -> nanos)
                .min()
                .orElseThrow();
    }

    private static double nanos(@Nullable Duration time) {
        return time == null ? Double.POSITIVE_INFINITY : time.toNanos();
    }
}
