package io.goodput.lab.world;

import io.goodput.balance.Balancer;
import io.goodput.lab.model.Operation;
import io.goodput.lab.model.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A service in action: its endpoints, and what is counted of all of them. */
final class Fleet {
    final Service service;
    final ServiceTally tally;

    private final List<Host> hosts = new ArrayList<>();
    private final Map<String, Host> byName = new HashMap<>();
    private final List<Balancer> balancers = new ArrayList<>();
    private final Map<String, AskedOperation> operations = new LinkedHashMap<>();

    Fleet(Service service, ServiceTally tally) {
        this.service = service;
        this.tally = tally;
        for (Map.Entry<String, Operation> entry : service.operations().entrySet()) {
            Operation operation = entry.getValue();
            operations.put(
                    entry.getKey(),
                    new AskedOperation(entry.getKey(), operations.size(), operation.latency(), operation.errors()));
        }
    }

    void add(Host host) {
        hosts.add(host);
        byName.put(host.name(), host);
    }

    /** A balancer of those who call, which has the endpoints in the order of the hosts. */
    void balancedBy(Balancer balancer) {
        balancers.add(balancer);
    }

    /** All balancers learn how an endpoint is. */
    void announce(Host host, boolean healthy) {
        int index = hosts.indexOf(host);
        balancers.forEach(balancer -> balancer.health(balancer.endpoints().get(index), healthy));
    }

    List<Host> hosts() {
        return hosts;
    }

    Host host(String name) {
        Host host = byName.get(name);
        if (host == null) {
            throw new IllegalStateException("no endpoint " + name);
        }
        return host;
    }

    /** What a call of an operation may ask for, in the order of the service. */
    List<AskedOperation> asked(String operation) {
        return operation.equals(Operation.ANY)
                ? List.copyOf(operations.values())
                : List.of(Objects.requireNonNull(operations.get(operation), operation));
    }

    boolean honoursDeadlines() {
        return service.deadlines() != Service.Deadlines.IGNORED;
    }

    /** Warns if an endpoint is near saturation, once. */
    void lookAtSections(long now) {
        if (service.section() != null && tally.warnedAt() == ServiceTally.NEVER) {
            for (Host host : hosts) {
                if (host.isNearSaturation(now)) {
                    tally.warned(now);
                    return;
                }
            }
        }
    }

    /** Nanoseconds that all requests together have been inside, until then. */
    long timeInside(long now) {
        long sum = 0;
        for (Host host : hosts) {
            sum += host.residence.timeInside(now);
        }
        return sum;
    }

    int inFlight() {
        int sum = 0;
        for (Host host : hosts) {
            sum += host.inFlight();
        }
        return sum;
    }
}
