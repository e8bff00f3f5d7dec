package io.goodput.config.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.config.problem.FilePlace;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Every node tells where it starts, counted from 1, and which keys lead to it. */
class PlacesTest {

    @Test
    void nested_keys() {
        var root = YamlFile.parse("f", """
            # first line
            policies:
              budget:
                retry:
                  attempts:   3
            """);
        var retry = at(at(at(root, "policies"), "budget"), "retry");
        assertThat(retry.keyPlace()).isEqualTo(new FilePlace("f", 4, 5));
        assertThat(retry.place()).isEqualTo(new FilePlace("f", 5, 7));
        var attempts = at(retry, "attempts");
        assertThat(attempts.keyPlace()).isEqualTo(new FilePlace("f", 5, 7));
        assertThat(attempts.place()).isEqualTo(new FilePlace("f", 5, 19));
        assertThat(attempts.path()).isEqualTo("policies.budget.retry.attempts");
        assertThat(root.path()).isEmpty();
    }

    @Test
    void block_sequences() {
        var root = YamlFile.parse("f", "phases:\n- rate: 1/s\n- rate: 2/s\n  for: 5s\n-   - x\n");
        var phases = at(root, "phases");
        assertThat(phases.keyPlace()).isEqualTo(new FilePlace("f", 1, 1));
        assertThat(phases.place()).isEqualTo(new FilePlace("f", 2, 1));
        var second = phases.items().get(1);
        assertThat(second.place()).isEqualTo(new FilePlace("f", 3, 3));
        assertThat(at(second, "for").place()).isEqualTo(new FilePlace("f", 4, 8));
        assertThat(at(second, "for").path()).isEqualTo("phases[1].for");
        var nested = phases.items().get(2).items().getFirst();
        assertThat(nested.place()).isEqualTo(new FilePlace("f", 5, 7));
        assertThat(nested.path()).isEqualTo("phases[2][0]");
    }

    @Test
    void flow_collections_and_characters_beyond_sixteen_bits() {
        var root = YamlFile.parse("f", "- {k: '😀', l: [1, \"é\",\n   z]}");
        var flow = root.items().getFirst();
        assertThat(flow.place()).isEqualTo(new FilePlace("f", 1, 3));
        assertThat(at(flow, "k").place()).isEqualTo(new FilePlace("f", 1, 7));
        var list = at(flow, "l");
        assertThat(list.keyPlace()).isEqualTo(new FilePlace("f", 1, 12));
        assertThat(list.place()).isEqualTo(new FilePlace("f", 1, 15));
        assertThat(list.items().get(1).place()).isEqualTo(new FilePlace("f", 1, 19));
        assertThat(list.items().get(2).place()).isEqualTo(new FilePlace("f", 2, 4));
    }

    @Test
    void places_hold_far_into_a_long_file() {
        var file = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            file.append("k%d: ['😀', \"x\"]\n".formatted(i));
        }
        var last = at(YamlFile.parse("f", file.toString()), "k19999").items().getLast();
        assertThat(last.place()).isEqualTo(new FilePlace("f", 20_000, 15));
        assertThat(last.isQuoted()).isTrue();
    }

    @Test
    void a_byte_order_mark_and_other_line_ends_do_not_shift_places() {
        var root = YamlFile.parse("f", "\uFEFFa: 1\r\nb: 2\rc: 3\n");
        assertThat(at(root, "a").place()).isEqualTo(new FilePlace("f", 1, 4));
        assertThat(at(root, "b").place()).isEqualTo(new FilePlace("f", 2, 4));
        assertThat(at(root, "b").text()).isEqualTo("2");
        assertThat(at(root, "c").keyPlace()).isEqualTo(new FilePlace("f", 3, 1));
    }

    @Test
    void a_key_that_would_read_as_two_is_quoted_in_paths() {
        var root = YamlFile.parse("f", "a.b: {'': {\"x\\ny\": 1}}");
        var inner = at(at(at(root, "a.b"), ""), "x\ny");
        assertThat(inner.path()).isEqualTo("\"a.b\".\"\".x\\ny");
    }

    @Test
    void scalars_keep_their_text_and_tell_quotes_from_nothing() {
        var root = YamlFile.parse("f", "a: 0x1F\nb: \"5\"\nc:\nd: ~\ne: 'null'\nf: |\n  text\ng: 1_0.50\nh: ''\n");
        assertThat(at(root, "a").text()).isEqualTo("0x1F");
        assertThat(at(root, "a").isQuoted()).isFalse();
        assertThat(at(root, "b").isQuoted()).isTrue();
        assertThat(at(root, "c").isScalar()).isFalse();
        assertThat(at(root, "d").isScalar()).isFalse();
        assertThat(at(root, "e").text()).isEqualTo("null");
        assertThat(at(root, "f").text()).isEqualTo("text\n");
        assertThat(at(root, "f").isQuoted()).isTrue();
        assertThat(at(root, "g").text()).isEqualTo("1_0.50");
        assertThat(at(root, "h").text()).isEmpty();
    }

    private static Node at(Node node, String key) {
        return Objects.requireNonNull(node.entries().get(key));
    }
}
