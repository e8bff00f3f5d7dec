package io.goodput.lab.world;

import io.goodput.Ticker;
import io.goodput.health.DependencyCheck;
import io.goodput.lab.model.Dependency;
import io.goodput.lab.model.Operation;
import io.goodput.lab.model.Population;
import io.goodput.lab.model.Service;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A process of a world, and whose it is.
 *
 * @param group the population or service
 * @param name the process of that population, or the endpoint of that service
 * @param operations what it does, and for each the services that it calls for that
 * @param ticker the time of the simulation
 * @param clock what its own clock reads, in nanoseconds since the run began
 */
public record ProcessSite(
        String group, String name, Map<String, List<String>> operations, Ticker ticker, Ticker clock) {
    /** What an endpoint does that looks at what it depends on. */
    public static final String HEALTH = "health";

    static ProcessSite of(Population population, String name, Ticker ticker) {
        return new ProcessSite(
                population.name(),
                name,
                Map.of(Operation.MAIN, services(Stream.of(population.calls()))),
                ticker,
                ticker);
    }

    static ProcessSite of(Service service, String name, Ticker ticker, Ticker clock) {
        Map<String, List<String>> operations = new LinkedHashMap<>();
        service.operations().forEach((operation, does) -> operations.put(operation, services(does.calls().stream())));
        if (service.health() != null) {
            operations.put(
                    HEALTH,
                    service.health().checks().dependencies().stream()
                            .map(DependencyCheck::name)
                            .toList());
        }
        return new ProcessSite(service.name(), name, operations, ticker, clock);
    }

    private static List<String> services(Stream<Dependency> calls) {
        return calls.flatMap(call -> call.everything().stream())
                .map(Dependency::service)
                .distinct()
                .toList();
    }
}
