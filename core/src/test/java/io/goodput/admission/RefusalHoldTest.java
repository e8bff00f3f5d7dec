package io.goodput.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.goodput.Allocations;
import io.goodput.Deadline;
import io.goodput.Outcome;
import io.goodput.admission.RefusalHold.Settings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RefusalHoldTest {
    private static final long MILLI = 1_000_000;

    private final RefusalHold hold = new RefusalHold(new Settings(Duration.ofMillis(100), 2));

    @Test
    void before_a_success_is_known_refusals_are_told_at_once() {
        assertThat(until(0, 5)).isEqualTo(5);
        hold.answered(Outcome.TRANSIENT_FAILURE, 50);
        assertThat(until(0, 5)).isEqualTo(5);
        assertThat(hold.held()).isZero();
    }

    @Test
    void the_caller_has_been_there_for_as_long_as_one_that_is_served() {
        hold.answered(Outcome.SUCCESS, 20 * MILLI);

        assertThat(until(100 * MILLI, 100 * MILLI)).isEqualTo(120 * MILLI);
        assertThat(until(100 * MILLI, 115 * MILLI))
                .as("it has waited in the queue")
                .isEqualTo(120 * MILLI);
        assertThat(hold.held()).isEqualTo(2);
        hold.released();
        assertThat(until(100 * MILLI, 120 * MILLI)).as("long enough").isEqualTo(120 * MILLI);
        assertThat(hold.held()).isOne();
    }

    @Test
    void it_goes_by_the_median_and_not_by_what_fails_or_takes_long() {
        for (int i = 0; i < 1_000; i++) {
            hold.answered(Outcome.SUCCESS, i % 5 == 0 ? 80 * MILLI : 20 * MILLI);
            hold.answered(Outcome.TIMEOUT, 90 * MILLI);
        }

        assertThat(until(0, 0)).isBetween(15 * MILLI, 25 * MILLI);
    }

    @Test
    void no_refusal_outlasts_the_bound_or_its_deadline() {
        hold.answered(Outcome.SUCCESS, 5_000 * MILLI);

        assertThat(until(0, 1)).isEqualTo(100 * MILLI);
        assertThat(hold.until(Priority.CRITICAL, 0, new Deadline(7), 1)).isEqualTo(7);
        hold.released();
        assertThat(hold.until(Priority.CRITICAL, 0, new Deadline(7), 8)).isEqualTo(8);
        assertThat(hold.held()).isOne();
    }

    @Test
    void only_so_many_are_held_and_no_ping() {
        hold.answered(Outcome.SUCCESS, 20 * MILLI);

        assertThat(hold.until(Priority.PING, 0, Deadline.NONE, 0)).isZero();
        assertThat(until(0, 0)).isEqualTo(20 * MILLI);
        assertThat(until(0, 0)).isEqualTo(20 * MILLI);
        assertThat(until(0, 0)).as("there is no place left").isZero();
        hold.released();
        assertThat(until(0, 0)).isEqualTo(20 * MILLI);
        hold.change(Settings.OFF);
        hold.released();
        assertThat(until(0, 0)).isZero();
    }

    @Test
    void to_hold_one_allocates_nothing() throws Exception {
        hold.answered(Outcome.SUCCESS, 20 * MILLI);
        int refusals = 100_000;
        refuse(refusals);

        long bytes = Allocations.of(() -> refuse(refusals));

        assertThat(bytes).as("bytes for %s refusals", refusals).isLessThan(refusals);
    }

    private void refuse(int times) {
        for (int i = 0; i < times; i++) {
            until(i, i);
            hold.released();
        }
    }

    @Test
    void settings_are_bounded() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settings(Duration.ofMinutes(2), 1))
                .withMessage("most: 2m (expected: >= 0s and <= 1m)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settings(Duration.ZERO, -1))
                .withMessage("atATime: -1 (expected: >= 0 and <= 1000000)");
    }

    private long until(long cameAt, long now) {
        return hold.until(Priority.CRITICAL, cameAt, Deadline.NONE, now);
    }
}
