package io.goodput.config.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.property.ForAll;
import io.goodput.property.Property;
import org.junit.jupiter.api.Test;

class EchoTest {

    @Test
    void escapes_what_a_terminal_would_obey() {
        assertThat(Echo.of("a\n\r\t\u001b[2J\u202e\u2028\ud800é😀"))
                .isEqualTo("a\\n\\r\\t\\u001b[2J\\u202e\\u2028\\ud800é😀");
    }

    @Test
    void cuts_after_sixty_characters_and_not_inside_one() {
        assertThat(Echo.of("😀".repeat(60))).isEqualTo("😀".repeat(60));
        assertThat(Echo.of("😀".repeat(61))).isEqualTo("😀".repeat(60) + "…");
    }

    @Property
    void anything_becomes_a_short_line(@ForAll String text) {
        assertThat(Echo.of(text).codePoints())
                .noneMatch(Character::isISOControl)
                .hasSizeLessThanOrEqualTo(61 * 6);
    }
}
