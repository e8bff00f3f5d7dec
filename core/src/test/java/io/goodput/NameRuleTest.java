package io.goodput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.balance.Address;
import io.goodput.balance.Zones;
import io.goodput.guard.Guard;
import io.goodput.health.DependencyCheck;
import io.goodput.health.LocalCheck;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameRuleTest {
    private static final Duration PERIOD = Duration.ofSeconds(10);

    /** Wherever something is given a name in Java. */
    static Stream<Consumer<String>> builders() {
        return Stream.of(
                Guard::builder,
                Address::of,
                name -> new Address("a", name),
                Zones::preferring,
                name -> new Zones("a", 1.4, Map.of(name, 1.0)),
                name -> LocalCheck.of(name, PERIOD),
                name -> DependencyCheck.of(name, PERIOD));
    }

    @ParameterizedTest
    @MethodSource("builders")
    @SuppressWarnings("NullAway") // what must not be given
    void null_blank_and_control_characters_are_refused_wherever_a_name_is_taken(Consumer<String> builder) {
        Stream.of(
                        " ",
                        "\t",
                        "\u00a0",
                        "a\nb",
                        "a\u001b[31mb",
                        "\u0000",
                        "a\u2028b",
                        "a\u202eb",
                        "a\ud800",
                        "x".repeat(257))
                .forEach(name -> assertThatIllegalArgumentException()
                        .as(name.codePoints().boxed().toList().toString())
                        .isThrownBy(() -> builder.accept(name))
                        .withMessageMatching("[\\w.]+: [ -~\u00a0]+ \\(expected: [ -~]+\\)"));
        builder.accept("Store-7.eu_west");
        builder.accept("Größe");
    }

    @ParameterizedTest
    @MethodSource("builders")
    @SuppressWarnings("NullAway") // what must not be given
    void null_is_no_name(Consumer<String> builder) {
        assertThatThrownBy(() -> builder.accept(null))
                .isInstanceOfAny(IllegalArgumentException.class, NullPointerException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "a:b", "½", "a\u0301"})
    void a_word_has_letters_digits_and_three_marks(String name) {
        assertThat(NameRule.WORD.allows(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.7:8080", "[::1]:80", "unix:/run/store.sock", "a b", "über"})
    void a_text_may_have_what_addresses_have(String name) {
        assertThat(NameRule.TEXT.check("name", name)).isEqualTo(name);
    }

    @Test
    void a_message_repeats_only_what_a_terminal_does_not_obey_and_nothing_long() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NameRule.WORD.check("name", "a\u001b[2J"))
                .withMessage(
                        "name: character U+001B (expected: letters, digits, '.', '_' and '-', at most 128 of them)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NameRule.TEXT.check("zone", "z".repeat(300)))
                .withMessage("zone: 300 characters (expected: printable text that is not blank, of at most 256"
                        + " characters)");
    }
}
