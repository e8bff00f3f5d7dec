package io.goodput.config.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.config.problem.ConfigException;
import io.goodput.property.ForAll;
import io.goodput.property.Gen;
import io.goodput.property.Property;
import io.goodput.property.Provide;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is in the file, it is read or refused with a message that names it: nothing else is ever thrown. */
class AnyInputTest {
    private static final String SCENARIO = """
        goodput: 1
        # a comment
        workload: {rate: 40/s, phases: [1s..2s, "x\\ty", 'it''s']}
        policies:
          budget:
            retry:
              attempts: 3
            text: |
              two
              lines
            more: >-
              folded
        servers:
          - name: a
          -   - nested
              - {}
        """;

    @Test
    void the_text_that_is_mutated_is_valid() {
        assertThat(YamlFile.parse("f", SCENARIO).entries()).hasSize(4);
    }

    @Property(tries = 500)
    void bytes(@ForAll byte[] bytes) throws IOException {
        readOrRefused(bytes);
    }

    @Property(tries = 2000)
    void pieces(@ForAll("ofPieces") String text) {
        parsedOrRefused(text);
    }

    @Property(tries = 1000)
    void mutations(@ForAll("mutated") String text) throws IOException {
        readOrRefused(text.getBytes(StandardCharsets.ISO_8859_1));
        parsedOrRefused(text);
    }

    /** Shapes on which parsers are known to recurse or to take time with the square of the length. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[", "{", "- ", "? ", "a: {", "[{", "a:\n", "- \n", "'", "\"", "\"\\x41", "&a ", "*a ", "!a ",
                        "%TAG ! a\n",
                "a ", "a\n", "\n", " ", "\t", "#", "| \n", "---\n", "...\n", "a: 1\n", "1", "9", "a,", "<<: {a: 1}\n",
                        "\\",
                "0x", "é", "😀", "\r", ": ", "-", "`", "[a]: ", "\"a\" ", "''", "\u0085", "\u2028"
            })
    void one_mebibyte_of(String piece) {
        int times = YamlFile.MAX_BYTES / piece.length();
        parsedOrRefused(piece.repeat(times));
        parsedOrRefused("a: " + piece.repeat(times - 4));
        parsedOrRefused("a: \"" + piece.repeat(times - 5));
        parsedOrRefused("a: |\n " + piece.repeat(times - 8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\UFFFFFFFF\"",
                "\"\\U00110000\"",
                "\"\\ud800\"",
                "\"\\x\"",
                "\"\\u12\"",
                "%YAML 99999999999.1\n---\na",
                "%YAML 1.99999999999\n---\na",
                "a: |99999999999\n b",
                "a: |0\n b",
                "!<tag:%zz> a",
                "!%ff a",
                "!<> a",
                "&",
                "*",
                "!",
                "%",
                "@",
                "`a",
                "? ",
                ": ",
                "- - - -",
                "{? }",
                "{: }",
                "[? a : b]",
                "[: ]",
                "{a, b: }",
                "--- |\n%",
                "a: !!int\nb: !!float x",
                "!!int +",
                "!!int '0x'",
                "!!float '.'",
                "!!bool x",
                "!!null x",
                "%TAG !e! \n---\na"
            })
    void oddities(String text) {
        parsedOrRefused(text);
    }

    @Provide
    Gen<String> ofPieces() {
        return Gen.of(
                        "a",
                        "b: ",
                        "- ",
                        "\n",
                        "\n  ",
                        " ",
                        "[",
                        "]",
                        "{",
                        "}",
                        ",",
                        ": ",
                        "?",
                        "? ",
                        "'",
                        "\"",
                        "\\",
                        "|",
                        ">",
                        "&x ",
                        "*x",
                        "!!str ",
                        "!",
                        "%",
                        "@",
                        "`",
                        "#",
                        " #",
                        "---\n",
                        "...\n",
                        "\t",
                        "\r\n",
                        "0x1",
                        "1_0",
                        "null",
                        "~",
                        "\\u12",
                        "\uFEFF",
                        "😀",
                        "\ud800",
                        "\0",
                        "<<",
                        "%YAML 1.2\n",
                        "\u2028",
                        "-1",
                        "1e9")
                .list(0, 30)
                .map(pieces -> String.join("", pieces));
    }

    @Provide
    Gen<String> mutated() {
        Gen<Integer> at = Gen.ints(0, SCENARIO.length() - 1);
        Gen<Character> replacement = Gen.chars();
        Gen<Edit> edit = choices -> new Edit(at.from(choices), replacement.from(choices));
        return edit.list(1, 4).map(AnyInputTest::edited);
    }

    private record Edit(int at, char replacement) {}

    private static String edited(List<Edit> edits) {
        var text = new StringBuilder(SCENARIO);
        for (var edit : edits) {
            switch (edit.replacement % 3) {
                case 0 -> text.setCharAt(edit.at, edit.replacement);
                case 1 -> text.insert(edit.at, (char) (edit.replacement % 128));
                default -> text.setCharAt(edit.at, text.charAt((edit.at + edit.replacement) % text.length()));
            }
        }
        return text.toString();
    }

    private static void readOrRefused(byte[] bytes) throws IOException {
        var file = Files.createTempFile("any", ".yaml");
        try {
            Files.write(file, bytes);
            readOrRefused(file);
        } finally {
            Files.delete(file);
        }
    }

    private static void readOrRefused(Path file) {
        try {
            visit(YamlFile.read(file));
        } catch (ConfigException e) {
            assertThat(e.getMessage())
                    .startsWith(file + ":")
                    .hasSizeLessThan(file.toString().length() + 1000);
        }
    }

    private static void parsedOrRefused(String text) {
        try {
            visit(YamlFile.parse("f", text));
        } catch (ConfigException e) {
            assertThat(e.getMessage()).startsWith("f:").hasSizeLessThan(1000).doesNotContain("\n");
        }
    }

    /** Every node must have a place behind its key's. */
    private static void visit(Node root) {
        var open = new ArrayList<>(List.of(root));
        while (!open.isEmpty()) {
            var node = open.removeLast();
            assertThat(node.place().line())
                    .as(node.path())
                    .isGreaterThanOrEqualTo(node.keyPlace().line());
            assertThat(node.place().column()).as(node.path()).isPositive();
            if (node.isList()) {
                open.addAll(node.items());
            } else if (node.isBlock()) {
                open.addAll(node.entries().values());
            }
        }
    }
}
