package io.goodput.lab.scenario;

import io.goodput.config.policy.client.GuardSettings;
import io.goodput.lab.model.Dependency;
import io.goodput.lab.model.Model;
import io.goodput.lab.model.Population;
import io.goodput.lab.model.Probing;
import io.goodput.lab.model.Service;
import io.goodput.lab.model.Workload;
import java.util.Collection;
import java.util.Locale;

/** How many requests a scenario may come to, all runs together: a bound, not a forecast. */
final class Effort {
    /** Some hours on one core. */
    private static final double MOST_REQUESTS = 1e10;

    private final Collection<Model> variants;
    private final RunPlan plan;

    Effort(Collection<Model> variants, RunPlan plan) {
        this.variants = variants;
        this.plan = plan;
    }

    void refuseTooMuch() {
        double requests =
                plan.seeds() * variants.stream().mapToDouble(this::aRun).sum();
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

    private double aRun(Model model) {
        return checks(model)
                + model.populations().stream()
                        .mapToDouble(population -> calls(population, model) * requests(population.calls(), model))
                        .sum();
    }

    /** Each endpoint that is looked at, and what it calls then. */
    private double checks(Model model) {
        double checks = 0;
        for (Service service : model.services()) {
            Probing health = service.health();
            if (health != null) {
                double times = (double) plan.length().toNanos() / health.every().toNanos();
                checks += times
                        * service.endpoints()
                        * (1 + health.checks().dependencies().size());
            }
        }
        return checks;
    }

    private double calls(Population population, Model model) {
        long length = plan.length().toNanos();
        return switch (population.workload()) {
            case Workload.Open open -> open.rate().expected(0, length);
            case Workload.Closed closed ->
                closed.clients().largest() * (length / new Cycle(closed, population.calls(), model).shortest());
            case Workload.Periodic periodic -> periodic.clients() * (1.0 + (double) length / periodic.everyNanos());
            case Workload.Once once -> once.clients();
        };
    }

    /** Of all services together, for one call: whatever fails is tried as often as it may be. */
    private static double requests(Dependency dependency, Model model) {
        GuardSettings guard = dependency.guard();
        int attempts = guard.retry() == null ? 1 : guard.retry().attempts();
        int hedges = guard.hedge() == null ? 0 : guard.hedge().maxHedges();
        double inside = model.service(dependency.service()).asked(dependency.operation()).stream()
                .mapToDouble(operation -> operation.calls().stream()
                        .mapToDouble(call -> requests(call, model))
                        .sum())
                .max()
                .orElse(0);
        double own = dependency.share() * dependency.fanOut().calls() * attempts * (1 + hedges) * (1 + inside);
        return own + (dependency.fallback() == null ? 0 : requests(dependency.fallback(), model));
    }
}
