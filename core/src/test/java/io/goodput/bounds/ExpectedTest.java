package io.goodput.bounds;

import static java.util.concurrent.TimeUnit.DAYS;
import static java.util.concurrent.TimeUnit.HOURS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ExpectedTest {
    @Test
    void what_is_good_is_given_back() {
        assertThat(Expected.within("n", 3, 1, 3)).isEqualTo(3);
        assertThat(Expected.atLeast("n", 1, 1)).isEqualTo(1);
        assertThat(Expected.atLeast("n", 1L, 1L)).isEqualTo(1L);
        assertThat(Expected.notNegative("t", Duration.ZERO)).isZero();
        assertThat(Expected.positive("t", Duration.ofNanos(1))).isEqualTo(Duration.ofNanos(1));
        assertThat(Expected.someOf("on", List.of(SECONDS), List.of(SECONDS, DAYS)))
                .containsExactly(SECONDS);
    }

    @Test
    void what_is_not_is_refused_by_its_name() {
        refused(() -> Expected.within("n", 4, 1, 3), "n: 4 (expected: >= 1 and <= 3)");
        refused(() -> Expected.within("n", 0, 1, 3), "n: 0 (expected: >= 1 and <= 3)");
        refused(() -> Expected.atLeast("n", 0, 1), "n: 0 (expected: >= 1)");
        refused(() -> Expected.atLeast("n", -1L, 0L), "n: -1 (expected: >= 0)");
        refused(() -> Expected.notNegative("t", Duration.ofMillis(-1)), "t: -1ms (expected: >= 0s)");
        refused(() -> Expected.positive("t", Duration.ZERO), "t: 0s (expected: > 0s)");
        refused(
                () -> Expected.someOf("on", List.of(), List.of(SECONDS, DAYS)),
                "on: [] (expected: some of SECONDS, DAYS)");
        refused(
                () -> Expected.someOf("on", List.of(HOURS, DAYS), List.of(SECONDS, DAYS)),
                "on: [HOURS] (expected: some of SECONDS, DAYS)");
    }

    private static void refused(ThrowingCallable check, String message) {
        assertThatIllegalArgumentException().isThrownBy(check).withMessage(message);
    }
}
