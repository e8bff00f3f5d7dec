package io.goodput.logs.scan;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;

/** Numbers and instants from their bytes. {@link #NONE} is what is none. */
final class JsonNumbers {
    /** No number: nobody counts that far. */
    static final long NONE = Long.MIN_VALUE;

    private static final int MOST_DIGITS = 18;
    private static final int LONGEST = 64;
    /** So many digits are below 2⁵³. */
    private static final int MOST_EXACT = 15;

    private static final double[] POWERS = IntStream.rangeClosed(0, MOST_EXACT)
            .mapToDouble(n -> Math.pow(10, n))
            .toArray();

    private static final int LENGTH_OF_OURS = "2026-11-30T18:00:00.000000Z".length();
    private static final long MICROS_OF_DAY = 86_400_000_000L;

    private JsonNumbers() {}

    /** A number without its fraction. */
    static long whole(byte[] bytes, int from, int to) {
        boolean isNegative = bytes[from] == '-';
        int at = isNegative ? from + 1 : from;
        if (at == to || to - at > MOST_DIGITS) {
            return rounded(bytes, from, to);
        }
        long value = 0;
        for (; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9) {
                return rounded(bytes, from, to);
            }
            value = 10 * value + digit;
        }
        return isNegative ? -value : value;
    }

    private static long rounded(byte[] bytes, int from, int to) {
        double value = real(bytes, from, to);
        return Math.abs(value) < Long.MAX_VALUE ? (long) value : NONE;
    }

    /** NaN is none. */
    static double real(byte[] bytes, int from, int to) {
        if (to <= from || to - from > LONGEST || bytes[to - 1] > '9') {
            return Double.NaN;
        }
        if (to - from <= MOST_EXACT) {
            double value = decimal(bytes, from, to);
            if (!Double.isNaN(value)) {
                return value;
            }
        }
        try {
            return Double.parseDouble(new String(bytes, from, to - from, US_ASCII));
        } catch (NumberFormatException noNumber) {
            return Double.NaN;
        }
    }

    /**
     * Digits, perhaps with a point between: the quotient of two numbers below 2⁵³ that a double has exactly is rounded
     * as the decimal would be (Clinger, 1990). NaN is anything else.
     */
    private static double decimal(byte[] bytes, int from, int to) {
        long digits = 0;
        int point = to;
        for (int at = from; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = 10 * digits + digit;
            } else if (bytes[at] == '.' && point == to && at > from) {
                point = at;
            } else {
                return Double.NaN;
            }
        }
        return point == to ? digits : point == to - 1 ? Double.NaN : digits / POWERS[to - point - 1];
    }

    /** Microseconds since 1970; the form that records have is read by hand. */
    static long instant(byte[] bytes, int from, int to) {
        if (to - from != LENGTH_OF_OURS || bytes[to - 1] != 'Z' || bytes[from + 19] != '.') {
            return anyInstant(bytes, from, to);
        }
        long date = day(bytes, from);
        long hour = whole(bytes, from + 11, from + 13);
        long minute = whole(bytes, from + 14, from + 16);
        long second = whole(bytes, from + 17, from + 19);
        long micros = whole(bytes, from + 20, from + 26);
        if (date == NONE || (hour | minute | second | micros) < 0) {
            return anyInstant(bytes, from, to);
        }
        return date * MICROS_OF_DAY + ((hour * 60 + minute) * 60 + second) * 1_000_000 + micros;
    }

    private static long day(byte[] bytes, int from) {
        int year = (int) whole(bytes, from, from + 4);
        int month = (int) whole(bytes, from + 5, from + 7);
        int day = (int) whole(bytes, from + 8, from + 10);
        boolean isDate = month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= LocalDate.of(year, month, 1).lengthOfMonth());
        return isDate ? LocalDate.of(year, month, day).toEpochDay() : NONE;
    }

    private static long anyInstant(byte[] bytes, int from, int to) {
        try {
            return to - from > LONGEST
                    ? NONE
                    : ChronoUnit.MICROS.between(
                            Instant.EPOCH, Instant.parse(new String(bytes, from, to - from, UTF_8)));
        } catch (DateTimeException | ArithmeticException noInstant) {
            return NONE;
        }
    }
}
