package io.goodput.telemetry.text;

import java.nio.charset.StandardCharsets;

/** Numbers as bytes, without garbage. */
final class Digits {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LEAST = Long.toString(Long.MIN_VALUE).getBytes(StandardCharsets.US_ASCII);

    private Digits() {}

    /** Decimal, with a sign where it is negative: at most 20 bytes. Answers the position after it. */
    static int decimal(long number, byte[] to, int at) {
        if (number == Long.MIN_VALUE) {
            System.arraycopy(LEAST, 0, to, at, LEAST.length);
            return at + LEAST.length;
        }
        int start = at;
        if (number < 0) {
            to[start++] = '-';
        }
        long rest = Math.abs(number);
        int size = 1;
        for (long power = 10; size < 19 && rest >= power; power *= 10) {
            size++;
        }
        padded(rest, size, to, start);
        return start + size;
    }

    /** Decimal, in so many digits, with zeros before it. */
    static void padded(long number, int size, byte[] to, int at) {
        long rest = number;
        for (int i = at + size - 1; i >= at; i--) {
            long tenth = rest / 10;
            to[i] = (byte) ('0' + (rest - tenth * 10));
            rest = tenth;
        }
    }

    /** All 16 digits. Answers the position after them. */
    static int hex(long bits, byte[] to, int at) {
        for (int i = 0; i < 16; i++) {
            to[at + i] = HEX[(int) (bits >>> (60 - 4 * i)) & 15];
        }
        return at + 16;
    }

    /** All digits of some bytes. Answers the position after them. */
    static int hex(byte[] bytes, int length, byte[] to, int at) {
        for (int i = 0; i < length; i++) {
            to[at + 2 * i] = HEX[bytes[i] >>> 4 & 15];
            to[at + 2 * i + 1] = HEX[bytes[i] & 15];
        }
        return at + 2 * length;
    }
}
