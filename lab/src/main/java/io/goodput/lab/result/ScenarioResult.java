package io.goodput.lab.result;

import java.util.List;

/**
 * What one scenario showed over all its seeds.
 *
 * @param scenario the scenario's name
 * @param about one or two sentences: what it shows
 * @param source the scenario file, to the letter
 * @param command the command line that ran it, without seeds: {@code ./goodput lab retry-storm}
 * @param firstSeed the lowest seed that was run
 * @param seeds how many were run, counted up from {@code firstSeed}
 * @param seconds virtual seconds a run
 * @param settled where goodput, attempts and latency are measured, in seconds
 * @param disturbances when any variant met another workload than at first, or a fault; empty where none did
 * @param events simulated events in all runs together
 * @param eventsPerSecond of wall-clock time, all threads together
 * @param variants in the order of the file
 * @param claims in the order of the file
 */
public record ScenarioResult(
        String scenario,
        String about,
        String source,
        String command,
        long firstSeed,
        int seeds,
        double seconds,
        Span settled,
        List<Disturbed> disturbances,
        long events,
        double eventsPerSecond,
        List<VariantResult> variants,
        List<ClaimResult> claims) {

    /** A stretch of virtual time, in seconds. */
    public record Span(double from, double to) {}

    /**
     * A stretch of virtual time in which something is not as usual, in seconds.
     *
     * @param fault what it is called in a scenario, such as {@code zone-loss}; empty for a phase of the workload
     */
    public record Disturbed(double from, double to, String fault) {
        /** When. */
        public Span span() {
            return new Span(from, to);
        }
    }
}
