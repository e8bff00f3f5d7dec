package io.goodput.config.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.config.problem.ConfigException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that the environment gives: what they stand for, and what a message says of them. */
class VariablesTest {
    private static final Environment SET =
            Map.of("TIME", "300ms", "UNIT", "ms", "EMPTY", "", "NULL", "null", "ON", "true")::get;

    private static Node value(String written, Environment environment) {
        return Objects.requireNonNull(YamlFile.parse("f", "a: " + written + "\n", environment)
                .entries()
                .get("a"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        ${TIME}            | 300ms
        "${TIME}"          | 300ms
        '${TIME}'          | 300ms
        ${TIME:2s}         | 300ms
        ${NO:2s}           | 2s
        ${NO:a:b}          | a:b
        ${NO:-3}           | -3
        5${UNIT}           | 5ms
        ${NO:5}${UNIT}     | 5ms
        ${TIME}${NO:}      | 300ms
        $${TIME}           | ${TIME}
        a$${b              | a${b
        $TIME              | $TIME
        a$                 | a$
        a}b                | a}b
        "[${TIME}, b: c]"  | [300ms, b: c]
        ${NULL}            | null
        """)
    void a_variable_stands_for_a_value_or_a_part_of_one(String written, String text) {
        assertThat(value(written, SET).text()).isEqualTo(text);
    }

    @Test
    void what_comes_out_is_read_as_if_it_had_been_written_there() {
        assertThat(value("${TIME}", SET).as(Decoders.duration())).isEqualTo(Duration.ofMillis(300));
        assertThat(value("${ON}", SET).as(Decoders.bool())).isTrue();
        assertThat(value("${N:7}", Environment.NONE).as(Decoders.integer(1, 9))).isEqualTo(7);
    }

    @Test
    void an_empty_variable_and_one_that_says_null_are_texts_not_nothing() {
        assertThat(value("${EMPTY}", SET).text()).isEmpty();
        assertThat(value("${NULL}", SET).isScalar()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        ${NO}        | f:1:4: a: ${NO} is not set (expected: the variable NO, or a default: ${NO:…})
        ${TIME       | f:1:4: a: ${ is never closed (expected: ${NAME} or ${NAME:default}, or $${ for ${ itself)
        ${A:${TIME}} | f:1:4: a: a variable within a variable (expected: ${NAME} or ${NAME:default}, or $${ for ${ itself)
        ${}          | f:1:4: a: ${}: not a variable (expected: ${NAME} or ${NAME:default}, or $${ for ${ itself)
        ${my-time}   | f:1:4: a: ${my-time}: not a variable (expected: ${NAME} or ${NAME:default}, or $${ for ${ itself)
        ${ TIME }    | f:1:4: a: ${ TIME }: not a variable (expected: ${NAME} or ${NAME:default}, or $${ for ${ itself)
        {b: "${NO}"} | f:1:8: a.b: ${NO} is not set (expected: the variable NO, or a default: ${NO:…})
        {"${TIME}": 1} | f:1:5: a.${TIME}: a variable in a key (expected: variables in values only)
        {b: ${TIME}} | f:1:9: a variable between brackets without quotes (expected: "${…}")
        """)
    void what_is_no_variable_is_refused_with_its_place(String written, String message) {
        assertThatThrownBy(() -> value(written, SET))
                .isInstanceOf(ConfigException.class)
                .hasMessage(message);
    }

    @Test
    void a_message_names_the_variable_and_does_not_repeat_what_it_is_set_to() {
        Environment secret = Map.of("A", "hunter2", "B", "", "C", "0.5ns")::get;

        assertThatThrownBy(() -> value("${A}", secret).as(Decoders.duration()))
                .hasMessage(
                        "f:1:4: a: ${A}: what it is set to cannot be used (expected: a duration such as 50ms or 2s)");
        assertThatThrownBy(() -> value("1s${A}${C}", secret).as(Decoders.duration()))
                .hasMessage(
                        "f:1:4: a: ${A}, ${C}: what it is set to cannot be used (expected: a duration such as 50ms or 2s)");
        assertThatThrownBy(() -> value("${B}", secret).as(Decoders.bool()))
                .hasMessage("f:1:4: a: ${B}: empty (expected: true or false)");
    }

    @Test
    void a_default_stands_in_the_file_and_is_repeated() {
        assertThatThrownBy(() -> value("${A:5sec}", Environment.NONE).as(Decoders.duration()))
                .hasMessage(
                        "f:1:4: a: 5sec: unknown unit sec, did you mean 5s? (expected: a duration such as 50ms or 2s)");
    }

    @Test
    void a_constructor_does_not_repeat_it_either() {
        var names = Decoder.of("names", node -> {
            throw new IllegalArgumentException(
                    "name: " + node.items().getFirst().text() + " (expected: each name once)");
        });

        assertThatThrownBy(() ->
                        value("[\"${A}\", b]", Map.of("A", "hunter2")::get).as(names))
                .hasMessage("f:1:1: a: cannot be used with what is set by ${A} (expected: each name once)");
    }

    @Test
    void what_a_terminal_would_obey_is_refused() {
        assertThatThrownBy(() -> value("${A}", Map.of("A", "x\u001b[2J")::get))
                .hasMessage("f:1:4: a: ${A}: has character U+001B in it (expected: printable text)");
    }

    @Test
    void variables_make_no_file_larger_than_a_file_may_be() {
        Environment large = Map.of("A", "x".repeat(1000))::get;
        String many = "a: [" + "\"${A}\", ".repeat(1200) + "]";

        assertThatThrownBy(() -> YamlFile.parse("f", many, large))
                .hasMessageContaining("with its variables, the file is larger than 1 MiB");
    }

    @Test
    void all_of_them_are_told_at_once_with_all_else_that_is_wrong() {
        var pair = Decoders.listOf(Decoders.duration());

        assertThatThrownBy(() -> YamlFile.parse("f", "- ${NO}\n- 5sec\n- ${TIME}\n- ${NEITHER\n", SET, pair))
                .hasMessage("""
                        f:1:3: [0]: ${NO} is not set (expected: the variable NO, or a default: ${NO:…})
                        f:2:3: [1]: 5sec: unknown unit sec, did you mean 5s? (expected: a duration such as 50ms or 2s)
                        f:4:3: [3]: ${ is never closed (expected: ${NAME} or ${NAME:default}, or $${ for ${ itself)""");
    }

    @Test
    void without_an_environment_only_defaults_count() {
        assertThat(value("${PATH:x}", Environment.NONE).text()).isEqualTo("x");
        assertThatThrownBy(() -> YamlFile.parse("f", "a: ${PATH}"))
                .hasMessage("f:1:4: a: ${PATH} is not set: this file is read without an environment, so as to mean the"
                        + " same everywhere (expected: the variable PATH, or a default: ${PATH:…})");
    }

    @Test
    void a_text_that_is_written_is_read_as_itself() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
        for (int i = 0; i < 5_000; i++) {
            var text = new StringBuilder("x");
            for (int c = random.nextInt(8); c > 0; c--) {
                text.append("${}a:".charAt(random.nextInt(5)));
            }
            String escaped = Variables.escaped(text.toString());
            assertThat(value("'" + escaped + "'", Environment.NONE).text()).isEqualTo(text.toString());
        }
    }

    @Test
    void where_values_are_from_is_known_by_their_keys() {
        var root = YamlFile.parse("f", "a: {b: \"${TIME}\", c: [\"${TIME}\", \"${NO:1}\"]}\nd: 1\n", SET);

        assertThat(root.notes())
                .containsExactly(
                        Map.entry(List.of("a", "b"), "set by ${TIME}"),
                        Map.entry(List.of("a", "c"), "set by ${TIME}, default of ${NO}"));
    }
}
