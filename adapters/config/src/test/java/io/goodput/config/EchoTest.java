package io.goodput.config;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EchoTest {

    @Test
    void escapesWhatATerminalWouldObey() {
        assertThat(Echo.of("a\n\r\t\u001b[2J\u202e\u2028\ud800é😀"))
                .isEqualTo("a\\n\\r\\t\\u001b[2J\\u202e\\u2028\\ud800é😀");
    }

    @Test
    void cutsAfterSixtyCharactersAndNotInsideOne() {
        assertThat(Echo.of("😀".repeat(60))).isEqualTo("😀".repeat(60));
        assertThat(Echo.of("😀".repeat(61))).isEqualTo("😀".repeat(60) + "…");
    }

    @Property
    void anythingBecomesAShortLine(@ForAll String text) {
        assertThat(Echo.of(text).codePoints())
                .noneMatch(Character::isISOControl)
                .hasSizeLessThanOrEqualTo(61 * 6);
    }
}
