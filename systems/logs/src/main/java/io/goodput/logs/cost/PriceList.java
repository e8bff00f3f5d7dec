package io.goodput.logs.cost;

import io.goodput.config.language.Block;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Key;
import io.goodput.config.language.Keys;
import io.goodput.config.language.Node;
import io.goodput.config.schema.JsonSchema;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What things cost, as it stands under {@code prices} in a file. What is null, or not in the map, has no price.
 *
 * @param currency in which
 * @param cpu of a second of CPU
 * @param moved of a byte that came in or went out
 * @param kept of what is stored
 * @param dependencies by name
 */
public record PriceList(
        String currency,
        @Nullable Double cpu,
        @Nullable Double moved,
        @Nullable Kept kept,
        SequencedMap<String, Attempts> dependencies) {
    private static final int LONGEST_NAME = 200;

    private static final Key<String> CURRENCY =
            Key.of("currency", Decoders.text(8)).required().about("In which all prices are");
    private static final Key<Double> CPU = Key.of("cpu", UnitPrice.CPU).about("Of CPU time");
    private static final Key<Double> MOVED =
            Key.of("moved", UnitPrice.BYTE).about("Of what requests bring and answers take away");
    private static final Key<Kept> KEPT = Key.of("kept", Kept.DECODER).about("Of what is stored");
    private static final Key<SequencedMap<String, Attempts>> DEPENDENCIES = Key.of(
                    "dependencies",
                    Decoder.of(
                            "a block of dependencies",
                            JsonSchema.named(
                                    "(?:(?!\\$\\{)[\\s\\S]){0," + LONGEST_NAME + "}", Attempts.DECODER.schema()),
                            PriceList::dependencies))
            .about("Of what others take for being asked");

    static final Decoder<PriceList> DECODER = Keys.of(CURRENCY, CPU, MOVED, KEPT, DEPENDENCIES)
            .decoder("a block of prices, such as {currency: EUR, cpu: 0.04/h}", PriceList::decode);

    private static PriceList decode(Block block) {
        SequencedMap<String, Attempts> dependencies = block.find(DEPENDENCIES);
        return new PriceList(
                block.get(CURRENCY),
                block.find(CPU),
                block.find(MOVED),
                block.find(KEPT),
                dependencies == null ? new LinkedHashMap<>() : dependencies);
    }

    /** Their names are those of guards and may be anything, so the keys are free. */
    private static SequencedMap<String, Attempts> dependencies(Node node) {
        var prices = new LinkedHashMap<String, Attempts>();
        node.entries().forEach((name, price) -> {
            if (name.length() > LONGEST_NAME) {
                throw price.keyError("a name of " + name.length() + " characters (expected: <= " + LONGEST_NAME + ")");
            }
            prices.put(name, price.as(Attempts.DECODER));
        });
        return prices;
    }

    /**
     * What is stored: bytes that a declared counter counts, for so long.
     *
     * @param counter its name, as in {@code counts} of a record
     * @param price of a byte, for a month
     * @param time how long each is kept
     */
    public record Kept(String counter, double price, Duration time) {
        private static final double DAYS_OF_MONTH = 30;

        private static final Key<String> COUNTER = Key.of("counter", Decoders.text(LONGEST_NAME))
                .required()
                .about("Which declared counter counts the bytes");
        private static final Key<Double> PRICE =
                Key.of("price", UnitPrice.BYTE_MONTH).required().about("For a month of 30 days");
        private static final Key<Duration> TIME =
                Key.of("for", Decoders.duration()).required().about("How long they are kept");

        static final Decoder<Kept> DECODER = Keys.of(COUNTER, PRICE, TIME)
                .decoder(
                        "a block such as {counter: stored_bytes, price: 0.023/GB-month, for: 30d}",
                        block -> new Kept(block.get(COUNTER), block.get(PRICE), block.get(TIME)));

        /** Of so many bytes, for all the time that they are kept. */
        double of(double bytes) {
            return bytes * price * time.toMillis() / Duration.ofDays(1).toMillis() / DAYS_OF_MONTH;
        }
    }

    /**
     * What a dependency costs.
     *
     * @param call of an attempt, for retries and hedges are paid as well; null if there is none
     * @param moved of a byte to it or from it; null if there is none
     */
    public record Attempts(@Nullable Double call, @Nullable Double moved) {
        private static final Key<Double> CALL = Key.of("call", UnitPrice.CALL).about("Of each attempt");
        private static final Key<Double> MOVED = Key.of("moved", UnitPrice.BYTE).about("Of bytes to it and from it");

        static final Decoder<Attempts> DECODER = Keys.of(CALL, MOVED)
                .decoder(
                        "a block such as {call: 0.4/million, moved: 0.09/GB}",
                        block -> new Attempts(block.find(CALL), block.find(MOVED)));
    }

    /** The price of a dependency; null if it has none. */
    @Nullable Attempts dependency(String name) {
        return ((Map<String, Attempts>) dependencies).get(name);
    }
}
