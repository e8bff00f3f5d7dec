package io.goodput.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date of HTTP in any of its three forms (RFC 9110, 5.6.7). Case matters; the day of the week is not looked at.
 *
 * <pre>{@code
 * Sun, 06 Nov 1994 08:49:37 GMT    as of today
 * Sunday, 06-Nov-94 08:49:37 GMT   RFC 850
 * Sun Nov  6 08:49:37 1994         asctime()
 * }</pre>
 */
final class HttpDate {
    private static final String TIME = "(?<hour>\\d\\d):(?<minute>\\d\\d):(?<second>\\d\\d)";
    private static final String MONTH = "(?<month>[A-Z][a-z]{2})";
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("[A-Z][a-z]{2}, (?<day>\\d\\d) " + MONTH + " (?<year>\\d{4}) " + TIME + " GMT"),
            Pattern.compile("[A-Z][a-z]{5,8}, (?<day>\\d\\d)-" + MONTH + "-(?<year>\\d\\d) " + TIME + " GMT"),
            Pattern.compile("[A-Z][a-z]{2} " + MONTH + " (?<day>[ \\d]\\d) " + TIME + " (?<year>\\d{4})"));
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final int LONGEST = 40;
    private static final int LEAP_SECOND = 60;

    private HttpDate() {}

    /** Null if the text is none. Years of two digits lie at most 50 years ahead of now. */
    static @Nullable Instant parse(String text, Instant now) {
        if (text.length() > LONGEST) {
            return null;
        }
        for (Pattern form : FORMS) {
            Matcher matcher = form.matcher(text);
            if (matcher.matches()) {
                return instant(matcher, now);
            }
        }
        return null;
    }

    private static @Nullable Instant instant(Matcher found, Instant now) {
        int second = number(found, "second");
        try {
            return LocalDateTime.of(
                            year(found.group("year"), now),
                            MONTHS.indexOf(found.group("month")) + 1,
                            number(found, "day"),
                            number(found, "hour"),
                            number(found, "minute"),
                            second == LEAP_SECOND ? second - 1 : second)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static int year(String digits, Instant now) {
        int year = Integer.parseInt(digits);
        if (digits.length() > 2) {
            return year;
        }
        int thisYear = now.atOffset(ZoneOffset.UTC).getYear();
        int sameCentury = thisYear - thisYear % 100 + year;
        return sameCentury > thisYear + 50 ? sameCentury - 100 : sameCentury;
    }

    private static int number(Matcher found, String group) {
        return Integer.parseInt(found.group(group).strip());
    }
}
