package io.goodput.logs.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads instants of lines, which mostly are of the minute of the one before. Not thread-safe. */
final class InstantReader {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LENGTH_OF_OURS = "2026-11-30T18:00:00.000000Z".length();
    private static final int TO_MINUTE = "2026-11-30T18:00".length();
    private static final int POINT = TO_MINUTE + 3;
    private static final long MICROS = 1_000_000;

    /** The bytes up to the minute, as two words, and what it is. */
    private long day;

    private long minute;
    private long begin = JsonNumbers.NONE;

    /** Microseconds since 1970; {@link JsonNumbers#NONE} if it is none. */
    long micros(byte[] bytes, int from, int to) {
        if (to - from != LENGTH_OF_OURS
                || bytes[to - 1] != 'Z'
                || bytes[from + POINT] != '.'
                || bytes[from + TO_MINUTE] != ':') {
            return JsonNumbers.instant(bytes, from, to);
        }
        long dayHere = (long) WORD.get(bytes, from);
        long minuteHere = (long) WORD.get(bytes, from + Long.BYTES);
        int seconds = digits(bytes, from + TO_MINUTE + 1, POINT - TO_MINUTE - 1);
        int micros = digits(bytes, from + POINT + 1, to - from - POINT - 2);
        if (begin != JsonNumbers.NONE
                && dayHere == day
                && minuteHere == minute
                && seconds < 60
                && (seconds | micros) >= 0) {
            return begin + seconds * MICROS + micros;
        }
        long read = JsonNumbers.instant(bytes, from, to);
        if (read != JsonNumbers.NONE && (seconds | micros) >= 0 && seconds < 60) {
            day = dayHere;
            minute = minuteHere;
            begin = read - seconds * MICROS - micros;
        }
        return read;
    }

    /** A number of so many digits; below 0 if not all are. */
    private static int digits(byte[] bytes, int from, int count) {
        int value = 0;
        for (int at = from; at < from + count; at++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = 10 * value + digit;
        }
        return value;
    }
}
