package io.goodput.lab.model;

import io.goodput.config.ServerSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What is called.
 *
 * @param name of the service
 * @param zones the zone of each endpoint, empty if it is in none; at least one endpoint
 * @param operations what it does, by name
 * @param capacity what happens at an endpoint when there are many requests
 * @param deadlines what it makes of them
 */
public record Service(
        String name,
        List<String> zones,
        SequencedMap<String, Operation> operations,
        Capacity capacity,
        Deadlines deadlines) {
    /** Copies the lists. */
    public Service {
        zones = List.copyOf(zones);
        operations = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(operations));
    }

    /** One endpoint that does one thing. */
    public static Service of(String name, Latency latency, Capacity capacity) {
        var operations = new LinkedHashMap<>(Map.of(Operation.MAIN, Operation.of(latency)));
        return new Service(name, List.of(""), operations, capacity, Deadlines.IGNORED);
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

    /** All that any of its operations calls. */
    public List<Dependency> dependencies() {
        var all = new ArrayList<Dependency>();
        operations.values().forEach(operation -> operation.calls().forEach(call -> all.addAll(call.everything())));
        return all;
    }
}
