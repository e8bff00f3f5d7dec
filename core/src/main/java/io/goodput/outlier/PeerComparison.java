package io.goodput.outlier;

import io.goodput.Range;
import io.goodput.bounds.Expected;

/**
 * Whether one figure of a fleet is an outlier among all: it lies more than so many standard deviations on the bad side
 * of the mean, and by at least so much.
 *
 * <p>The first rule is Envoy's success-rate ejection, with the population's deviation. Alone it is wrong in a fleet
 * that does well: of four hosts at 99.99 % and one at 99.95 %, the last is two deviations below the mean. Hence the
 * second.
 *
 * <p>What the arithmetic cannot do: if m of n figures are equally bad and the others equally good, the bad ones lie
 * √((n−m)/m) deviations from the mean. With 1.9 deviations a single bad host can stand out only among five or more, and
 * no host does once more than 21.7 % of them are bad. So a fleet that fails together has no outliers: nobody is taken
 * out of service for what has befallen all. And a fleet below {@code peers} has none either ({@link Verdict#TOO_FEW}).
 *
 * @param deviations how many standard deviations from the mean are too many; 0 to 100
 * @param gap how far from the mean is far at all, in the unit of the figures; 0 to 1.0E18
 * @param peers below so many figures, one's own among them, nothing is said; 2 to 10,000
 */
public record PeerComparison(double deviations, double gap, int peers) {
    /** How many deviations may be too many. */
    public static final Range<Double> DEVIATIONS = new Range<>(0.0, 100.0);

    /** What may be far at all. */
    public static final Range<Double> GAP = new Range<>(0.0, 1e18);

    /** Of how many peers something may be said. */
    public static final Range<Integer> PEERS = new Range<>(2, 10_000);

    /** For success rates: 1.9 deviations and 5 percentage points, among 5 peers or more. */
    public static final PeerComparison SUCCESS_RATE = new PeerComparison(1.9, 0.05, 5);

    /** Refuses what is out of bounds. */
    public PeerComparison {
        DEVIATIONS.check("deviations", deviations);
        GAP.check("gap", gap);
        PEERS.check("peers", peers);
    }

    /** What comes of a comparison. */
    public enum Verdict {
        /** Nothing sets it apart from its peers. */
        ORDINARY,
        /** It is bad, and its peers are not. */
        OUTLIER,
        /** There are too few peers to tell. */
        TOO_FEW
    }

    /**
     * Whether a figure of which more is better, such as a success rate, is too low.
     *
     * @param own the figure in question
     * @param all those of all peers, {@code own} among them
     */
    public Verdict low(double own, Figures all) {
        return verdict(all.mean - own, all);
    }

    /** Whether a figure of which less is better, such as a latency, is too high. */
    public Verdict high(double own, Figures all) {
        return verdict(own - all.mean, all);
    }

    private Verdict verdict(double behind, Figures all) {
        if (all.count < peers) {
            return Verdict.TOO_FEW;
        }
        boolean far = behind > deviations * all.deviation && behind >= gap && behind > 0;
        return far ? Verdict.OUTLIER : Verdict.ORDINARY;
    }

    /**
     * The figures of a fleet, summed up.
     *
     * @param count how many
     * @param mean of all; 0 of none
     * @param deviation of the population (divided by n), not of a sample
     */
    public record Figures(int count, double mean, double deviation) {
        /**
         * Sums up one figure of each peer.
         *
         * @throws IllegalArgumentException if one is NaN or infinite
         */
        public static Figures of(double... figures) {
            if (figures.length == 0) {
                return new Figures(0, 0, 0);
            }
            double sum = 0;
            for (double figure : figures) {
                if (!Double.isFinite(figure)) {
                    throw Expected.refused("figure", figure, "finite");
                }
                sum += figure;
            }
            double mean = sum / figures.length;
            double squares = 0;
            for (double figure : figures) {
                squares += (figure - mean) * (figure - mean);
            }
            return new Figures(figures.length, mean, Math.sqrt(squares / figures.length));
        }
    }
}
