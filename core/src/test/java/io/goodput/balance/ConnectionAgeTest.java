package io.goodput.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ConnectionAgeTest {
    @Test
    void connections_opened_together_are_closed_apart_and_none_too_late() {
        var random = new SplittableRandom(1);
        long[] ends = LongStream.generate(() -> ConnectionAge.STANDARD.expiresAt(1_000, random))
                .limit(10_000)
                .toArray();

        assertThat(LongStream.of(ends).min().orElseThrow())
                .isBetween(
                        Duration.ofMinutes(4).toNanos() + 1_000,
                        Duration.ofSeconds(241).toNanos());
        assertThat(LongStream.of(ends).max().orElseThrow())
                .isBetween(
                        Duration.ofSeconds(299).toNanos(), Duration.ofMinutes(5).toNanos() + 1_000);
        assertThat(LongStream.of(ends).average().orElseThrow())
                .isBetween(
                        Duration.ofSeconds(269).toNanos() + 0.0,
                        Duration.ofSeconds(271).toNanos() + 0.0);
    }

    @Test
    void without_jitter_it_is_the_same_for_all() {
        var age = new ConnectionAge(Duration.ofSeconds(1), 0);

        assertThat(age.expiresAt(5, new SplittableRandom(1))).isEqualTo(1_000_000_005);
    }

    @Test
    void what_is_out_of_bounds_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConnectionAge(Duration.ZERO, 0))
                .withMessage("most: 0s (expected: >= 1ms and <= 365d)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConnectionAge(Duration.ofSeconds(1), Double.NaN))
                .withMessage("jitter: NaN (expected: >= 0 and <= 1)");
    }
}
