package io.goodput.config.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.config.problem.ConfigException;
import io.goodput.config.problem.Echo;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not the YAML we read is refused with one line that names the place. */
class BadYamlTest {

    static Arguments[] texts() {
        return new Arguments[] {
            refused("", "f:1:1: empty document (expected: a block of keys)"),
            refused("# nothing\n", "f:1:1: empty document (expected: a block of keys)"),
            refused("---\n", "f:1:1: empty document (expected: a block of keys)"),
            refused("\uFEFF", "f:1:1: empty document (expected: a block of keys)"),
            refused("a: 1\n---\nb: 2\n", "f:3:1: a second document (expected: one document in a file)"),
            refused("a: 1\nb: 2\n\na: 3\n", "f:4:1: a: duplicate key (first on line 1)"),
            refused("p:\n  q: {r: 1, r: 2}\n", "f:2:13: p.q.r: duplicate key (first on line 2)"),
            refused("a: &x 1\n", "f:1:4: anchors are not supported (expected: the value itself)"),
            refused("a: &x\n  b: 1\n", "f:1:4: anchors are not supported (expected: the value itself)"),
            refused("&x a: 1\n", "f:1:1: anchors are not supported (expected: the value itself)"),
            refused("b: 1\n&x a: 1\n", "f:2:1: anchors are not supported (expected: the value itself)"),
            refused("a:\n - *x\n", "f:2:4: aliases are not supported (expected: the value itself, or * in quotes)"),
            refused("b: 1\n*x : 1\n", "f:2:1: aliases are not supported (expected: the value itself, or * in quotes)"),
            refused("a: !!str 1\n", "f:1:4: tags are not supported (expected: the value alone, or ! in quotes)"),
            refused("!x\na: 1\n", "f:1:1: tags are not supported (expected: the value alone, or ! in quotes)"),
            refused("a: !!binary a\n", "f:1:4: tags are not supported (expected: the value alone, or ! in quotes)"),
            refused("a: 1\n? [x]\n: 1\n", "f:2:3: found a list or a block as a key (expected: a key of plain text)"),
            refused("? {x: 1}\n: 1\n", "f:1:3: found a list or a block as a key (expected: a key of plain text)"),
            refused("a:\n\t- b\n", "f:2:1: a tab (expected: spaces)"),
            refused("a: @x\n", "f:1:4: a value cannot start with @ (expected: the value in quotes)"),
            refused(
                    "a: b: c\n",
                    "f:1:5: a key where none can be (expected: one key: value on a line, and quotes around a value with"
                            + " a colon)"),
            refused("a: 1\nb: 'x\n", "f:2:4: a quote is never closed (expected: a closing quote)"),
            refused(
                    "a: 1\n- b\n",
                    "f:2:1: wrong indentation, or keys mixed with list items (expected: the indentation of the lines"
                            + " above)"),
            refused("a: 1\nb\nc: 2\n", "f:2:1: a line that is no key (expected: key: value)"),
            refused("a: [1,\n 2\n", "f:3:1: the bracket of line 1 is still open (expected: , or ])"),
            refused("a: {b: 1\n  c: 2}\n", "f:2:4: the bracket of line 1 is still open (expected: , or })"),
            refused("a: \"\\q\"\n", "f:1:6: not YAML: found unknown escape character q(113)"),
            refused("%YAML 3.0\n---\na: 1\n", "f:1:1: a YAML version that is not supported (expected: no %YAML line)"),
            refused("a: 1\nb: x\u001b[31m\n", "f:2:5: character U+001B (expected: printable text)"),
            refused("a: \0\n", "f:1:4: character U+0000 (expected: printable text)"),
            refused("a: \ud800\n", "f:1:4: character U+D800 (expected: printable text)"),
            refused(nested(33), "f:1:33: nested deeper than 32 levels (expected: fewer)"),
            refused("[".repeat(1_000_000), "f:1:33: nested deeper than 32 levels (expected: fewer)"),
            refused("{a: ".repeat(200_000), "f:1:129: nested deeper than 32 levels (expected: fewer)"),
            refused("- ".repeat(500_000), "f:1:65: nested deeper than 32 levels (expected: fewer)"),
            refused("? ".repeat(500_000), "f:1:3: found a list or a block as a key (expected: a key of plain text)"),
            refused("- x\n".repeat(100_000), "f:100000:3: more than 100,000 values (expected: fewer)"),
            refused("x".repeat((1 << 20) + 1), "f: larger than 1 MiB (expected: a YAML file of at most 1 MiB)"),
        };
    }

    @ParameterizedTest
    @MethodSource("texts")
    void is_refused(String text, String message) {
        assertThatThrownBy(() -> YamlFile.parse("f", text))
                .isExactlyInstanceOf(ConfigException.class)
                .hasMessage(message);
    }

    @Test
    void a_billion_laughs_are_refused_at_the_first() {
        var laughs = """
            a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]
            b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
            c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
            """;
        assertThatThrownBy(() -> YamlFile.parse("f", laughs))
                .hasMessage("f:1:4: anchors are not supported (expected: the value itself)");
    }

    @Test
    void what_just_fits_is_read() {
        assertThat(YamlFile.parse("f", nested(32)).items()).hasSize(1);
        assertThat(YamlFile.parse("f", "- x\n".repeat(99_999)).items()).hasSize(99_999);
        assertThat(YamlFile.parse("f", "x".repeat(1 << 20)).text()).hasSize(1 << 20);
        var keys = IntStream.range(0, 99_999).mapToObj(i -> "k" + i + ": 1\n").collect(Collectors.joining());
        assertThat(YamlFile.parse("f", keys).entries()).hasSize(99_999);
    }

    @Test
    void signs_in_quotes_and_inside_values_are_text() {
        var items = YamlFile.parse("f", "['*', \"&a\", '!x', a*b, a&b, a!]").items();
        assertThat(items).extracting(Node::text).containsExactly("*", "&a", "!x", "a*b", "a&b", "a!");
    }

    private static String nested(int levels) {
        return "[".repeat(levels) + "]".repeat(levels);
    }

    private static Arguments refused(String text, String message) {
        return Arguments.argumentSet('<' + Echo.of(text) + '>', text, message);
    }
}
