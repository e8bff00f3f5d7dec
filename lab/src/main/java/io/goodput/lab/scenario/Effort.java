package io.goodput.lab.scenario;

import io.goodput.config.GuardSettings;
import io.goodput.lab.model.Model;
import io.goodput.lab.model.Service;
import io.goodput.lab.model.Workload;
import io.goodput.sim.random.Distribution;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How many requests a scenario may come to, all runs together: a bound, not a forecast. */
final class Effort {
    /** Some hours on one core. */
    private static final double MOST_REQUESTS = 1e10;

    private final Model model;
    private final Collection<GuardSettings> policies;
    private final RunPlan plan;

    Effort(Model model, Collection<GuardSettings> policies, RunPlan plan) {
        this.model = model;
        this.policies = policies;
        this.plan = plan;
    }

    void refuseTooMuch() {
        double requests =
                plan.seeds() * policies.stream().mapToDouble(this::aRun).sum();
        if (Double.isInfinite(requests)) {
            throw new IllegalArgumentException("clients that do not think, and may be answered or refused at once,"
                    + " call without end (expected: a think time, or a network delay and policies that drop no calls)");
        }
        if (requests > MOST_REQUESTS) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "up to %.0e requests in all (expected: at most %.0e: fewer calls, a shorter run or fewer seeds)",
                    requests,
                    MOST_REQUESTS));
        }
    }

    private double aRun(GuardSettings policy) {
        int attempts = policy.retry() == null ? 1 : policy.retry().attempts();
        return attempts
                * switch (model.workload()) {
                    case Workload.Open open ->
                        open.rate().expected(0, plan.length().toNanos());
                    case Workload.Closed closed ->
                        closed.clients().largest() * (plan.length().toNanos() / shortestCycle(closed, policy));
                };
    }

    /** On average, the time from a client's call to its next one if the answer comes as soon as it can. */
    private double shortestCycle(Workload.Closed closed, GuardSettings policy) {
        if (dropsCalls(policy)) {
            return closed.think().mean();
        }
        double answer = 2 * model.network().mean() + (mayBeRefused(closed, policy) ? 0 : quickestService());
        return closed.think().mean() + Math.min(answer, patience(policy));
    }

    /** At once, and before they cost anything. */
    private static boolean dropsCalls(GuardSettings policy) {
        return policy.throttle() != null
                || policy.rateLimit() != null
                || policy.breaker() != null
                || policy.limit() != null
                || (policy.retry() != null && policy.retry().adaptiveRate() != null);
    }

    /** Those who give up leave their requests in the slots and the queue, and come back. */
    private boolean mayBeRefused(Workload.Closed closed, GuardSettings policy) {
        return model.service().capacity() instanceof Service.Slots(int slots, int queue)
                && (closed.clients().largest() > slots + queue || Double.isFinite(patience(policy)));
    }

    private double quickestService() {
        var latency = model.service().latency();
        return latency.nanosPerInFlight()
                + latency.draws().stream().mapToDouble(Distribution::mean).sum();
    }

    private static double patience(GuardSettings policy) {
        return Stream.of(nanos(policy.timeout()), nanos(policy.deadline()))
                .mapToDouble(nanos -> nanos)
                .min()
                .orElseThrow();
    }

    private static double nanos(@Nullable Duration time) {
        return time == null ? Double.POSITIVE_INFINITY : time.toNanos();
    }
}
