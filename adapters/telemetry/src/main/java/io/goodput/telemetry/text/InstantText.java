package io.goodput.telemetry.text;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Instants in UTC, {@code 2026-11-30T18:36:15.123456Z}. Remembers the second: most records are of the one before. */
final class InstantText {
    static final int BYTES = 27;

    private static final long NANOS = 1_000_000_000;
    private static final int TO_SECOND = 19;

    private final byte[] text = "0000-00-00T00:00:00.000000Z".getBytes(StandardCharsets.US_ASCII);
    private long second = Long.MIN_VALUE;

    /** Writes {@link #BYTES} bytes; nanoseconds below a microsecond are cut off. */
    void write(long epochNanos, byte[] to, int at) {
        long wanted = Math.floorDiv(epochNanos, NANOS);
        if (wanted != second) {
            remember(wanted);
        }
        System.arraycopy(text, 0, to, at, BYTES);
        Digits.padded(Math.floorMod(epochNanos, NANOS) / 1000, 6, to, at + TO_SECOND + 1);
    }

    private void remember(long wanted) {
        // A long of nanoseconds reaches from 1677 to 2262: the year has four digits.
        var time = LocalDateTime.ofEpochSecond(wanted, 0, ZoneOffset.UTC);
        Digits.padded(time.getYear(), 4, text, 0);
        Digits.padded(time.getMonthValue(), 2, text, 5);
        Digits.padded(time.getDayOfMonth(), 2, text, 8);
        Digits.padded(time.getHour(), 2, text, 11);
        Digits.padded(time.getMinute(), 2, text, 14);
        Digits.padded(time.getSecond(), 2, text, 17);
        second = wanted;
    }
}
