package io.goodput.config.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.config.problem.ConfigException;
import io.goodput.config.quantity.DurationSpan;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Decoders together, as a scenario or a guard uses them. */
class DecodersTest {

    record Phase(double rate, DurationSpan during, boolean warm) {
        static final Decoder<Phase> DECODER = Decoder.of("a block such as {rate: 40/s, during: 0s..5s}", Phase::decode);

        private static Phase decode(Node node) {
            var block = node.block("rate", "during", "warm");
            return new Phase(
                    block.required("rate", Decoders.rate()),
                    block.required("during", Decoders.durationSpan()),
                    block.optional("warm", Decoders.bool(), false));
        }
    }

    record Retry(int attempts, Duration pause) {
        static final Decoder<Retry> DECODER = Decoder.of("a block such as {attempts: 3, pause: 50ms}", Retry::decode);

        Retry {
            if (attempts > 1 && pause.isZero()) {
                throw new IllegalArgumentException("pause: 0s with " + attempts + " attempts (expected: a pause)");
            }
        }

        private static Retry decode(Node node) {
            var block = node.block("attempts", "pause");
            return new Retry(
                    block.required("attempts", Decoders.integer(1, 10)),
                    block.optional("pause", Decoders.duration(), Duration.ofMillis(50)));
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
        var block = root.block("phases", "policies");
        assertThat(block.required("phases", Decoders.listOf(Phase.DECODER)))
                .isEqualTo(List.of(
                        new Phase(40, new DurationSpan(Duration.ZERO, Duration.ofSeconds(5)), true),
                        new Phase(2, new DurationSpan(Duration.ofSeconds(5), Duration.ofSeconds(9)), false)));
        var policies = block.required("policies", Decoders.named(Retry.DECODER));
        assertThat(policies.keySet()).containsExactly("z-last", "budget");
        assertThat(policies.get("budget")).isEqualTo(new Retry(3, Duration.ofMillis(50)));
    }

    @Test
    void an_error_names_the_way_to_the_value() {
        refuses(
                "- {rate: 1/s, during: 0s..1s}\n- rate: 1/s\n  during: 0s",
                Decoders.listOf(Phase.DECODER),
                "f:3: [1].during: 0s: missing .. (expected: a span such as 60s..80s)");
        refuses(
                "budget:\n  attempts: 3\n  pause: 0s",
                Decoders.named(Retry.DECODER),
                "f:1: budget: pause: 0s with 3 attempts (expected: a pause)");
        refuses("budget:\n", Decoders.named(Retry.DECODER), "f:1: budget: found nothing (expected: a block of keys)");
        refuses(
                "ok: {attempts: 1}\nNot OK: {attempts: 1}",
                Decoders.named(Retry.DECODER),
                "f:2: \"Not OK\": cannot be a name"
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
