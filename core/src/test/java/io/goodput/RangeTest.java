package io.goodput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RangeTest {
    private static final Range<Duration> OPEN = new Range<>(Duration.ofMillis(1), Duration.ofDays(1));

    @Test
    void both_ends_are_included() {
        assertThat(OPEN.check("open", Duration.ofMillis(1))).isEqualTo(Duration.ofMillis(1));
        assertThat(OPEN.check("open", Duration.ofDays(1))).isEqualTo(Duration.ofDays(1));
        assertThat(OPEN.has(Duration.ofMillis(1).minusNanos(1))).isFalse();
        assertThat(OPEN.has(Duration.ofDays(1).plusNanos(1))).isFalse();
    }

    @Test
    void what_lies_outside_is_refused_in_the_words_of_the_user() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OPEN.check("open", Duration.ofDays(2)))
                .withMessage("open: 2d (expected: >= 1ms and <= 1d)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Range<>(1, 1_000).check("keys", 0))
                .withMessage("keys: 0 (expected: >= 1 and <= 1000)");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -Double.MIN_VALUE, 1.0000001, Double.POSITIVE_INFINITY})
    void a_share_is_a_number_from_none_to_all(double share) {
        assertThat(Range.SHARE.has(share)).isFalse();
    }

    @Test
    void zero_has_no_sign() {
        assertThat(Range.SHARE.has(-0.0)).isTrue();
    }

    @Test
    void one_end_may_be_moved() {
        assertThat(OPEN.from(Duration.ofSeconds(1))).hasToString(">= 1s and <= 1d");
        assertThat(OPEN.to(Duration.ofSeconds(1))).hasToString(">= 1ms and <= 1s");
    }

    @Test
    void ends_in_the_wrong_order_are_no_range() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Range<>(2.0, 1.0))
                .withMessage("most: 1 (expected: >= 2)");
    }
}
