package io.goodput.logs.timeline;

import static io.goodput.logs.timeline.Traced.attempt;
import static io.goodput.logs.timeline.Traced.call;
import static io.goodput.logs.timeline.Traced.calls;
import static io.goodput.logs.timeline.Traced.work;
import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.logs.record.WorkRecord;
import io.goodput.property.ForAll;
import io.goodput.property.LongRange;
import io.goodput.property.Property;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ClockSkewTest {
    private static WorkRecord asking(String outcome) {
        return work("a", "0a", "", 0, 20, calls(call("b", 1, 10, attempt("a1", 1, 10, outcome))));
    }

    @Test
    void a_clock_that_can_be_right_is_left_alone_and_its_bounds_are_told() {
        var timeline = Traced.of(asking("SUCCESS"), work("b", "0b", "a1", 5, 4, ""));

        assertThat(timeline.clocks()).containsExactly(new ClockSkew("b/1", "a/1", -2_000L, 4_000L, true, 0, 0));
        assertThat(Traced.unit(timeline, "b").begin()).isEqualTo(5_000);
    }

    @Test
    void a_clock_that_cannot_be_right_is_corrected_to_the_middle_of_what_can_be() {
        var timeline = Traced.of(asking("SUCCESS"), work("b", "0b", "a1", 103, 6, ""));

        assertThat(timeline.clocks())
                .containsExactly(new ClockSkew("b/1", "a/1", 98_000L, 102_000L, true, 100_000, 100_000));
        assertThat(Traced.unit(timeline, "b").begin()).isEqualTo(3_000);
        assertThat(timeline.micros()).isEqualTo(20_000);
    }

    @Test
    void what_was_given_up_may_end_later_and_says_nothing_of_the_clock() {
        var timeline = Traced.of(asking("TIMEOUT"), work("b", "0b", "a1", 2, 500, ""));

        assertThat(timeline.clocks()).containsExactly(new ClockSkew("b/1", "a/1", null, 1_000L, true, 0, 0));
    }

    @Test
    void what_goes_on_after_its_answer_is_not_moved_for_it() {
        var timeline = Traced.of(asking("SUCCESS"), work("b", "0b", "a1", 2, 500, ""));

        assertThat(timeline.clocks()).containsExactly(new ClockSkew("b/1", "a/1", null, 1_000L, false, 0, 0));
        assertThat(Traced.unit(timeline, "b").begin()).isEqualTo(2_000);
    }

    @Test
    void nothing_begins_before_it_was_asked_for() {
        var timeline = Traced.of(asking("TIMEOUT"), work("b", "0b", "a1", -30, 500, ""));

        assertThat(timeline.clocks())
                .containsExactly(new ClockSkew("b/1", "a/1", null, -31_000L, true, -31_000, -31_000));
        assertThat(Traced.unit(timeline, "b").begin()).isEqualTo(1_000);
    }

    @Test
    void clocks_are_followed_from_hop_to_hop() {
        var timeline = Traced.of(
                asking("SUCCESS"),
                work("b", "0b", "a1", 103, 6, calls(call("c", 1, 4, attempt("b1", 1, 4, "SUCCESS")))),
                work("c", "0c", "b1", 55, 2, ""));

        assertThat(Traced.unit(timeline, "c").begin()).isEqualTo(5_000);
        assertThat(timeline.clocks()).last().satisfies(clock -> {
            assertThat(clock.against()).isEqualTo("b/1");
            assertThat(clock.ahead()).isEqualTo(-50_000);
            assertThat(clock.correction()).isEqualTo(50_000);
        });
    }

    /** Whatever the difference is, the bounds hold it, and afterwards everything lies inside of what asked for it. */
    @Property
    void the_true_difference_lies_within_the_bounds(
            @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long ahead,
            @ForAll @LongRange(min = 0, max = 3_000) long there,
            @ForAll @LongRange(min = 0, max = 3_000) long back) {
        double at = 1 + (there + ahead) / 1e3;
        var timeline = Traced.of(asking("SUCCESS"), work("b", "0b", "a1", at, 10 - (there + back) / 1e3, ""));

        ClockSkew clock = timeline.clocks().getFirst();
        assertThat(clock.least()).isLessThanOrEqualTo(ahead);
        assertThat(clock.most()).isGreaterThanOrEqualTo(ahead);
        assertThat(clock.ahead())
                .isBetween(
                        Math.min(0, Objects.requireNonNull(clock.least())),
                        Math.max(0, Objects.requireNonNull(clock.most())));
        assertThat(Traced.unit(timeline, "b").begin()).isBetween(1_000L, 11_000L);
        assertThat(Traced.unit(timeline, "b").end()).isBetween(1_000L, 11_000L);
    }
}
