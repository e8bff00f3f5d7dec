package io.goodput.lab.model;

/**
 * Callers of one kind.
 *
 * @param name of the population
 * @param workload how many, and how often
 * @param processes how many processes share the calls, each with policies and state of its own; 1 to 10,000
 * @param zone where they are; empty if in none
 * @param requests what their calls are like
 * @param calls what they call, and how
 */
public record Population(
        String name, Workload workload, int processes, String zone, Requests requests, Dependency calls) {
    private static final int MOST_PROCESSES = 10_000;

    /** Refuses no process. */
    public Population {
        if (processes < 1 || processes > MOST_PROCESSES) {
            throw new IllegalArgumentException("processes: " + processes + " (expected: 1 to " + MOST_PROCESSES + ")");
        }
    }

    /**
     * What a process is called: as the population if there is only one, otherwise {@code name-1} and so on.
     *
     * @param number from 1
     */
    public String processName(int number) {
        return processes == 1 ? name : name + "-" + number;
    }

    /** The same, calling something else. */
    public Population withCalls(Dependency other) {
        return new Population(name, workload, processes, zone, requests, other);
    }
}
