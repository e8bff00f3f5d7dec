package io.goodput.telemetry.unit;

/** What a field tells. */
public enum Kind {
    /** How often. */
    COUNT(1),
    /** How long: times, their sum and their greatest. */
    TIME(3),
    /** How much: times, their sum, least and greatest. */
    QUANTITY(4),
    /** What: no cell, as it is text. */
    DETAIL(0);

    final int cells;

    Kind(int cells) {
        this.cells = cells;
    }

    /** The cells of one of which nothing was told. */
    long[] blankRow() {
        long[] row = new long[cells];
        blank(row, 0);
        return row;
    }

    /** What the cells hold before anything was told. */
    void blank(long[] row, int base) {
        switch (this) {
            case TIME -> row[base + 2] = Long.MIN_VALUE;
            case QUANTITY -> {
                row[base + 2] = Long.MAX_VALUE;
                row[base + 3] = Long.MIN_VALUE;
            }
            case COUNT, DETAIL -> {}
        }
    }

    /** Tells it: of a count, how often; else one time, or one quantity. */
    void tell(SheetCells cells, boolean mine, int base, long value) {
        switch (this) {
            case COUNT -> cells.add(mine, base, value);
            case TIME -> {
                cells.add(mine, base, 1);
                cells.add(mine, base + 1, value);
                cells.atLeast(mine, base + 2, value);
            }
            case QUANTITY -> {
                cells.add(mine, base, 1);
                cells.add(mine, base + 1, value);
                cells.atMost(mine, base + 2, value);
                cells.atLeast(mine, base + 3, value);
            }
            case DETAIL -> {}
        }
    }
}
