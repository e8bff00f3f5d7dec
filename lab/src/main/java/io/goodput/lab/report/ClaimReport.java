package io.goodput.lab.report;

import io.goodput.sim.Estimate;

/**
 * A claim of the scenario and what became of it.
 *
 * @param text as in the scenario
 * @param verdict whether it holds
 * @param value the figure on its left-hand side, with its interval
 * @param why where it could not be judged, the reason; otherwise empty
 */
public record ClaimReport(String text, Verdict verdict, Estimate value, String why) {
    /** What became of a claim. */
    public enum Verdict {
        /** It is true of the figures. */
        HOLDS,
        /** It is not, or the figure it speaks of was never measured. */
        FAILS,
        /** Not asked: the replay of one seed says nothing about all of them. */
        NOT_JUDGED
    }
}
