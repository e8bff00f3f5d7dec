package io.goodput.telemetry.frame;

/** Some bytes, to be found in others. Source: Horspool, Practical fast searching in strings (1980). */
final class SoughtBytes {
    private static final int BYTE_VALUES = 256;

    private final byte[] sought;
    /** How far to go on when this byte stands where the last one would. */
    private final int[] leap = new int[BYTE_VALUES];

    SoughtBytes(byte[] sought) {
        this.sought = sought;
        java.util.Arrays.fill(leap, sought.length);
        for (int i = 0; i < sought.length - 1; i++) {
            leap[sought[i] & 0xFF] = sought.length - 1 - i;
        }
    }

    /** Where they stand, at this place or after it; -1 if nowhere. */
    int in(byte[] bytes, int from) {
        int last = sought.length - 1;
        for (int at = from; at + last < bytes.length; at += leap[bytes[at + last] & 0xFF]) {
            int i = last;
            while (i >= 0 && bytes[at + i] == sought[i]) {
                i--;
            }
            if (i < 0) {
                return at;
            }
        }
        return -1;
    }
}
