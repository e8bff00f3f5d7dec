package io.goodput.balance;

import static io.goodput.balance.Fixture.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DecayingAverageTest {
    private static final double DECAY = 10 * SECOND;
    private static final Offset<Float> CLOSE = within(1e-3f);

    private final DecayingAverage average = new DecayingAverage();

    @Test
    void the_first_sample_is_the_average() {
        assertThat(average.last()).isNaN();
        assertThat(average.decayed(SECOND, DECAY)).isZero();

        average.add(5, SECOND, DECAY);

        assertThat(average.last()).isEqualTo(5);
    }

    @Test
    void after_one_time_constant_what_was_counts_for_1_over_e() {
        average.add(1, 0, DECAY);
        average.add(0, 10 * SECOND, DECAY);

        assertThat(average.last()).isCloseTo((float) Math.exp(-1), CLOSE);
    }

    @Test
    void many_samples_count_for_no_more_than_the_time_between_them() {
        average.add(1, 0, DECAY);
        for (int i = 1; i <= 1_000; i++) {
            average.add(0, i * SECOND / 100, DECAY);
        }

        assertThat(average.last()).isCloseTo((float) Math.exp(-1), CLOSE);
    }

    @Test
    void a_peak_counts_at_once_and_fades_slowly() {
        average.addPeak(1, 0, DECAY);
        average.addPeak(9, 0, DECAY);
        assertThat(average.last()).isEqualTo(9);

        average.addPeak(1, SECOND, DECAY);
        assertThat(average.last()).isCloseTo((float) (1 + 8 * Math.exp(-0.1)), CLOSE);
    }

    @Test
    void it_fades_without_samples() {
        average.add(1, 0, DECAY);

        assertThat(average.decayed(10 * SECOND, DECAY)).isCloseTo((float) Math.exp(-1), CLOSE);
        assertThat(average.last()).isEqualTo(1);
    }

    @Test
    void a_reading_a_little_older_than_the_last_changes_nothing() {
        average.add(1, 10 * SECOND, DECAY);
        average.add(0, 9 * SECOND, DECAY);

        assertThat(average.last()).isEqualTo(1);
        assertThat(average.decayed(9 * SECOND, DECAY)).isEqualTo(1);
    }

    @Test
    void an_idle_month_does_not_stop_it() {
        average.add(1, 0, DECAY);
        average.add(0, Duration.ofDays(30).toNanos(), DECAY);

        assertThat(average.last()).isZero();
    }
}
