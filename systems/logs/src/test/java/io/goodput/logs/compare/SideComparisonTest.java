package io.goodput.logs.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.goodput.logs.query.DiffQuestion;
import io.goodput.property.ForAll;
import io.goodput.property.Property;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SideComparisonTest {
    private static final double Z = new DiffQuestion(0.95).z();

    private static SideFigures side(double requests, double failures) {
        var unknown = new IntervalEstimate(Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        return new SideFigures(requests, requests, failures, 0, unknown, unknown);
    }

    private static DifferenceVerdict verdict(SideFigures before, SideFigures after) {
        return new SideComparison(Map.of("a", before), Map.of("a", after), Z)
                .verdict(ComparedMeasure.FAILURES, before, after);
    }

    /** Newcombe (1998), Interval estimation for the difference between independent proportions, table II, method 10. */
    @Test
    void shares_and_their_difference_have_the_intervals_of_the_books() {
        IntervalEstimate first = IntervalEstimate.ofShare(56.0 / 70, 70, Z);
        IntervalEstimate second = IntervalEstimate.ofShare(48.0 / 80, 80, Z);

        assertThat(second.to(first).value()).isEqualTo(0.2, within(1e-9));
        assertThat(second.to(first).low()).isEqualTo(0.0524, within(1e-4));
        assertThat(second.to(first).high()).isEqualTo(0.3339, within(1e-4));
    }

    @Test
    void more_failures_are_worse_and_fewer_are_better_if_they_are_many() {
        assertThat(verdict(side(1000, 10), side(1000, 40))).isEqualTo(DifferenceVerdict.WORSE);
        assertThat(verdict(side(1000, 40), side(1000, 10))).isEqualTo(DifferenceVerdict.BETTER);
        assertThat(verdict(side(1000, 10), side(1000, 14))).isEqualTo(DifferenceVerdict.NO_DIFFERENCE_SHOWN);
        assertThat(verdict(side(1000, 10), side(29, 29))).isEqualTo(DifferenceVerdict.TOO_FEW);
    }

    @Test
    void from_no_failures_at_all_to_some_is_a_difference() {
        assertThat(verdict(side(10_000, 0), side(10_000, 30))).isEqualTo(DifferenceVerdict.WORSE);
        assertThat(verdict(side(10_000, 0), side(10_000, 1))).isEqualTo(DifferenceVerdict.NO_DIFFERENCE_SHOWN);
    }

    @Test
    void an_operation_of_one_side_and_an_unknown_end_of_an_interval_show_no_difference() {
        var one = new SideComparison(Map.of("a", side(100, 1)), Map.of("b", side(100, 1)), Z);

        assertThat(one.table().rows()).hasSize(6).allSatisfy(row -> {
            assertThat(row.getLast()).isEqualTo("one side only");
            assertThat(row.get(4)).isNull();
        });
        var known = new IntervalEstimate(100, 90, 110);
        var openAbove = new IntervalEstimate(500, 400, Double.POSITIVE_INFINITY);
        var openBelow = new IntervalEstimate(500, Double.NEGATIVE_INFINITY, 600);
        assertThat(known.to(openAbove).differsFromNothing()).isTrue();
        assertThat(openAbove.to(known).differsFromNothing()).isTrue();
        assertThat(known.to(openBelow).differsFromNothing()).isFalse();
        assertThat(openBelow.to(known).differsFromNothing()).isFalse();
    }

    @Property(tries = 20)
    void of_the_same_service_on_both_sides_few_differences_are_shown(@ForAll long seed) {
        var random = new SplittableRandom(seed);
        int shown = 0;
        for (int i = 0; i < 200; i++) {
            shown += verdict(drawn(random), drawn(random)) == DifferenceVerdict.NO_DIFFERENCE_SHOWN ? 0 : 1;
        }

        // 5 % of 200 are 10; more than 25 has a probability below 1e-5.
        assertThat(shown).isLessThanOrEqualTo(25);
    }

    private static SideFigures drawn(SplittableRandom random) {
        int failures = 0;
        for (int i = 0; i < 500; i++) {
            failures += random.nextInt(20) == 0 ? 1 : 0;
        }
        return side(500, failures);
    }
}
