package io.goodput;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.property.ForAll;
import io.goodput.property.Property;
import io.goodput.property.StringLength;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceStateTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "rojo=00f067aa0ba902b7",
                "rojo=00f067aa0ba902b7,congo=t61rcWkgMzE",
                "tenant@system=value",
                "0a_-*/@=  a is no end",
            })
    void what_is_well_formed_stays_as_it_is(String text) {
        assertThat(TraceState.wellFormed(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"' a=1 ,\tb=2'|a=1,b=2", "'a=1,,b=2,'|a=1,b=2", "'a= 1'|'a= 1'"})
    void white_space_around_members_and_empty_ones_go(String text, String kept) {
        assertThat(TraceState.wellFormed(text)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "=1", "a=", "A=1", "_a=1", "a=1=2", "a b=1", "a=é", "a=1\r\nb: 2", "a=1,a=2"})
    void one_bad_member_takes_all_with_it(String text) {
        assertThat(TraceState.wellFormed(text)).isNull();
        assertThat(TraceState.wellFormed("good=1," + text + ",better=2")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", "\t, ,"})
    void what_has_no_members_is_none(String text) {
        assertThat(TraceState.wellFormed(text)).isNull();
    }

    @Test
    void keys_and_values_have_at_most_256_characters() {
        assertThat(TraceState.wellFormed("k".repeat(256) + "=1")).isNotNull();
        assertThat(TraceState.wellFormed("k".repeat(257) + "=1")).isNull();
        assertThat(TraceState.wellFormed("k=" + "v".repeat(256))).isNotNull();
        assertThat(TraceState.wellFormed("k=" + "v".repeat(257))).isNull();
    }

    @Test
    void more_than_32_members_are_none() {
        assertThat(TraceState.wellFormed(members(32, 1))).isEqualTo(members(32, 1));
        assertThat(TraceState.wellFormed(members(33, 1))).isNull();
    }

    @Test
    void where_there_is_too_much_long_members_go_first_and_then_the_oldest() {
        String room = members(4, 100);
        String longOne = "long=" + "v".repeat(124);

        assertThat(room).hasSize(4 * 104 + 3);
        assertThat(TraceState.wellFormed(longOne + "," + room)).isEqualTo(room);
        assertThat(TraceState.wellFormed(members(5, 100))).isEqualTo(room);
        assertThat(TraceState.wellFormed("k".repeat(256) + "=" + "v".repeat(256)))
                .isNull();
    }

    @Property
    void what_is_kept_is_kept_for_good_and_bounded(@ForAll @StringLength(max = 700) String text) {
        String kept = TraceState.wellFormed(text);

        assertThat(TraceState.wellFormed(kept)).isEqualTo(kept);
        assertThat(kept == null ? 0 : kept.length()).isLessThanOrEqualTo(TraceState.MOST_CHARACTERS);
    }

    /** So many, each of a key of three characters. */
    private static String members(int count, int value) {
        return IntStream.range(0, count)
                .mapToObj(i -> "k%02d=%s".formatted(i, "v".repeat(value)))
                .collect(Collectors.joining(","));
    }
}
