package io.goodput.netty;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The time of day as {@code Date} has it (RFC 9110, 5.6.7), written once a second. */
final class HttpClock {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private static volatile Written last = new Written(-1, "");

    private HttpClock() {}

    private record Written(long second, String text) {}

    static String date() {
        long second = Math.floorDiv(System.currentTimeMillis(), 1000L);
        Written written = last;
        if (written.second != second) {
            written = new Written(
                    second, FORM.format(Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC)));
            last = written;
        }
        return written.text;
    }
}
