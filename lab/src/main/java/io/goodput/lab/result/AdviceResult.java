package io.goodput.lab.result;

import io.goodput.sim.Estimate;
import java.util.List;

/**
 * Settings that keep more goodput, and the evidence.
 *
 * @param tried candidates
 * @param runs of all rounds together
 * @param span over which goodput is compared
 * @param gain in goodput of the settings that were chosen over those written, by pairs of runs
 * @param yaml what is recommended, as a configuration; what is written where nothing is
 * @param rows what is written, then the finalists
 */
public record AdviceResult(
        String scenario,
        String variant,
        String population,
        String command,
        int seeds,
        int tried,
        int runs,
        String span,
        Verdict verdict,
        Estimate gain,
        String yaml,
        List<Row> rows) {
    /** What is recommended. */
    public enum Verdict {
        /** Settings that keep significantly more goodput. */
        BETTER,
        /** Settings that keep no less, and are simpler. */
        SIMPLER,
        /** To keep what is written. */
        KEEP
    }

    /**
     * One finalist.
     *
     * @param goodput over the span
     * @param disturbed goodput during the disturbances
     * @param settled goodput in the settled window
     */
    public record Row(
            String settings,
            boolean isAdvised,
            Estimate goodput,
            Estimate disturbed,
            Estimate settled,
            Estimate amplification,
            Estimate metastable,
            Estimate recovery,
            Estimate p99) {}
}
