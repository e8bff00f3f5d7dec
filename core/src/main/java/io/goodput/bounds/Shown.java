package io.goodput.bounds;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Values as people write them: {@code 365d} and {@code 1.5s}, not {@code PT8760H}; {@code 1000000}, not {@code 1.0E6}.
 */
public final class Shown {
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);
    private static final int LONGEST_LINE = 200;
    private static final double MOST_PLAIN = 1e15;
    private static final MathContext FOR_PEOPLE = new MathContext(3);

    private Shown() {}

    /** A duration or a number as it is written in a configuration, anything else as it prints itself. */
    public static String of(@Nullable Object value) {
        return switch (value) {
            case Duration time -> exact(time);
            case Double number -> plain(number);
            case null, default -> String.valueOf(value);
        };
    }

    /**
     * Settings as people read them: {@code Settings[threshold=0.5, window=1s]}, those within them likewise.
     *
     * @param settings a record; anything else is shown as {@link #of} says
     */
    public static String settings(@Nullable Object settings) {
        if (!(settings instanceof Record)) {
            return of(settings);
        }
        var text = new StringJoiner(", ", settings.getClass().getSimpleName() + "[", "]");
        try {
            for (RecordComponent part : settings.getClass().getRecordComponents()) {
                text.add(part.getName() + "=" + settings(part.getAccessor().invoke(settings)));
            }
        } catch (ReflectiveOperationException _) {
            // A record that is nobody else's business prints itself.
            return settings.toString();
        }
        return text.toString();
    }

    /**
     * The shortest text that stands for exactly this duration: {@code 1.5s}, {@code 50ms}, {@code 2m}. One of more than
     * 292 years is {@code forever}.
     */
    public static String exact(Duration time) {
        if (time.isNegative()) {
            return "-" + exact(time.negated());
        }
        return time.compareTo(LONGEST) >= 0 ? "forever" : exact(time.toNanos());
    }

    /** A time for people, who do not read more than three digits: {@code 1.23s}, {@code 90s}, {@code 12.3ms}. */
    public static String rounded(Duration time) {
        if (time.isNegative()) {
            return "-" + rounded(time.negated());
        }
        if (time.compareTo(LONGEST) >= 0) {
            return "forever";
        }
        return exact(BigDecimal.valueOf(time.toNanos()).round(FOR_PEOPLE).longValue());
    }

    /** A text as one line of a log: what a terminal would obey is blank, and after 200 characters it ends. */
    public static String line(String text) {
        return line(text, LONGEST_LINE);
    }

    /** The same with an end after so many characters, at least 1. */
    public static String line(String text, int most) {
        if (text.length() <= most && text.chars().allMatch(each -> each >= ' ' && each <= '~')) {
            return text;
        }
        String shown = text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
        return shown.codePoints()
                .map(each -> isObeyed(each) ? ' ' : each)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Control characters of both blocks, those that turn the direction of writing, ends of lines, broken pairs. */
    private static boolean isObeyed(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static String exact(long nanos) {
        for (var unit : Unit.values()) {
            // A minute and more is shown in whole ones: 90s, not 1.5m.
            boolean fits = unit.nanos > Unit.S.nanos ? nanos % unit.nanos == 0 : nanos >= unit.nanos;
            if (nanos > 0 && fits) {
                // Exact: every unit up to a second is a power of ten.
                return plain(BigDecimal.valueOf(nanos).divide(BigDecimal.valueOf(unit.nanos))) + unit.symbol;
            }
        }
        return "0s";
    }

    private static String plain(double number) {
        boolean plain = Math.abs(number) < MOST_PLAIN;
        return plain ? plain(BigDecimal.valueOf(number)) : String.valueOf(number);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private enum Unit {
        D("d", 86_400_000_000_000L),
        H("h", 3_600_000_000_000L),
        M("m", 60_000_000_000L),
        S("s", 1_000_000_000L),
        MS("ms", 1_000_000L),
        US("us", 1_000L),
        NS("ns", 1L);

        private final String symbol;
        private final long nanos;

        Unit(String symbol, long nanos) {
            this.symbol = symbol;
            this.nanos = nanos;
        }
    }
}
