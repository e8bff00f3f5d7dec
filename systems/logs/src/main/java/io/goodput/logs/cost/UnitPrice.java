package io.goodput.logs.cost;

import io.goodput.config.language.Decoder;
import io.goodput.config.problem.Expectation;
import io.goodput.config.quantity.NumberAndUnit;
import io.goodput.config.schema.JsonSchema;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prices as they are written: an amount, and of what: {@code 0.09/GB}. */
final class UnitPrice {
    private static final double HOUR = 3600;
    private static final double MILLION = 1e6;
    private static final double GIGABYTE = 1e9;
    private static final double GIBIBYTE = 1L << 30;

    /** Of a second of CPU. */
    static final Decoder<Double> CPU = of("a price such as 0.04/h or 0.00001/s", Map.of("/s", 1.0, "/h", HOUR));

    /** Of a byte. */
    static final Decoder<Double> BYTE =
            of("a price such as 0.09/GB or 0.1/GiB", Map.of("/GB", GIGABYTE, "/GiB", GIBIBYTE));

    /** Of a byte, for a month. */
    static final Decoder<Double> BYTE_MONTH = of(
            "a price such as 0.023/GB-month or 0.025/GiB-month", Map.of("/GB-month", GIGABYTE, "/GiB-month", GIBIBYTE));

    /** Of a call. */
    static final Decoder<Double> CALL =
            of("a price such as 0.0004/call or 0.4/million", Map.of("/call", 1.0, "/million", MILLION));

    private UnitPrice() {}

    private static Decoder<Double> of(String expected, Map<String, Double> units) {
        var ordered = new TreeMap<>(units);
        String alternatives = String.join("|", ordered.keySet());
        return Decoder.ofText(
                expected,
                JsonSchema.pattern("^[0-9]+(?:\\.[0-9]+)?(?:" + alternatives + ")$"),
                text -> parse(text, new Expectation(expected), ordered));
    }

    private static double parse(String text, Expectation expectation, Map<String, Double> units) {
        NumberAndUnit price = NumberAndUnit.parse(text, expectation);
        Double size = units.get(price.unit());
        if (size == null) {
            throw expectation.unmet(
                    text,
                    price.unit().isEmpty()
                            ? "missing unit"
                            : "unknown unit " + price.unit() + ", not one of "
                                    + units.keySet().stream().collect(Collectors.joining(", ")));
        }
        if (price.amount().compareTo(BigDecimal.ZERO) < 0) {
            throw expectation.unmet(text, "below 0");
        }
        return price.amount().doubleValue() / size;
    }
}
