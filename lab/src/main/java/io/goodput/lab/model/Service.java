package io.goodput.lab.model;

import io.goodput.config.policy.server.ServerSettings;
import io.goodput.health.DependencyCheck;
import io.goodput.meter.CriticalSection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is called.
 *
 * @param name of the service
 * @param zones the zone of each endpoint, empty if it is in none; at least one endpoint
 * @param operations what it does, by name
 * @param capacity what happens at an endpoint when there are many requests
 * @param deadlines what it makes of them
 * @param health how its endpoints are looked at; null if they are not
 * @param section how near saturation each endpoint is, which works on one request at a time as a lock lets one in; null
 *     if nobody looks at that
 */
public record Service(
        String name,
        List<String> zones,
        SequencedMap<String, Operation> operations,
        Capacity capacity,
        Deadlines deadlines,
        @Nullable Probing health,
        CriticalSection.@Nullable Settings section) {
    /** Copies the lists, and refuses to look at what is not called, or serves several at a time. */
    public Service {
        zones = List.copyOf(zones);
        operations = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(operations));
        if (section != null && !(capacity instanceof Slots(int slots, int _) && slots == 1)) {
            throw new IllegalArgumentException(name + ": has a critical section (expected: with slots: 1)");
        }
        if (health != null) {
            for (DependencyCheck check : health.checks().dependencies()) {
                if (callsOf(operations).noneMatch(call -> call.service().equals(check.name()))) {
                    throw new IllegalArgumentException(
                            name + ": checks " + check.name() + " (expected: a service that it calls)");
                }
            }
        }
    }

    private static Stream<Dependency> callsOf(SequencedMap<String, Operation> operations) {
        return operations.values().stream()
                .flatMap(operation -> operation.calls().stream())
                .flatMap(call -> call.everything().stream());
    }

    /** One endpoint that does one thing. */
    public static Service of(String name, Latency latency, Capacity capacity) {
        var operations = new LinkedHashMap<>(Map.of(Operation.MAIN, Operation.of(latency)));
        return new Service(name, List.of(""), operations, capacity, Deadlines.IGNORED, null, null);
    }

    /** What a service makes of the deadlines of those that call it. */
    public enum Deadlines {
        /** Nothing: it works on for those who have left. */
        IGNORED,
        /** It is sent what is left of the time, drops what comes too late and passes on what is left. */
        REMAINING,
        /** The same, but it is sent an instant, which is compared with its own clock. */
        WALL_CLOCK
    }

    /** How many requests are worked on at a time at one endpoint. */
    public sealed interface Capacity {}

    /** All of them, each for the time that was fixed when it was admitted. */
    public record Unlimited() implements Capacity {}

    /**
     * A fixed number; the others wait in line, first in, first out.
     *
     * @param slots worked on at a time
     * @param queue waiting at a time; one that finds the line full is refused at once, as throttled
     */
    public record Slots(int slots, int queue) implements Capacity {}

    /**
     * A fixed number, and a line in which a small request passes a large one if it comes right behind it: first in,
     * first out but for that, and better for nearly everybody (Grosof, Yang, Scully and Harchol-Balter, "Nudge:
     * Stochastically Improving upon FCFS", 2021). No request passes or is passed more than once.
     *
     * @param slots worked on at a time, and waiting at a time
     * @param small work up to so many nanoseconds is small
     * @param large work from so many nanoseconds on is large; more than {@code small}
     */
    public record Nudge(Slots slots, long small, long large) implements Capacity {
        /** Refuses to have a request small and large. */
        public Nudge {
            if (small < 0 || large <= small) {
                throw new IllegalArgumentException("large: " + large + "ns with small: " + small
                        + "ns (expected: small from 0ns on, and large above it)");
            }
        }
    }

    /**
     * A fixed number, and each request is read before anything else is done, whether or not it is then refused: who
     * sends too much keeps an endpoint from its work.
     *
     * @param slots read or worked on at a time, and waiting when they have been read
     * @param nanos what it takes to read one
     */
    public record Reading(Slots slots, long nanos) implements Capacity {}

    /**
     * All of them, but they share what there is: with n requests and c cores, each proceeds at {@code min(1, c/n)} of
     * full speed.
     *
     * @param cores that many requests run at full speed
     */
    public record Sharing(int cores) implements Capacity {}

    /**
     * All of them, and they hinder each other as the Universal Scalability Law says (Gunther, 1993): with n requests
     * each proceeds at {@code 1 / (1 + σ(n-1) + κn(n-1))} of full speed.
     *
     * @param contention σ, from 0 to 1
     * @param coherence κ, from 0 to 1
     */
    public record Scalability(double contention, double coherence) implements Capacity {}

    /**
     * As many as there may be instances, each of which works on one request at a time. A request that finds none idle
     * waits for a new one to start; one that finds the most there may be busy is refused at once, as throttled.
     *
     * @param coldNanos what the start of an instance takes
     * @param keepNanos an instance that has been idle for so long is gone
     * @param most busy at a time
     * @param warm there from the start and kept, however long they are idle
     */
    public record Instances(long coldNanos, long keepNanos, int most, int warm) implements Capacity {}

    /**
     * All of them, but each reads one row when its work begins and writes it when that is done, which fails if another
     * one has written it since: optimistic concurrency control.
     */
    public record Optimistic() implements Capacity {}

    /**
     * As many as an application's server admits.
     *
     * @param settings as the application configures it
     */
    public record Admission(ServerSettings settings) implements Capacity {}

    /** How many endpoints there are. */
    public int endpoints() {
        return zones.size();
    }

    /**
     * What an endpoint is called: as the service if there is only one, otherwise {@code name-1} and so on.
     *
     * @param number from 1
     */
    public String endpointName(int number) {
        return endpoints() == 1 ? name : name + "-" + number;
    }

    /**
     * One of its operations.
     *
     * @throws IllegalArgumentException if it has none of that name
     */
    public Operation operation(String operation) {
        Operation found = operations.get(operation);
        if (found == null) {
            throw new IllegalArgumentException(name + ": has no operation " + operation);
        }
        return found;
    }

    /** What a call of that operation may ask for: it, or all of them if it is {@link Operation#ANY}. */
    public List<Operation> asked(String operation) {
        return operation.equals(Operation.ANY) ? List.copyOf(operations.values()) : List.of(operation(operation));
    }

    /** All that any of its operations calls. */
    public List<Dependency> dependencies() {
        return callsOf(operations).toList();
    }

    /**
     * How it calls a service, the first of several ways.
     *
     * @throws IllegalArgumentException if it does not
     */
    public Dependency call(String service) {
        return callsOf(operations)
                .filter(call -> call.service().equals(service))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + ": does not call " + service));
    }

    /** The same with another capacity. */
    public Service withCapacity(Capacity other) {
        return new Service(name, zones, operations, other, deadlines, health, section);
    }
}
