package io.goodput.telemetry.unit;

import io.goodput.Outcome;
import io.goodput.Refusal.Reason;

/** What is counted of a dependency, as offsets in its block of cells. */
@SuppressWarnings("EnumOrdinal") // cells of a block, which lives no longer than the process
public final class DependencyFigures {
    /** Calls that began. */
    public static final int CALLS = 0;

    /** Attempts that were a call's first. */
    public static final int FIRST = 1;

    /** Attempts that came after one that failed. */
    public static final int RETRIES = 2;

    /** Attempts beside one that was on its way. */
    public static final int HEDGES = 3;

    /** Time that calls waited before an attempt. */
    public static final int WAIT = 4;

    /** How often somebody told what was received. */
    public static final int BYTES_IN_TOLD = 5;

    /** Bytes received. */
    public static final int BYTES_IN = 6;

    /** How often somebody told what was sent. */
    public static final int BYTES_OUT_TOLD = 7;

    /** Bytes sent. */
    public static final int BYTES_OUT = 8;

    /** How often somebody told how long the queue was. */
    public static final int DEPTH_TOLD = 9;

    /** The longest queue met. */
    public static final int DEPTH = 10;

    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final Reason[] REASONS = Reason.values();
    private static final int ENDED = DEPTH + 1;
    private static final int NANOS = ENDED + OUTCOMES.length;
    private static final int REFUSED = NANOS + OUTCOMES.length;

    /** SheetCells of a block. */
    static final int SIZE = REFUSED + REASONS.length;

    private DependencyFigures() {}

    /** Attempts that ended so. */
    static int ended(Outcome outcome) {
        return ENDED + outcome.ordinal();
    }

    /** How long those took together. */
    static int nanos(Outcome outcome) {
        return NANOS + outcome.ordinal();
    }

    /** Calls to which this rule said no. */
    static int refused(Reason reason) {
        return REFUSED + reason.ordinal();
    }

    /** Tells one of them. */
    static void tell(SheetCells cells, boolean mine, int base, int figure, long n) {
        if (figure == DEPTH) {
            cells.atLeast(mine, base + figure, n);
        } else {
            cells.add(mine, base + figure, n);
        }
    }

    /** What a block holds before anything happened. */
    static void blank(long[] cells, int base) {
        cells[base + DEPTH] = Long.MIN_VALUE;
    }
}
