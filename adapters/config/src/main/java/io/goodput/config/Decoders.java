package io.goodput.config;

import io.goodput.Range;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;

/** The decoders of quantities, numbers, words and collections. Bounds are inclusive. */
public final class Decoders {
    private Decoders() {}

    /** A duration of any length up to {@link Durations#MAX}. */
    public static Decoder<Duration> duration() {
        return Decoder.ofText(Durations.EXPECTED, Durations::parse);
    }

    /** A duration within bounds. */
    public static Decoder<Duration> duration(Duration min, Duration max) {
        return bounded("a duration", Durations::parse, Durations::format, min, max);
    }

    /** A duration within the range of a setting. */
    public static Decoder<Duration> duration(Range<Duration> range) {
        return duration(range.least(), range.most());
    }

    /** A rate up to {@link Rates#MAX}, per second. */
    public static Decoder<Double> rate() {
        return Decoder.ofText(Rates.EXPECTED, Rates::parse);
    }

    /** A rate within bounds, all per second. */
    public static Decoder<Double> rate(double min, double max) {
        return bounded("a rate", Rates::parse, Rates::format, min, max);
    }

    /** A rate within the range of a setting, per second. */
    public static Decoder<Double> rate(Range<Double> range) {
        return rate(range.least(), range.most());
    }

    /** A share from 0 to 1. */
    public static Decoder<Double> share() {
        return Decoder.ofText(Shares.EXPECTED, Shares::parse);
    }

    /** A share within bounds, all from 0 to 1. */
    public static Decoder<Double> share(double min, double max) {
        return bounded("a share", Shares::parse, Shares::format, min, max);
    }

    /** A share within the range of a setting. */
    public static Decoder<Double> share(Range<Double> range) {
        return share(range.least(), range.most());
    }

    /** A size up to {@link Sizes#MAX}, in bytes. */
    public static Decoder<Long> size() {
        return Decoder.ofText(Sizes.EXPECTED, Sizes::parse);
    }

    /** A size within bounds, all in bytes. */
    public static Decoder<Long> size(long min, long max) {
        return bounded("a size", Sizes::parse, Sizes::format, min, max);
    }

    /** A span of time such as {@code 60s..80s}. */
    public static Decoder<DurationSpan> durationSpan() {
        return Decoder.ofText(DurationSpan.EXPECTED, DurationSpan::parse);
    }

    /** A range of rates such as {@code 1/s..66/s}. */
    public static Decoder<RateRange> rateRange() {
        return Decoder.ofText(RateRange.EXPECTED, RateRange::parse);
    }

    /** A whole number within bounds. */
    public static Decoder<Integer> integer(int min, int max) {
        var any = new Refusal("a whole number from " + min + " to " + max);
        return bounded("a whole number", text -> Numbers.integer(text, any), String::valueOf, min, max);
    }

    /** A whole number within the range of a setting. */
    public static Decoder<Integer> integer(Range<Integer> range) {
        return integer(range.least(), range.most());
    }

    /** A whole number within bounds that may not fit an int, such as a seed. */
    public static Decoder<Long> longInteger(long min, long max) {
        var any = new Refusal("a whole number from " + min + " to " + max);
        return bounded("a whole number", text -> Numbers.longInteger(text, any), String::valueOf, min, max);
    }

    /** A decimal number within bounds. */
    public static Decoder<Double> number(double min, double max) {
        Function<Double, String> format = number -> Measure.plain(BigDecimal.valueOf(number));
        var any = new Refusal("a number from " + format.apply(min) + " to " + format.apply(max));
        return bounded("a number", text -> Measure.number(text, any).doubleValue(), format, min, max);
    }

    /** A decimal number within the range of a setting. */
    public static Decoder<Double> number(Range<Double> range) {
        return number(range.least(), range.most());
    }

    /** {@code true} or {@code false}. */
    public static Decoder<Boolean> bool() {
        return Decoder.ofText(Words.BOOLEAN, Words::bool);
    }

    /** A constant of an enum by its name in lower case, with {@code -} for {@code _}. */
    public static <E extends Enum<E>> Decoder<E> choice(Class<E> type) {
        var choices = new LinkedHashMap<String, E>();
        for (var constant : type.getEnumConstants()) {
            choices.put(Words.of(constant), constant);
        }
        return choice(choices);
    }

    /** One of several values by its name. */
    public static <T> Decoder<T> choice(Map<String, T> choices) {
        var names = List.copyOf(choices.keySet());
        return Decoder.ofText(Words.oneOf(names), text -> Words.choice(text, names, choices));
    }

    /** Text of at most so many UTF-16 units. */
    public static Decoder<String> text(int maxLength) {
        var refusal = new Refusal("text of at most " + maxLength + " characters");
        return Decoder.ofText(refusal.expected(), text -> Words.text(text, maxLength, refusal));
    }

    /** A name that starts with a letter and has only {@code a-z}, {@code 0-9} and {@code -}, at most 64 of them. */
    public static Decoder<String> identifier() {
        return Decoder.ofText(Words.IDENTIFIER, Words::identifier);
    }

    /** A word that stands for a value, or the value itself as a list or a block. */
    public static <T> Decoder<T> wordOr(String word, T meaning, Decoder<T> otherwise) {
        String expected = word + ", or " + otherwise.expected();
        Decoder<T> words = Decoder.ofText(expected, text -> Words.word(text, word, meaning, expected));
        return Decoder.of(expected, node -> (node.isScalar() ? words : otherwise).decode(node));
    }

    /** A list of values. */
    public static <T> Decoder<List<T>> listOf(Decoder<T> item) {
        return Decoder.of("a list, each item " + item.expected(), node -> {
            var items = new ArrayList<T>();
            node.items().forEach(each -> items.add(each.as(item)));
            return Collections.unmodifiableList(items);
        });
    }

    /** A block whose keys are names of the user's, as for {@link #identifier}; in file order. */
    public static <T> Decoder<SequencedMap<String, T>> named(Decoder<T> value) {
        return Decoder.of("a block of names, each with " + value.expected(), node -> {
            var values = new LinkedHashMap<String, T>();
            node.entries().forEach((name, each) -> {
                if (!Words.isIdentifier(name)) {
                    throw each.errorAt(each.keyPlace(), "cannot be a name (expected: " + Words.IDENTIFIER + ")");
                }
                values.put(name, each.as(value));
            });
            return Collections.unmodifiableSequencedMap(values);
        });
    }

    private static <T extends Comparable<T>> Decoder<T> bounded(
            String noun, Function<String, T> parse, Function<T, String> format, T min, T max) {
        var refusal = new Refusal(noun + " from " + format.apply(min) + " to " + format.apply(max));
        return Decoder.ofText(refusal.expected(), text -> {
            var value = parse.apply(text);
            if (value.compareTo(min) < 0) {
                throw refusal.of(text, "below " + format.apply(min));
            }
            if (value.compareTo(max) > 0) {
                throw refusal.of(text, "above " + format.apply(max));
            }
            return value;
        });
    }
}
