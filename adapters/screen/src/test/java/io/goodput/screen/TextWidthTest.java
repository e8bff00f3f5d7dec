package io.goodput.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextWidthTest {
    @Test
    void letters_of_east_asia_and_pictures_take_two_columns_and_accents_none() {
        assertThat(TextWidth.of("abc")).isEqualTo(3);
        assertThat(TextWidth.of("注文、ｗ")).isEqualTo(8);
        assertThat(TextWidth.of("🙂")).isEqualTo(2);
        assertThat(TextWidth.of("e\u0301")).isEqualTo(1);
    }

    @Test
    void what_does_not_fit_is_cut_between_characters_and_filled_up() {
        assertThat(TextWidth.fit("abcdef", 4, "…")).isEqualTo("abc…");
        assertThat(TextWidth.fit("注文注文", 6, "…")).isEqualTo("注文…");
        assertThat(TextWidth.fit("abcd", 4, "…")).isEqualTo("abcd");
        assertThat(TextWidth.left("注", 4)).isEqualTo("注  ");
        assertThat(TextWidth.right("注", 4)).isEqualTo("  注");
    }

    @Test
    void lines_break_at_spaces_and_a_word_that_is_too_long_stays_whole() {
        assertThat(TextWidth.wrap("one two  three", 7)).containsExactly("one two", "three");
        assertThat(TextWidth.wrap("incomprehensibly so", 7)).containsExactly("incomprehensibly", "so");
    }
}
