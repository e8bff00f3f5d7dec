package io.goodput.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ScreenTest {
    private static final Screen PLAIN = new Screen(80, false, false);
    private static final Screen FULL = new Screen(80, true, true);

    @Test
    void nothing_that_a_text_says_acts_on_the_terminal() {
        for (Screen screen : new Screen[] {PLAIN, FULL}) {
            assertThat(screen.safe("a\u001b[31mb\u0007\n\tc\u202ed\u0085\ud800"))
                    .isEqualTo("a?[31mb?  c?d??");
        }
    }

    @Test
    void what_it_cannot_show_stands_as_something_alike() {
        assertThat(PLAIN.safe("5 µs – 8 ≤ x × ± … → “é”")).isEqualTo("5 us - 8 <= x x +- ... -> \"?\"");
        assertThat(FULL.safe("5 µs – é")).isEqualTo("5 µs – é");
    }

    @Test
    void colours_are_painted_only_where_there_are_any() {
        assertThat(FULL.ink().bad("no")).isEqualTo("\u001b[31mno\u001b[0m");
        assertThat(FULL.ink().bad("")).isEmpty();
        assertThat(PLAIN.ink().bad("no")).isEqualTo("no");
    }

    @Test
    void the_rest_of_a_cut_text_takes_one_column() {
        assertThat(TextWidth.of(PLAIN.rest())).isEqualTo(1);
        assertThat(TextWidth.of(FULL.rest())).isEqualTo(1);
    }

    @Test
    void one_on_which_nothing_fits_is_refused() {
        assertThatThrownBy(() -> new Screen(39, false, false)).hasMessage("columns: 39 (expected: >= 40)");
    }
}
