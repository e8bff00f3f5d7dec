package io.goodput.config.quantity;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The units of time and how others write them. */
enum UnitOfTime {
    D("d", 86_400_000_000_000L),
    H("h", 3_600_000_000_000L),
    M("m", 60_000_000_000L),
    S("s", 1_000_000_000L),
    MS("ms", 1_000_000L),
    US("us", 1_000L),
    NS("ns", 1L);

    private static final Map<UnitOfTime, List<String>> OTHER_NAMES = Map.of(
            D, List.of("day", "days"),
            H, List.of("hr", "hrs", "hour", "hours"),
            M, List.of("min", "mins", "minute", "minutes"),
            S, List.of("sec", "secs", "second", "seconds"),
            MS, List.of("msec", "msecs", "milli", "millis", "millisecond", "milliseconds"),
            US, List.of("usec", "usecs", "micro", "micros", "microsecond", "microseconds"),
            NS, List.of("nsec", "nsecs", "nano", "nanos", "nanosecond", "nanoseconds"));

    /** The micro sign U+00B5, which keyboards have, and the Greek letter U+03BC, which Unicode prefers to it. */
    private static final List<String> MICROS = List.of("\u00b5s", "\u03bcs");

    final String symbol;
    final long nanos;

    UnitOfTime(String symbol, long nanos) {
        this.symbol = symbol;
        this.nanos = nanos;
    }

    /** The unit of a symbol, or null. */
    static @Nullable UnitOfTime of(String symbol) {
        for (var unit : values()) {
            if (unit.symbol.equals(symbol)) {
                return unit;
            }
        }
        return MICROS.contains(symbol) ? US : null;
    }

    /** The unit meant by another name for it, or null. */
    static @Nullable UnitOfTime meantBy(String name) {
        var lowerCase = name.toLowerCase(Locale.ROOT);
        for (var unit : values()) {
            if (unit.symbol.equals(lowerCase)
                    || OTHER_NAMES.getOrDefault(unit, List.of()).contains(lowerCase)) {
                return unit;
            }
        }
        return null;
    }

    /** Its spellings as a regular expression. */
    String pattern() {
        return this == US ? "(?:" + symbol + "|" + String.join("|", MICROS) + ")" : symbol;
    }

    /** The symbols of units as alternatives of a regular expression. */
    static String symbols(List<UnitOfTime> units) {
        return units.stream().map(unit -> unit.symbol).collect(Collectors.joining("|"));
    }
}
