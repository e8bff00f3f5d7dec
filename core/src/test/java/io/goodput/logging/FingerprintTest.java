package io.goodput.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.Allocations;
import io.goodput.property.AlphaChars;
import io.goodput.property.ForAll;
import io.goodput.property.IntRange;
import io.goodput.property.Property;
import io.goodput.property.StringLength;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
                    order 17 failed,                          order 18 failed
                    order #17 failed,                         order #1800 failed
                    took 1.5s,                                took 10ms
                    at 0xdeadBEEF,                            at 0x17
                    from 10.0.0.1:8080 again,                 from 192.168.1.20:80 again
                    of 550e8400-e29b-41d4-a716-446655440000,  of 650e8400-beef-cafe-dead-446655440000
                    at 2026-01-02T03:04:05.678Z: late,        at 2027-11-12T13:14:15Z: late
                    no 'ann' here,                            no 'the whole house' here
                    no "ann",                                 no "bob and ann"
                    user_17 left,                             user_18 left""")
    void templates_that_differ_in_numbers_and_names_are_one_kind(String one, String other) {
        assertThat(Fingerprint.of(one)).isEqualTo(Fingerprint.of(other));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
                    order 17 failed,   order 17 worked
                    order {} failed,   order {} worked
                    can't read,        can't write
                    don't a 'n',       don't b 'n'
                    one,               One
                    no 'end,           no 'start
                    a b,               ab
                    17-left,           17-gone""")
    void templates_that_differ_in_words_are_two(String one, String other) {
        assertThat(Fingerprint.of(one)).isNotEqualTo(Fingerprint.of(other));
    }

    @Property
    void words_of_letters_are_told_apart(
            @ForAll @AlphaChars @StringLength(min = 1, max = 40) String one,
            @ForAll @AlphaChars @StringLength(min = 1, max = 40) String other) {
        assertThat(Fingerprint.of(one + " failed") == Fingerprint.of(other + " failed"))
                .isEqualTo(one.equals(other));
    }

    @Property
    void any_text_has_a_number_and_only_its_beginning_counts(
            @ForAll @StringLength(max = 600) String text, @ForAll @IntRange(min = 0, max = 300) int more) {
        String beginning = text.substring(0, Math.min(text.length(), Fingerprint.MOST));
        String padded = beginning + "x".repeat(Fingerprint.MOST - beginning.length());

        assertThat(Fingerprint.of(padded + "y".repeat(more))).isEqualTo(Fingerprint.of(padded));
        assertThat(Fingerprint.of(text)).isEqualTo(Fingerprint.of(beginning));
    }

    @Property
    void what_is_known_of_a_template_is_its_fingerprint(
            @ForAll @StringLength(max = 300) String one, @ForAll @AlphaChars @StringLength(max = 300) String other) {
        var known = new KnownTemplates();
        for (int times = 0; times < 2; times++) {
            assertThat(known.print(one)).isEqualTo(Fingerprint.of(one));
            assertThat(known.print(other)).isEqualTo(Fingerprint.of(other));
        }
    }

    /** Texts of two letters have few hashes, so that places are fought for. */
    @Test
    void templates_at_one_place_are_not_taken_for_each_other() {
        var known = new KnownTemplates();
        for (int times = 0; times < 2; times++) {
            for (String template : List.of("Aa", "BB", "AaAa", "BBBB", "AaBB")) {
                assertThat(known.print(template)).isEqualTo(Fingerprint.of(template));
            }
        }
    }

    @Test
    void makes_nothing() throws Exception {
        String text = "order 17 of 'ann' failed at 550e8400-e29b-41d4-a716-446655440000: can't";
        Allocations.Work print = () -> Fingerprint.of(text);
        print.run();
        assertThat(Allocations.of(print)).isZero();
    }
}
