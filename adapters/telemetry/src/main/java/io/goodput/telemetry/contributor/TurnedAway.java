package io.goodput.telemetry.contributor;

import java.util.Arrays;

/**
 * How often those keys came at most that have no slot: keys share cells by their hash, and a cell is at least the count
 * of each of its keys. No cell is above the lowest count of a slot. One thread at a time.
 */
final class TurnedAway {
    private static final int CELLS = 1_024;
    private static final int SHIFT = 32 - Integer.numberOfTrailingZeros(CELLS);

    /** What one needs of the heap. */
    static final long BYTES = 16 + 4 * CELLS;

    private final int[] cells = new int[CELLS];

    /**
     * One more of a key without a slot.
     *
     * @param hash of the key, all of its bits mixed
     * @param lowest the lowest count of a slot
     * @return whether it is counted here; if not it came as often as one with a slot, maybe, and is to have one
     */
    boolean tryAdd(int hash, long lowest) {
        int cell = hash >>> SHIFT;
        if (cells[cell] >= lowest) {
            return false;
        }
        cells[cell]++;
        return true;
    }

    /** A key with that count, which is the lowest, has lost its slot. */
    void takeBack(int hash, long lowest) {
        cells[hash >>> SHIFT] = (int) Math.min(Integer.MAX_VALUE, lowest);
    }

    /** How often any of them came, at most. */
    long most() {
        return Arrays.stream(cells).max().orElse(0);
    }

    void clear() {
        Arrays.fill(cells, 0);
    }
}
