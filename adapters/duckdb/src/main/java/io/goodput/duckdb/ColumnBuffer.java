package io.goodput.duckdb;

import io.goodput.duckdb.RowTable.RowType;
import java.util.Arrays;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/** The values of one column until a chunk is full: DuckDB takes text by the batch only at a bearable price. */
final class ColumnBuffer {
    /** Names come again and again, ids never: what is longer than names are is not looked up. */
    private static final int LONGEST_KNOWN = 24;

    private static final int KNOWN = 1024;

    private final RowType type;
    private final boolean[] told;
    private final long[] numbers;
    private final byte[] @Nullable [] texts;
    private final byte[] @Nullable [] known;

    ColumnBuffer(RowType type, int rows) {
        this.type = type;
        boolean isText = type == RowType.TEXT;
        told = new boolean[isText ? 0 : rows];
        numbers = new long[isText ? 0 : rows];
        texts = new byte[isText ? rows : 0][];
        known = new byte[isText ? KNOWN : 0][];
    }

    void text(int row, byte[] utf8, int from, int length) {
        texts[row] = length > LONGEST_KNOWN ? Arrays.copyOfRange(utf8, from, from + length) : known(utf8, from, length);
    }

    private byte[] known(byte[] utf8, int from, int length) {
        int hash = length;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + utf8[i];
        }
        int slot = (hash ^ hash >>> 10 ^ hash >>> 20) & KNOWN - 1;
        byte[] last = known[slot];
        if (last == null || !Arrays.equals(last, 0, last.length, utf8, from, from + length)) {
            last = Arrays.copyOfRange(utf8, from, from + length);
            known[slot] = last;
        }
        return last;
    }

    /** A number's bits, by the type of the column. */
    void number(int row, long bits) {
        told[row] = true;
        numbers[row] = bits;
    }

    void clear(int row) {
        if (type == RowType.TEXT) {
            texts[row] = null;
        } else {
            told[row] = false;
        }
    }

    /** Hands the first rows over, and is empty again. */
    void moveTo(DuckDBWritableVector vector, int rows) {
        if (type == RowType.TEXT) {
            vector.setStringUtf8Batch(0, Arrays.copyOf(texts, rows));
            Arrays.fill(texts, 0, rows, null);
            return;
        }
        for (int row = 0; row < rows; row++) {
            if (!told[row]) {
                vector.setNull(row);
                continue;
            }
            switch (type) {
                case WHOLE -> vector.setLong(row, numbers[row]);
                case REAL -> vector.setDouble(row, Double.longBitsToDouble(numbers[row]));
                default -> vector.setBoolean(row, numbers[row] != 0);
            }
        }
        Arrays.fill(told, 0, rows, false);
    }
}
