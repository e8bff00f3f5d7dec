package io.goodput.ion;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Instants in UTC, to the microsecond. Remembers the second: most records are of the one before. */
final class IonInstant {
    /** How many bytes one has, its head included. */
    private static final int BYTES = 13;

    private static final long NANOS = 1_000_000_000;
    private static final long NANOS_PER_MICRO = 1_000;

    /** Six decimals: an exponent of −6, as a VarInt. */
    private static final byte SIX_DECIMALS = (byte) 0xC6;

    private static final int FRACTION = BYTES - 3;

    private final byte[] bytes = new byte[BYTES];
    private long second = Long.MIN_VALUE;

    int put(long epochNanos, byte[] to, int at) {
        long wanted = Math.floorDiv(epochNanos, NANOS);
        if (wanted != second) {
            remember(wanted);
        }
        System.arraycopy(bytes, 0, to, at, FRACTION);
        return IonBytes.big(Math.floorMod(epochNanos, NANOS) / NANOS_PER_MICRO, BYTES - FRACTION, to, at + FRACTION);
    }

    private void remember(long wanted) {
        // A long of nanoseconds reaches from 1677 to 2262: the year has two bytes.
        var time = LocalDateTime.ofEpochSecond(wanted, 0, ZoneOffset.UTC);
        int next = IonBytes.head(IonBytes.TIMESTAMP, BYTES - 1, bytes, 0);
        next = IonBytes.unsigned(0, bytes, next);
        next = IonBytes.unsigned(time.getYear(), bytes, next);
        next = IonBytes.unsigned(time.getMonthValue(), bytes, next);
        next = IonBytes.unsigned(time.getDayOfMonth(), bytes, next);
        next = IonBytes.unsigned(time.getHour(), bytes, next);
        next = IonBytes.unsigned(time.getMinute(), bytes, next);
        next = IonBytes.unsigned(time.getSecond(), bytes, next);
        bytes[next] = SIX_DECIMALS;
        second = wanted;
    }
}
