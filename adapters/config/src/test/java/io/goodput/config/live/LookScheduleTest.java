package io.goodput.config.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When a file is looked at, and when what is there is taken. Times are milliseconds. */
class LookScheduleTest {
    private static final long MS = 1_000_000;

    private final LookSchedule schedule = new LookSchedule(Duration.ofSeconds(5), Duration.ofMillis(100), "v1", 0);

    private boolean looked(String fingerprint, long at) {
        return schedule.looked(fingerprint, at * MS);
    }

    private long lookAt() {
        return schedule.lookAt() / MS;
    }

    @Test
    void without_events_it_looks_once_in_a_while() {
        assertThat(lookAt()).isEqualTo(5_000);
        assertThat(looked("v1", 5_001)).isFalse();
        assertThat(lookAt()).isEqualTo(10_001);
    }

    @Test
    void what_is_new_is_taken_once_it_has_stayed_the_same() {
        assertThat(looked("v2", 5_000)).isFalse();
        assertThat(lookAt()).isEqualTo(5_100);
        assertThat(looked("v2", 5_099)).as("too soon").isFalse();
        assertThat(lookAt()).isEqualTo(5_100);
        assertThat(looked("v2", 5_100)).isTrue();
        assertThat(lookAt()).isEqualTo(10_100);
        assertThat(looked("v2", 10_100)).as("once").isFalse();
    }

    @Test
    void a_file_that_is_being_written_is_waited_for() {
        assertThat(looked("v2, the first half", 5_000)).isFalse();
        assertThat(looked("v2", 5_100)).isFalse();
        assertThat(looked("v2", 5_200)).isTrue();
    }

    @Test
    void a_file_that_was_put_back_meanwhile_is_not_taken() {
        assertThat(looked("v2", 5_000)).isFalse();
        assertThat(looked("v1", 5_100)).isFalse();
        assertThat(lookAt()).isEqualTo(10_100);
        assertThat(looked("v2", 10_100)).as("seen anew").isFalse();
    }

    @Test
    void an_event_makes_it_look_soon_and_many_make_it_look_once() {
        schedule.happened(1_000 * MS);
        assertThat(lookAt()).isEqualTo(1_100);
        schedule.happened(1_050 * MS);
        assertThat(lookAt()).isEqualTo(1_150);
    }

    @Test
    void events_without_end_do_not_put_it_off_for_good() {
        for (long at = 1_000; at < 3_000; at += 50) {
            schedule.happened(at * MS);
            assertThat(lookAt()).isLessThanOrEqualTo(2_000);
        }
        assertThat(looked("v2", 2_000)).isFalse();
        schedule.happened(2_010 * MS);
        assertThat(lookAt()).as("a new row of events").isEqualTo(2_110);
        assertThat(looked("v2", 2_110)).isTrue();
    }

    @Test
    void a_file_that_is_gone_and_one_that_comes_back_are_new_too() {
        assertThat(looked("gone", 5_000)).isFalse();
        assertThat(looked("gone", 5_100)).isTrue();
        assertThat(looked("v1", 10_100)).isFalse();
        assertThat(looked("v1", 10_200)).isTrue();
    }

    @Test
    void what_was_taken_at_once_is_not_taken_again() {
        schedule.happened(1_000 * MS);
        schedule.takes("v2", 1_010 * MS);
        assertThat(lookAt()).isEqualTo(6_010);
        assertThat(looked("v2", 6_010)).isFalse();
    }

    @Test
    void times_have_bounds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LookSchedule(Duration.ZERO, Duration.ofMillis(100), "", 0))
                .withMessage("poll: 0s (expected: >= 10ms and <= 1d)");
    }
}
