package io.goodput.lab.model;

import io.goodput.sim.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that is simulated: who calls, who is called, what lies between them and what goes wrong.
 *
 * @param populations who calls from outside; at least one
 * @param services who is called; no name twice, nor that of a population, and no service calls itself, however
 *     indirectly
 * @param network what messages pass
 * @param faults what goes wrong, and when
 */
public record Model(List<Population> populations, List<Service> services, Delays network, List<Fault> faults) {
    private static final long MOST_CACHED_KEYS = 1_000_000;

    /** Refuses calls of what is not there, and circles. */
    public Model {
        populations = List.copyOf(populations);
        services = List.copyOf(services);
        faults = List.copyOf(faults);
        Set<String> names = new HashSet<>();
        for (Population population : populations) {
            refuseTwin(names, population.name());
        }
        Map<String, Service> byName = new HashMap<>();
        for (Service service : services) {
            refuseTwin(names, service.name());
            byName.put(service.name(), service);
        }
        populations.forEach(population -> refuseUnknown(population.name(), population.calls(), byName));
        for (Service service : services) {
            service.operations()
                    .values()
                    .forEach(operation ->
                            operation.calls().forEach(dependency -> refuseUnknown(service.name(), dependency, byName)));
        }
        Set<String> free = new HashSet<>();
        services.forEach(service -> refuseCircle(service, byName, new ArrayList<>(), free));
        refuseLargeCaches(populations, services);
        for (Fault fault : faults) {
            if (fault instanceof Fault.AtCaches atCaches) {
                refuseUncached(atCaches.owner(), callsOf(atCaches.owner(), populations, services));
            }
        }
    }

    private static void refuseTwin(Set<String> names, String name) {
        if (!names.add(name)) {
            throw new IllegalArgumentException(name + ": is the name of two (expected: a name for each)");
        }
    }

    private static void refuseUnknown(String caller, Dependency dependency, Map<String, Service> services) {
        Service service = services.get(dependency.service());
        if (service == null) {
            throw new IllegalArgumentException(caller + ": calls " + dependency.service()
                    + ", which is not there (expected: one of " + String.join(", ", sorted(services)) + ")");
        }
        if (!dependency.operation().equals(Operation.ANY)
                && !service.operations().containsKey(dependency.operation())) {
            throw new IllegalArgumentException(
                    caller + ": calls operation " + dependency.operation() + " of " + service.name() + ", which has "
                            + String.join(", ", service.operations().keySet()));
        }
        dependency.alternatives().forEach(other -> refuseUnknown(caller, other, services));
    }

    private static List<String> sorted(Map<String, Service> services) {
        return services.keySet().stream().sorted().toList();
    }

    /** What is free of circles is not gone through again: there may be very many ways to it. */
    private static void refuseCircle(
            Service service, Map<String, Service> services, List<String> way, Set<String> free) {
        if (free.contains(service.name())) {
            return;
        }
        if (way.contains(service.name())) {
            throw new IllegalArgumentException(service.name() + ": calls itself by way of " + String.join(" > ", way));
        }
        way.add(service.name());
        for (Dependency dependency : service.dependencies()) {
            refuseCircle(Objects.requireNonNull(services.get(dependency.service())), services, way, free);
        }
        way.removeLast();
        free.add(service.name());
    }

    private static void refuseLargeCaches(List<Population> populations, List<Service> services) {
        long keys = 0;
        for (Population population : populations) {
            keys += population.processes()
                    * population.calls().everything().stream()
                            .mapToLong(Dependency::cachedKeys)
                            .sum();
        }
        for (Service service : services) {
            keys += service.endpoints()
                    * service.dependencies().stream()
                            .mapToLong(Dependency::cachedKeys)
                            .sum();
        }
        if (keys > MOST_CACHED_KEYS) {
            throw new IllegalArgumentException("caches of " + keys
                    + " keys in all processes together (expected: at most " + MOST_CACHED_KEYS + ")");
        }
    }

    private static void refuseUncached(String owner, Stream<Dependency> calls) {
        if (calls.noneMatch(dependency -> dependency.cache() instanceof Caching.Kept)) {
            throw new IllegalArgumentException(
                    owner + ": keeps nothing that could be lost (expected: a call with a cache of keys)");
        }
    }

    private static Stream<Dependency> callsOf(String caller, List<Population> populations, List<Service> services) {
        Stream<Dependency> outside = populations.stream()
                .filter(population -> population.name().equals(caller))
                .flatMap(population -> population.calls().everything().stream());
        Stream<Dependency> inside = services.stream()
                .filter(service -> service.name().equals(caller))
                .flatMap(service -> service.dependencies().stream());
        return Stream.concat(outside, inside);
    }

    /** The service of that name. */
    public Service service(String name) {
        return services.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no service " + name));
    }

    /** The names of the services that populations call themselves, in the order of {@link #services}. */
    public List<String> front() {
        return services.stream()
                .map(Service::name)
                .filter(name -> populations.stream()
                        .anyMatch(population -> population.calls().everything().stream()
                                .anyMatch(dependency -> dependency.service().equals(name))))
                .toList();
    }

    /** When anything departs from its base: phases of the workloads, and faults. */
    public List<Span> disturbances() {
        var spans = new ArrayList<Span>();
        populations.forEach(population -> spans.addAll(population.workload().disturbances()));
        faults.forEach(fault -> spans.add(fault.span()));
        return List.copyOf(spans);
    }
}
