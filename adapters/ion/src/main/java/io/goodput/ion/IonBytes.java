package io.goodput.ion;

import java.nio.charset.StandardCharsets;

/**
 * The encoding of Ion's values: a byte with a type and a length, the length again if it is 14 or more, then the value.
 * All write at a position and answer the one after it.
 */
final class IonBytes {
    /** Ion 1.0 begins: symbols that were known are so no more. */
    static final int VERSION_MARKER = 0xE00100EA;

    static final int MARKER_BYTES = 4;

    static final int BOOLEAN = 0x10;
    static final int POSITIVE = 0x20;
    static final int NEGATIVE = 0x30;
    static final int FLOAT = 0x40;
    static final int TIMESTAMP = 0x60;
    static final int SYMBOL = 0x70;
    static final int STRING = 0x80;
    static final int BLOB = 0xA0;
    static final int LIST = 0xB0;
    static final int STRUCT = 0xD0;
    static final int ANNOTATED = 0xE0;

    /** From this length on, it stands after the type. */
    static final int LONG = 14;

    /** Seven bits a byte; the last has its highest bit set. */
    private static final int SEVEN = 1 << 7;

    private IonBytes() {}

    static int marker(byte[] to, int at) {
        return big(VERSION_MARKER, MARKER_BYTES, to, at);
    }

    /** What stands before a value of so many bytes. */
    static int head(int type, int length, byte[] to, int at) {
        if (length < LONG) {
            to[at] = (byte) (type | length);
            return at + 1;
        }
        to[at] = (byte) (type | LONG);
        return unsigned(length, to, at + 1);
    }

    /** How many bytes that takes. */
    static int headBytes(int length) {
        return length < LONG ? 1 : 1 + unsignedBytes(length);
    }

    /** VarUInt. */
    static int unsigned(int number, byte[] to, int at) {
        int size = unsignedBytes(number);
        for (int i = size - 1, rest = number; i >= 0; i--, rest >>>= 7) {
            to[at + i] = (byte) (rest & SEVEN - 1);
        }
        to[at + size - 1] |= (byte) SEVEN;
        return at + size;
    }

    static int unsignedBytes(int number) {
        return number < SEVEN ? 1 : number < SEVEN << 7 ? 2 : number < SEVEN << 14 ? 3 : 4;
    }

    /** An int: its sign is in the type, and only as many bytes are there as it needs. */
    static int whole(long number, byte[] to, int at) {
        long magnitude = Math.abs(number);
        int size = (Long.SIZE - Long.numberOfLeadingZeros(magnitude) + 7) / Byte.SIZE;
        to[at] = (byte) ((number < 0 ? NEGATIVE : POSITIVE) | size);
        return big(magnitude, size, to, at + 1);
    }

    /** A float of 32 bits if they hold all of it, or of 64. */
    static int real(double number, byte[] to, int at) {
        if ((float) number == number) {
            to[at] = FLOAT | Float.BYTES;
            return big(Float.floatToRawIntBits((float) number), Float.BYTES, to, at + 1);
        }
        to[at] = FLOAT | Double.BYTES;
        return big(Double.doubleToRawLongBits(number), Double.BYTES, to, at + 1);
    }

    /** So many bytes, the highest first. */
    static int big(long bits, int size, byte[] to, int at) {
        for (int i = 0; i < size; i++) {
            to[at + i] = (byte) (bits >>> ((size - 1 - i) * Byte.SIZE));
        }
        return at + size;
    }

    static int string(byte[] utf8, byte[] to, int at) {
        int start = head(STRING, utf8.length, to, at);
        System.arraycopy(utf8, 0, to, start, utf8.length);
        return start + utf8.length;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
