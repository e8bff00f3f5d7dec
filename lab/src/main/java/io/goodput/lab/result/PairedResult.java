package io.goodput.lab.result;

import io.goodput.lab.result.ClaimResult.Unit;
import io.goodput.sim.Estimate;
import java.util.List;

/**
 * What a change makes of a scenario, by pairs of runs under the same seeds.
 *
 * @param change what was laid over it
 * @param variants each as written, and with the change
 */
public record PairedResult(
        String scenario, String change, String command, long firstSeed, int seeds, List<Variant> variants) {
    /** One variant and its figures. */
    public record Variant(String name, List<Row> rows) {}

    /**
     * One figure.
     *
     * @param before as written
     * @param after with the change
     * @param paired after minus before, with the interval of the differences seed by seed
     * @param unpaired the same with the interval that runs under other seeds would give
     * @param pairs seeds under which both sides have the figure
     */
    public record Row(
            String name,
            Unit unit,
            Estimate before,
            Estimate after,
            Estimate paired,
            Estimate unpaired,
            int pairs,
            Verdict verdict) {}

    /** What may be said of a difference. */
    public enum Verdict {
        /** The change is to the good. */
        BETTER,
        /** It is to the bad. */
        WORSE,
        /** So many seeds do not show any. There may be one that is smaller than the interval. */
        NOT_SHOWN
    }
}
