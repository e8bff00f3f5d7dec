package io.goodput.config.language;

import io.goodput.NameRule;
import io.goodput.Range;
import io.goodput.config.problem.Expectation;
import io.goodput.config.problem.Problems;
import io.goodput.config.quantity.DurationSpan;
import io.goodput.config.quantity.Durations;
import io.goodput.config.quantity.NumberAndUnit;
import io.goodput.config.quantity.RateRange;
import io.goodput.config.quantity.Rates;
import io.goodput.config.quantity.Shares;
import io.goodput.config.quantity.Sizes;
import io.goodput.config.quantity.WholeNumbers;
import io.goodput.config.schema.JsonSchema;
import io.goodput.config.write.Written;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The decoders of quantities, numbers, words and collections. Bounds are inclusive. */
public final class Decoders {
    private Decoders() {}

    /** A duration of any length up to {@link Durations#MAX}. */
    public static Codec<Duration> duration() {
        return Codec.ofText(
                Durations.EXPECTED, JsonSchema.pattern(Durations.PATTERN), Durations::parse, Durations::format);
    }

    /** A duration within bounds. */
    public static Codec<Duration> duration(Duration min, Duration max) {
        return bounded("a duration", duration(), Durations::parse, Durations::format, min, max);
    }

    /** A duration within the range of a setting. */
    public static Codec<Duration> duration(Range<Duration> range) {
        return duration(range.least(), range.most());
    }

    /** A rate up to {@link Rates#MAX}, per second. */
    public static Codec<Double> rate() {
        return Codec.ofText(Rates.EXPECTED, JsonSchema.pattern(Rates.PATTERN), Rates::parse, Rates::format);
    }

    /** A rate within bounds, all per second. */
    public static Codec<Double> rate(double min, double max) {
        return bounded("a rate", rate(), Rates::parse, Rates::format, min, max);
    }

    /** A rate within the range of a setting, per second. */
    public static Codec<Double> rate(Range<Double> range) {
        return rate(range.least(), range.most());
    }

    /** A share from 0 to 1. */
    public static Codec<Double> share() {
        return share(Shares.EXPECTED, 0, 1);
    }

    /** A share within bounds, all from 0 to 1. */
    public static Codec<Double> share(double min, double max) {
        return bounded("a share", share("", min, max), Shares::parse, Shares::format, min, max);
    }

    /** A share within the range of a setting. */
    public static Codec<Double> share(Range<Double> range) {
        return share(range.least(), range.most());
    }

    private static Codec<Double> share(String expected, double min, double max) {
        var schema =
                JsonSchema.anyOf(JsonSchema.pattern(Shares.PATTERN), JsonSchema.number(decimal(min), decimal(max)));
        return Codec.ofText(expected, schema, Shares::parse, Shares::format);
    }

    /** A size up to {@link Sizes#MAX}, in bytes. */
    public static Codec<Long> size() {
        return Codec.ofText(Sizes.EXPECTED, JsonSchema.pattern(Sizes.PATTERN), Sizes::parse, Sizes::format);
    }

    /** A size within bounds, all in bytes. */
    public static Codec<Long> size(long min, long max) {
        return bounded("a size", size(), Sizes::parse, Sizes::format, min, max);
    }

    /** A span of time such as {@code 60s..80s}. */
    public static Codec<DurationSpan> durationSpan() {
        return Codec.ofText(
                DurationSpan.EXPECTED,
                JsonSchema.pattern(DurationSpan.PATTERN),
                DurationSpan::parse,
                DurationSpan::toString);
    }

    /** A range of rates such as {@code 1/s..66/s}. */
    public static Codec<RateRange> rateRange() {
        return Codec.ofText(
                RateRange.EXPECTED, JsonSchema.pattern(RateRange.PATTERN), RateRange::parse, RateRange::toString);
    }

    /** A whole number within bounds. */
    public static Codec<Integer> integer(int min, int max) {
        var any = new Expectation("a whole number from " + min + " to " + max);
        Codec<Integer> codec =
                literal(JsonSchema.integer(min, max), text -> WholeNumbers.integer(text, any), String::valueOf);
        return bounded("a whole number", codec, text -> WholeNumbers.integer(text, any), String::valueOf, min, max);
    }

    /** A whole number within the range of a setting. */
    public static Codec<Integer> integer(Range<Integer> range) {
        return integer(range.least(), range.most());
    }

    /** A whole number within bounds that may not fit an int, such as a seed. */
    public static Codec<Long> longInteger(long min, long max) {
        var any = new Expectation("a whole number from " + min + " to " + max);
        Codec<Long> codec =
                literal(JsonSchema.integer(min, max), text -> WholeNumbers.longInteger(text, any), String::valueOf);
        return bounded("a whole number", codec, text -> WholeNumbers.longInteger(text, any), String::valueOf, min, max);
    }

    /** A whole number within the range of a setting. */
    public static Codec<Long> longInteger(Range<Long> range) {
        return longInteger(range.least(), range.most());
    }

    /** A decimal number within bounds. */
    public static Codec<Double> number(double min, double max) {
        var any = new Expectation("a number from " + decimal(min) + " to " + decimal(max));
        Function<String, Double> parse = text -> NumberAndUnit.number(text, any).doubleValue();
        Codec<Double> codec = literal(JsonSchema.number(decimal(min), decimal(max)), parse, Decoders::decimal);
        return bounded("a number", codec, parse, Decoders::decimal, min, max);
    }

    /** A decimal number within the range of a setting. */
    public static Codec<Double> number(Range<Double> range) {
        return number(range.least(), range.most());
    }

    private static String decimal(double number) {
        return NumberAndUnit.plain(BigDecimal.valueOf(number));
    }

    /** {@code true} or {@code false}. */
    public static Codec<Boolean> bool() {
        return Codec.of(
                Decoder.ofText(Words.BOOLEAN, JsonSchema.bool(), Words::bool),
                value -> new Written.Literal(Boolean.toString(value)));
    }

    /** A constant of an enum by its name in lower case, with {@code -} for {@code _}. */
    public static <E extends Enum<E>> Codec<E> choice(Class<E> type) {
        return choiceOf(List.of(type.getEnumConstants()));
    }

    /** One of these constants of an enum, by their names in lower case, with {@code -} for {@code _}. */
    public static <E extends Enum<E>> Codec<E> choiceOf(List<E> constants) {
        var choices = new LinkedHashMap<String, E>();
        for (var constant : constants) {
            choices.put(Words.of(constant), constant);
        }
        return Codec.of(choice(choices), constant -> new Written.Text(Words.of(constant)));
    }

    /** One of several values by its name. */
    public static <T> Decoder<T> choice(Map<String, T> choices) {
        var names = List.copyOf(choices.keySet());
        return Decoder.ofText(Words.oneOf(names), JsonSchema.word(names), text -> Words.choice(text, names, choices));
    }

    /** Text of at most so many UTF-16 units. */
    public static Codec<String> text(int maxLength) {
        var expectation = new Expectation("text of at most " + maxLength + " characters");
        return Codec.ofText(
                expectation.expected(),
                JsonSchema.text(maxLength),
                text -> Words.text(text, maxLength, expectation),
                Function.identity());
    }

    /** A name that starts with a letter and has only {@code a-z}, {@code 0-9} and {@code -}, at most 64 of them. */
    public static Codec<String> identifier() {
        return Codec.ofText(
                Words.IDENTIFIER,
                JsonSchema.pattern("^" + Words.IDENTIFIER_PATTERN + "$"),
                Words::identifier,
                Function.identity());
    }

    /** A word that stands for a value, or the value itself as a list or a block, as which it is written. */
    public static <T> Codec<T> wordOr(String word, T meaning, Codec<T> otherwise) {
        return Codec.of(wordOr(word, meaning, (Decoder<T>) otherwise), otherwise::write);
    }

    /** A word that stands for a value, or the value itself as a list or a block. */
    public static <T> Decoder<T> wordOr(String word, T meaning, Decoder<T> otherwise) {
        String expected = word + ", or " + otherwise.expected();
        Decoder<T> words = word(word, meaning, expected);
        var schema = JsonSchema.anyOf(words.schema(), otherwise.schema());
        return Decoder.of(expected, schema, node -> (node.isScalar() ? words : otherwise).decode(node));
    }

    /**
     * One word that stands for a value.
     *
     * @param expected what a text should be, for a message, the word among it
     */
    public static <T> Decoder<T> word(String word, T meaning, String expected) {
        return Decoder.ofText(
                expected, JsonSchema.word(List.of(word)), text -> Words.word(text, word, meaning, expected));
    }

    /** A list of values. */
    public static <T> Codec<List<T>> listOf(Codec<T> item) {
        return Codec.of(
                listOf((Decoder<T>) item),
                values -> new Written.Items(
                        values.stream().<Written>map(item::write).toList()));
    }

    /** A list of values. */
    public static <T> Decoder<List<T>> listOf(Decoder<T> item) {
        return Decoder.of("a list, each item " + item.expected(), JsonSchema.list(item.schema()), node -> {
            var items = new ArrayList<T>();
            var problems = new Problems();
            node.items().forEach(each -> problems.check(() -> items.add(each.as(item))));
            problems.refuse();
            return Collections.unmodifiableList(items);
        });
    }

    /** A block whose keys are names of the user's, as for {@link #identifier}; in file order. */
    public static <T> Decoder<SequencedMap<String, T>> named(Decoder<T> value) {
        return named(Words.IDENTIFIER_PATTERN, Words.IDENTIFIER, value);
    }

    /** A block whose keys are names of the user's, as a rule allows them; in file order. */
    public static <T> Codec<SequencedMap<String, T>> named(NameRule rule, Codec<T> value) {
        return Codec.of(named(rule.pattern(), rule.expected(), value), values -> {
            var written = new LinkedHashMap<String, Written>();
            values.forEach((name, each) -> written.put(name, value.write(each)));
            return new Written.Entries(written);
        });
    }

    private static <T> Decoder<SequencedMap<String, T>> named(String pattern, String name, Decoder<T> value) {
        var allowed = Pattern.compile(pattern);
        var schema = JsonSchema.named(pattern, value.schema());
        return Decoder.of("a block of names, each with " + value.expected(), schema, node -> {
            var values = new LinkedHashMap<String, T>();
            var problems = new Problems();
            node.entries().forEach((key, each) -> {
                if (!allowed.matcher(key).matches()) {
                    problems.add(each.keyError("cannot be a name (expected: " + name + ")"));
                }
                problems.check(() -> values.put(key, each.as(value)));
            });
            problems.refuse();
            return Collections.unmodifiableSequencedMap(values);
        });
    }

    private static <T> Codec<T> literal(JsonSchema schema, Function<String, T> parse, Function<T, String> format) {
        return Codec.of(Decoder.ofText("", schema, parse), value -> new Written.Literal(format.apply(value)));
    }

    /** Another codec within bounds; its schema is told the bounds where it cannot say them. */
    private static <T extends Comparable<T>> Codec<T> bounded(
            String noun, Codec<T> any, Function<String, T> parse, Function<T, String> format, T min, T max) {
        var expectation = new Expectation(noun + " from " + format.apply(min) + " to " + format.apply(max));
        Decoder<T> decoder = Decoder.ofText(expectation.expected(), any.schema(), text -> {
            var value = parse.apply(text);
            if (value.compareTo(min) < 0) {
                throw expectation.unmet(text, "below " + format.apply(min));
            }
            if (value.compareTo(max) > 0) {
                throw expectation.unmet(text, "above " + format.apply(max));
            }
            return value;
        });
        return Codec.of(decoder, any::write);
    }
}
