package io.goodput.telemetry.aggregate;

import java.util.Arrays;

/**
 * Numbers in as few bytes as each needs: seven bits a byte, the lowest first. Written from the beginning, and read from
 * a place in other bytes; one thread at a time.
 */
final class IntervalBytes {
    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;

    private byte[] bytes;
    private int place;

    IntervalBytes() {
        this(new byte[256], 0);
    }

    IntervalBytes(byte[] bytes, int place) {
        this.bytes = bytes;
        this.place = place;
    }

    void clear() {
        place = 0;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where the next number stands: how many bytes were written. */
    int place() {
        return place;
    }

    void goTo(int other) {
        place = other;
    }

    void put(long number) {
        if (place + 10 > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        long left = number;
        while ((left & -MORE) != 0) {
            bytes[place++] = (byte) (left | MORE);
            left >>>= BITS;
        }
        bytes[place++] = (byte) left;
    }

    /** A number that need not be whole; one with few digits takes few bytes, as the last bits come first. */
    void putDecimal(double number) {
        put(Long.reverse(Double.doubleToRawLongBits(number)));
    }

    long next() {
        long number = 0;
        int shift = 0;
        while (bytes[place] < 0) {
            number |= (long) (bytes[place++] & (MORE - 1)) << shift;
            shift += BITS;
        }
        return number | (long) bytes[place++] << shift;
    }

    double nextDecimal() {
        return Double.longBitsToDouble(Long.reverse(next()));
    }
}
