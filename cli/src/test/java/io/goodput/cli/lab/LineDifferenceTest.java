package io.goodput.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineDifferenceTest {
    @Test
    void equal_texts_differ_in_nothing() {
        assertThat(new LineDifference("a\nb\n", "a\nb\n").lines()).isEmpty();
    }

    @Test
    void what_goes_and_what_comes_is_told_and_nothing_else() {
        assertThat(new LineDifference("a\nb\nc\nd\ne\n", "a\nB\nc\ne\nf\n").lines())
                .containsExactly("- b", "+ B", "- d", "+ f");
        assertThat(new LineDifference("", "a\n").lines()).containsExactly("+ a");
        assertThat(new LineDifference("a\n", "").lines()).containsExactly("- a");
    }

    @Test
    void what_is_too_long_to_compare_is_told_as_a_whole() {
        String old = "x\n" + "a\n".repeat(3_000) + "y\n";
        String now = "x\n" + "b\n".repeat(3_000) + "y\n";

        assertThat(new LineDifference(old, now).lines())
                .hasSize(6_000)
                .startsWith("- a")
                .endsWith("+ b");
    }
}
