package io.goodput.config.language;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.config.problem.ConfigException;
import io.goodput.config.quantity.Durations;
import io.goodput.config.quantity.Rates;
import io.goodput.config.quantity.Shares;
import io.goodput.config.quantity.Sizes;
import io.goodput.property.CharRange;
import io.goodput.property.ForAll;
import io.goodput.property.Property;
import io.goodput.property.StringLength;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A value that cannot be used is refused with its place, what is wrong and what was expected. */
class BadQuantitiesTest {
    private static final String DURATION = " (expected: a duration such as 50ms or 2s)";
    private static final String RATE = " (expected: a rate such as 40/s)";
    private static final String SHARE = " (expected: a share such as 5% or 0.05)";
    private static final String SIZE = " (expected: a size such as 512B, 64KiB or 1MiB)";
    private static final String WRITTEN_OUT = ": a number is written out, with digits and a point only";

    enum Order {
        FIRST_IN,
        LAST_IN
    }

    static Arguments[] durations() {
        return new Arguments[] {
            refused("50", "50: missing unit" + DURATION),
            refused("0", "0: missing unit" + DURATION),
            refused("-3s", "-3s: negative duration" + DURATION),
            refused("3sec", "3sec: unknown unit sec, did you mean 3s?" + DURATION),
            refused("1.50msec", "1.50msec: unknown unit msec, did you mean 1.5ms?" + DURATION),
            refused("5min", "5min: unknown unit min, did you mean 5m?" + DURATION),
            refused("5 MIN", "5 MIN: a space after the number" + DURATION),
            refused("5S", "5S: unknown unit S, did you mean 5s?" + DURATION),
            refused("5parsec", "5parsec: unknown unit parsec" + DURATION),
            refused("1h30", "1h30: missing unit" + DURATION),
            refused("30m1h", "30m1h: h after m, units go from large to small" + DURATION),
            refused("1h1h", "1h1h: h after h, units go from large to small" + DURATION),
            refused("1us1\u00b5s", "1us1\u00b5s: us after us, units go from large to small" + DURATION),
            refused("1.5h30m", "1.5h30m: a fraction before the last unit" + DURATION),
            refused("1.0h30m", "1.0h30m: a fraction before the last unit" + DURATION),
            refused("1hr30m", "1hr30m: unknown unit hr, did you mean 1h30m?" + DURATION),
            refused("1h30min", "1h30min: unknown unit min, did you mean 1h30m?" + DURATION),
            refused("1h 30m", "1h 30m: unknown unit h , did you mean 1h30m?" + DURATION),
            refused("1h-30m", "1h-30m: unknown unit h-" + DURATION),
            refused("1h030m", "1h030m: a number with a leading zero" + DURATION),
            refused("36500d1ns", "36500d1ns: longer than 36500d" + DURATION),
            refused("36501d", "36501d: longer than 36500d" + DURATION),
            refused("9999999999999999999h", "9999999999999999999h: longer than 36500d" + DURATION),
            refused("99999999999999999999h", "99999999999999999999h: a number with too many digits" + DURATION),
            refused("0.5ns", "0.5ns: finer than a nanosecond" + DURATION),
            refused("1e3s", "1e3s" + WRITTEN_OUT + DURATION),
            refused("1_000s", "1_000s" + WRITTEN_OUT + DURATION),
            refused("0x1Fs", "0x1Fs" + WRITTEN_OUT + DURATION),
            refused("007s", "007s: a number with a leading zero" + DURATION),
            refused("NaNs", "NaNs: does not start with a number" + DURATION),
            refused("+1s", "+1s: does not start with a number" + DURATION),
            refused("Infinity", "Infinity: does not start with a number" + DURATION),
            refused(".5s", ".5s: does not start with a number" + DURATION),
            refused("5.s", "5.s: unknown unit .s" + DURATION),
            refused("''", ": nothing in the quotes" + DURATION),
            refused("", "found nothing" + DURATION),
            refused("[1s]", "found a list" + DURATION),
            refused("{s: 1}", "found a block of keys" + DURATION),
            refused("\"1s\\e[31m\"", "1s\\u001b[31m: unknown unit s\\u001b[" + DURATION),
            refused("x".repeat(70), "x".repeat(60) + "…: does not start with a number" + DURATION),
        };
    }

    @ParameterizedTest
    @MethodSource("durations")
    void duration_is_refused(String value, String message) {
        refuses(Decoders.duration(), value, message);
    }

    static Arguments[] rates() {
        return new Arguments[] {
            refused("40", "40: missing unit" + RATE),
            refused("-1/s", "-1/s: negative rate" + RATE),
            refused("40/sec", "40/sec: unknown unit /sec, did you mean 40/s?" + RATE),
            refused("40/min", "40/min: unknown unit /min, did you mean 40/m?" + RATE),
            refused("40s", "40s: unknown unit s, did you mean 40/s?" + RATE),
            refused("40/d", "40/d: unknown unit /d, rates are per s, m or h" + RATE),
            refused("40/", "40/: unknown unit /, rates are per s, m or h" + RATE),
            refused("1000000001/s", "1000000001/s: higher than 1000000000/s" + RATE),
            refused("1e400/s", "1e400/s" + WRITTEN_OUT + RATE),
        };
    }

    @ParameterizedTest
    @MethodSource("rates")
    void rate_is_refused(String value, String message) {
        refuses(Decoders.rate(), value, message);
    }

    static Arguments[] sharesAndSizes() {
        return new Arguments[] {
            refused("5", "5: more than 100%, did you mean 5%?" + SHARE),
            refused("101%", "101%: more than 100%" + SHARE),
            refused("-5%", "-5%: negative share" + SHARE),
            refused("5pct", "5pct: unknown unit pct" + SHARE),
            refused("64", "64: missing unit" + SIZE),
            refused("64KB", "64KB: unknown unit KB, did you mean 64KiB?" + SIZE),
            refused("64k", "64k: unknown unit k, did you mean 64KiB?" + SIZE),
            refused("64furlong", "64furlong: unknown unit furlong" + SIZE),
            refused("-1B", "-1B: negative size" + SIZE),
            refused("0.5B", "0.5B: not a whole number of bytes" + SIZE),
            refused("1025TiB", "1025TiB: larger than 1024TiB" + SIZE),
        };
    }

    @ParameterizedTest
    @MethodSource("sharesAndSizes")
    void share_or_size_is_refused(String value, String message) {
        refuses(message.endsWith(SHARE) ? Decoders.share() : Decoders.size(), value, message);
    }

    static Arguments[] others() {
        var span = " (expected: a span such as 60s..80s)";
        var bool = " (expected: true or false)";
        var three = " (expected: a whole number from 1 to 10)";
        var order = " (expected: one of first-in, last-in)";
        var name = " (expected: a name of a-z, 0-9 and -, starting with a letter, at most 64 long)";
        var number = " (expected: a number from -0.5 to 2)";
        return new Arguments[] {
            Arguments.of(Decoders.durationSpan(), "60s", "60s: missing .." + span),
            Arguments.of(Decoders.durationSpan(), "80s..60s", "80s..1m: does not end after its start" + span),
            Arguments.of(Decoders.durationSpan(), "1s..1s", "1s..1s: does not end after its start" + span),
            Arguments.of(Decoders.durationSpan(), "1s..2", "2: missing unit" + DURATION),
            Arguments.of(Decoders.rateRange(), "2/s", "2/s: missing .. (expected: a range such as 1/s..66/s)"),
            Arguments.of(Decoders.bool(), "yes", "yes: not a boolean, did you mean true?" + bool),
            Arguments.of(Decoders.bool(), "Off", "Off: not a boolean, did you mean false?" + bool),
            Arguments.of(Decoders.bool(), "True", "True: not a boolean, did you mean true?" + bool),
            Arguments.of(Decoders.bool(), "7", "7: not a boolean" + bool),
            Arguments.of(Decoders.integer(1, 10), "0", "0: below 1" + three),
            Arguments.of(Decoders.integer(1, 10), "11", "11: above 10" + three),
            Arguments.of(Decoders.integer(1, 10), "3.0", "3.0: not a whole number" + three),
            Arguments.of(Decoders.integer(1, 10), "3s", "3s: not a number" + three),
            Arguments.of(Decoders.integer(1, 10), "4294967297", "4294967297: out of range" + three),
            Arguments.of(Decoders.number(-0.5, 2), "-0.51", "-0.51: below -0.5" + number),
            Arguments.of(Decoders.number(-0.5, 2), "2.1", "2.1: above 2" + number),
            Arguments.of(Decoders.number(-0.5, 2), ".nan", ".nan: does not start with a number" + number),
            Arguments.of(Decoders.choice(Order.class), "frist-in", "frist-in: unknown, did you mean first-in?" + order),
            Arguments.of(Decoders.choice(Order.class), "random", "random: unknown" + order),
            Arguments.of(Decoders.text(3), "abcd", "abcd: has 4 characters (expected: text of at most 3 characters)"),
            Arguments.of(Decoders.identifier(), "Abc", "Abc: cannot be a name" + name),
            Arguments.of(Decoders.identifier(), "a".repeat(65), "a".repeat(60) + "…: cannot be a name" + name),
            Arguments.of(
                    Decoders.duration(Duration.ofMillis(1), Duration.ofHours(1)),
                    "2h",
                    "2h: above 1h (expected: a duration from 1ms to 1h)"),
            Arguments.of(Decoders.size(1, 1024), "0B", "0B: below 1B (expected: a size from 1B to 1KiB)"),
            Arguments.of(Decoders.rate(1, 2), "0.5/s", "0.5/s: below 1/s (expected: a rate from 1/s to 2/s)"),
            Arguments.of(Decoders.share(0, 0.5), "51%", "51%: above 50% (expected: a share from 0% to 50%)"),
        };
    }

    @ParameterizedTest
    @MethodSource("others")
    void is_refused(Decoder<?> decoder, String value, String message) {
        refuses(decoder, value, message);
    }

    @Test
    void a_huge_value_is_refused_in_a_short_message() {
        refuses(
                Decoders.duration(),
                "9".repeat(1_000_000),
                "9".repeat(60) + "…: a number with too many digits" + DURATION);
        refuses(
                Decoders.rate(),
                "1" + "x".repeat(1_000_000),
                "1" + "x".repeat(59) + "…: unknown unit " + "x".repeat(60) + "…, rates are per s, m or h" + RATE);
    }

    @Property
    void any_text_is_parsed_or_refused(@ForAll @StringLength(max = 12) @CharRange(from = '!', to = '~') String text) {
        for (Runnable parse : new Runnable[] {
            () -> Durations.parse(text), () -> Rates.parse(text), () -> Shares.parse(text), () -> Sizes.parse(text),
        }) {
            try {
                parse.run();
            } catch (IllegalArgumentException e) {
                assertThatThrownBy(() -> {
                            throw e;
                        })
                        .isExactlyInstanceOf(IllegalArgumentException.class)
                        .hasMessageStartingWith(text + ": ")
                        .hasMessageEndingWith(")");
            }
        }
    }

    private static Arguments refused(String value, String message) {
        return Arguments.of(value, message);
    }

    private static void refuses(Decoder<?> decoder, String value, String message) {
        Key<?> key = Key.of("key", decoder);
        var block = Keys.of(key).in(YamlFile.parse("f", "\nkey: " + value));
        assertThatThrownBy(() -> block.get(key))
                .isExactlyInstanceOf(ConfigException.class)
                .hasMessageMatching("f:2:\\d+: " + Pattern.quote("key: " + message));
    }
}
