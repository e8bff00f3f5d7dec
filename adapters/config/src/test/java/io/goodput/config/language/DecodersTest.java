package io.goodput.config.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.config.problem.ConfigException;
import io.goodput.config.quantity.DurationSpan;
import java.time.Duration;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

/** Decoders together, as a scenario or a guard uses them. */
class DecodersTest {

    record Phase(double rate, DurationSpan during, boolean warm) {
        private static final Key<Double> RATE = Key.of("rate", Decoders.rate());
        private static final Key<DurationSpan> DURING = Key.of("during", Decoders.durationSpan());
        private static final Key<Boolean> WARM = Key.of("warm", Decoders.bool()).otherwise(false);
        static final Decoder<Phase> DECODER =
                Keys.of(RATE, DURING, WARM).decoder("a block such as {rate: 40/s, during: 0s..5s}", Phase::decode);

        private static Phase decode(Block block) {
            return new Phase(block.get(RATE), block.get(DURING), block.get(WARM));
        }
    }

    record Retry(int attempts, Duration pause) {
        private static final Key<Integer> ATTEMPTS = Key.of("attempts", Decoders.integer(1, 10));
        private static final Key<Duration> PAUSE =
                Key.of("pause", Decoders.duration()).otherwise(Duration.ofMillis(50));
        static final Decoder<Retry> DECODER =
                Keys.of(ATTEMPTS, PAUSE).decoder("a block such as {attempts: 3, pause: 50ms}", Retry::decode);

        Retry {
            if (attempts > 1 && pause.isZero()) {
                throw new IllegalArgumentException("pause: 0s with " + attempts + " attempts (expected: a pause)");
            }
        }

        private static Retry decode(Block block) {
            return new Retry(block.get(ATTEMPTS), block.get(PAUSE));
        }
    }

    @Test
    void lists_and_names_are_decoded_in_file_order() {
        var root = YamlFile.parse("f", """
            phases:
              - {rate: 40/s, during: 0s..5s, warm: true}
              - {rate: 2/s, during: 5s..9s}
            policies:
              z-last: {attempts: 1, pause: 0s}
              budget:
                attempts: 3
            """);
        Key<List<Phase>> phases = Key.of("phases", Decoders.listOf(Phase.DECODER));
        Key<SequencedMap<String, Retry>> named = Key.of("policies", Decoders.named(Retry.DECODER));
        var block = Keys.of(phases, named).in(root);
        assertThat(block.get(phases))
                .isEqualTo(List.of(
                        new Phase(40, new DurationSpan(Duration.ZERO, Duration.ofSeconds(5)), true),
                        new Phase(2, new DurationSpan(Duration.ofSeconds(5), Duration.ofSeconds(9)), false)));
        var policies = block.get(named);
        assertThat(policies.keySet()).containsExactly("z-last", "budget");
        assertThat(policies.get("budget")).isEqualTo(new Retry(3, Duration.ofMillis(50)));
    }

    @Test
    void an_error_names_the_way_to_the_value() {
        refuses(
                "- {rate: 1/s, during: 0s..1s}\n- rate: 1/s\n  during: 0s",
                Decoders.listOf(Phase.DECODER),
                "f:3:11: [1].during: 0s: missing .. (expected: a span such as 60s..80s)");
        refuses(
                "budget:\n  attempts: 3\n  pause: 0s",
                Decoders.named(Retry.DECODER),
                "f:1:1: budget: pause: 0s with 3 attempts (expected: a pause)");
        refuses("budget:\n", Decoders.named(Retry.DECODER), "f:1:8: budget: found nothing (expected: a block of keys)");
        refuses(
                "ok: {attempts: 1}\nNot OK: {attempts: 1}",
                Decoders.named(Retry.DECODER),
                "f:2:1: \"Not OK\": cannot be a name"
                        + " (expected: a name of a-z, 0-9 and -, starting with a letter, at most 64 long)");
    }

    @Test
    void numbers_and_words() {
        var root = YamlFile.parse("f", "[10, -9223372036854775808, -0.25, last-in, 'text', a-9, false]");
        var items = root.items();
        assertThat(items.get(0).as(Decoders.integer(1, 10))).isEqualTo(10);
        assertThat(items.get(1).as(Decoders.longInteger(Long.MIN_VALUE, 0))).isEqualTo(Long.MIN_VALUE);
        assertThat(items.get(2).as(Decoders.number(-1, 1))).isEqualTo(-0.25);
        assertThat(items.get(3).as(Decoders.choice(BadQuantitiesTest.Order.class)))
                .isEqualTo(BadQuantitiesTest.Order.LAST_IN);
        assertThat(items.get(4).as(Decoders.text(4))).isEqualTo("text");
        assertThat(items.get(5).as(Decoders.identifier())).isEqualTo("a-9");
        assertThat(items.get(6).as(Decoders.bool())).isFalse();
    }

    private static void refuses(String text, Decoder<?> decoder, String message) {
        var root = YamlFile.parse("f", text);
        assertThatThrownBy(() -> root.as(decoder))
                .isExactlyInstanceOf(ConfigException.class)
                .hasMessage(message);
    }
}
