package io.goodput.lab.lint;

import io.goodput.config.policy.client.GuardSettings;
import io.goodput.lab.model.Dependency;
import io.goodput.lab.model.Model;
import io.goodput.lab.model.Operation;
import io.goodput.lab.model.Population;
import io.goodput.lab.model.Service;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call of a model, with who makes it and where that is written.
 *
 * @param caller the name of the population or service that makes it
 * @param population whose call it is; null if it is a service's
 * @param service whose call it is; null if it is a population's
 * @param operation of that service, which makes it; {@link Operation#MAIN} of a population
 * @param dependency what is called, and how
 * @param keys from the root of the scenario to the call
 */
record ModelledCall(
        String caller,
        @Nullable Population population,
        @Nullable Service service,
        String operation,
        Dependency dependency,
        List<String> keys) {
    /** All of them, of populations first, each before what is called instead of it. */
    static List<ModelledCall> all(Model model) {
        var all = new ArrayList<ModelledCall>();
        for (Population population : model.populations()) {
            List<String> keys = List.of("clients", population.name(), "calls");
            new ModelledCall(population.name(), population, null, Operation.MAIN, population.calls(), keys).addTo(all);
        }
        model.services().forEach(service -> addCalls(service, all));
        return all;
    }

    private static void addCalls(Service service, List<ModelledCall> all) {
        service.operations().forEach((name, operation) -> {
            var start = new ArrayList<>(List.of("services", service.name()));
            if (!name.equals(Operation.MAIN)) {
                start.addAll(List.of("operations", name));
            }
            for (int i = 0; i < operation.calls().size(); i++) {
                var keys = new ArrayList<>(start);
                keys.addAll(List.of("calls", "[" + i + "]"));
                new ModelledCall(
                                service.name(),
                                null,
                                service,
                                name,
                                operation.calls().get(i),
                                keys)
                        .addTo(all);
            }
        });
    }

    private void addTo(List<ModelledCall> all) {
        all.add(this);
        Dependency fallback = dependency.fallback();
        if (fallback != null) {
            new ModelledCall(caller, population, service, operation, fallback, with("fallback")).addTo(all);
        }
    }

    GuardSettings guard() {
        return dependency.guard();
    }

    /** Those of its guard. */
    List<String> guardKeys() {
        return with("guard");
    }

    /** In how many processes the guard is. */
    int processes() {
        return population != null ? population.processes() : service != null ? service.endpoints() : 1;
    }

    private List<String> with(String key) {
        var longer = new ArrayList<>(keys);
        longer.add(key);
        return List.copyOf(longer);
    }
}
