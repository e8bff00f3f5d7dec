package io.goodput.lab.model;

import java.util.List;

/**
 * One thing that a service does.
 *
 * @param latency of its own work
 * @param errors share of the requests that fail after that work
 * @param calls what it calls then, one after the other
 */
public record Operation(Latency latency, double errors, List<Dependency> calls) {
    /** The name of the operation of a service that does one thing. */
    public static final String MAIN = "main";

    /** Stands for any operation: that of the request's key, number k mod n of them; by chance if it has no key. */
    public static final String ANY = "*";

    /** Work that calls nobody. */
    public static Operation of(Latency latency) {
        return new Operation(latency, 0, List.of());
    }

    /** Copies the list. */
    public Operation {
        calls = List.copyOf(calls);
    }
}
