package io.goodput;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.property.ForAll;
import io.goodput.property.LongRange;
import io.goodput.property.Property;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private static final Ticker AT_FIVE = () -> 5;

    @Test
    void passes_at_the_very_instant() {
        var deadline = Deadline.after(Duration.ofNanos(10), AT_FIVE);

        assertThat(deadline.nanos()).isEqualTo(15);
        assertThat(deadline.hasPassed(14)).isFalse();
        assertThat(deadline.remaining(14)).isOne();
        assertThat(deadline.hasPassed(15)).isTrue();
        assertThat(deadline.remaining(15)).isZero();
        assertThat(deadline.remaining(99)).isZero();
    }

    @Test
    void none_never_passes() {
        assertThat(Deadline.NONE.hasPassed(1L << 62)).isFalse();
        assertThat(Deadline.NONE.remaining(1L << 62)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void a_time_too_long_to_be_counted_is_none() {
        assertThat(Deadline.after(Duration.ofNanos(Long.MAX_VALUE - 2), AT_FIVE))
                .isEqualTo(Deadline.NONE);
        assertThat(Deadline.after(Duration.ofSeconds(Long.MAX_VALUE), AT_FIVE)).isEqualTo(Deadline.NONE);
    }

    @Test
    void a_time_that_is_over_already_has_passed_and_is_not_taken_for_none() {
        for (Duration over : new Duration[] {
            Duration.ZERO, Duration.ofNanos(-1), Duration.ofNanos(-6), Duration.ofSeconds(Long.MIN_VALUE)
        }) {
            assertThat(Deadline.after(over, AT_FIVE).hasPassed(5))
                    .as("%s", over)
                    .isTrue();
        }
    }

    @Property
    void of_two_the_earlier_counts(@ForAll @LongRange(min = 0) long one, @ForAll @LongRange(min = 0) long other) {
        assertThat(new Deadline(one).earlier(new Deadline(other)).nanos()).isEqualTo(Math.min(one, other));
        assertThat(new Deadline(one).earlier(Deadline.NONE)).isEqualTo(new Deadline(one));
    }
}
