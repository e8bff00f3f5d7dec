package io.goodput.admission;

import io.goodput.Range;
import io.goodput.bounds.Expected;

/**
 * What each criticality is left with whatever the higher ones want: this share of the slots that come free while
 * something of it waits, and this share of the places to wait in. Without, a low criticality is starved to nothing when
 * the higher ones take all, which is the point of it.
 *
 * @param criticalPlus from 0 to 1, as all; together at most 1
 * @param critical a share
 * @param sheddablePlus a share
 * @param sheddable a share
 */
public record GuaranteedShares(double criticalPlus, double critical, double sheddablePlus, double sheddable) {
    /** No guarantees: strict priority. */
    public static final GuaranteedShares NONE = new GuaranteedShares(0, 0, 0, 0);

    /** A share is counted in this many parts. */
    static final int WHOLE = 1_000_000;

    /** What sums of shares such as 0.1 may be off by. */
    private static final double ROUNDING = 1e-9;

    /** Refuses what is no share, and more than there is. */
    public GuaranteedShares {
        Range.SHARE.check("criticalPlus", criticalPlus);
        Range.SHARE.check("critical", critical);
        Range.SHARE.check("sheddablePlus", sheddablePlus);
        Range.SHARE.check("sheddable", sheddable);
        double all = criticalPlus + critical + sheddablePlus + sheddable;
        if (all > 1 + ROUNDING) {
            throw Expected.refused("guaranteed together", all, "<= 1");
        }
    }

    /** By criticality, the most critical first, in parts of {@link #WHOLE}. */
    int[] parts() {
        return new int[] {part(criticalPlus), part(critical), part(sheddablePlus), part(sheddable)};
    }

    private static int part(double share) {
        return (int) (share * WHOLE * (1 + ROUNDING)); // rounded down: all together are never more than there is
    }
}
