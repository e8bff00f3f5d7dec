package io.goodput.lab.result;

import io.goodput.sim.Estimate;

/**
 * A claim of the scenario and what became of it.
 *
 * @param text as in the scenario
 * @param verdict whether it holds
 * @param value the figure on its left-hand side, with its interval
 * @param unit what the value is counted in
 * @param why where it could not be judged, the reason; otherwise empty
 */
public record ClaimResult(String text, Verdict verdict, Estimate value, Unit unit, String why) {
    /** What a figure is counted in. */
    public enum Unit {
        /** Neither of the others: a count or a share. */
        NONE(""),
        /** Per second. */
        PER_SECOND("/s"),
        /** Seconds. */
        SECONDS("s");

        private final String symbol;

        Unit(String symbol) {
            this.symbol = symbol;
        }

        /** As written behind a number. */
        public String symbol() {
            return symbol;
        }
    }

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
