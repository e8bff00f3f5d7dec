package io.goodput.lab.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.lab.claim.Relation.Order;
import io.goodput.lab.result.ClaimResult.Verdict;
import io.goodput.lab.result.Timeline;
import io.goodput.lab.result.VariantResult;
import io.goodput.sim.Estimate;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A claim is as true as the figures, and no figure makes it false. */
class ClaimTest {
    private static final Estimate GOODPUT = new Estimate(40, 39, 41);
    private static final VariantResult VARIANT = variant("p", GOODPUT, Estimate.NONE);

    private static VariantResult variant(String name, Estimate goodput, Estimate recovery) {
        var none = new Timeline.Band(new double[0], new double[0], new double[0]);
        var other = new Estimate(1, 1, 1);
        return new VariantResult(
                name,
                goodput,
                other,
                other,
                other,
                other,
                new VariantResult.Recovery(recovery, 0.5),
                new VariantResult.Latency(other, other, other),
                new Timeline(
                        1, none, none, none, none, new Timeline.Latency(1, new double[0], new double[0]), List.of()),
                List.of(),
                new LinkedHashMap<>());
    }

    private static Claim claim(Metric metric, Relation relation, double number) {
        return new Claim(
                "text",
                new Term.Figure(1, Measure.of(metric), "p"),
                relation,
                new Term.Constant(number, metric.dimension()));
    }

    private static Verdict judged(Relation relation, double number) {
        return claim(Metric.GOODPUT, relation, number).judge(List.of(VARIANT)).verdict();
    }

    @Test
    void every_order_knows_its_edge() {
        assertThat(judged(Order.LESS, 40)).isEqualTo(Verdict.FAILS);
        assertThat(judged(Order.AT_MOST, 40)).isEqualTo(Verdict.HOLDS);
        assertThat(judged(Order.MORE, 40)).isEqualTo(Verdict.FAILS);
        assertThat(judged(Order.AT_LEAST, 40)).isEqualTo(Verdict.HOLDS);
        assertThat(judged(Order.EQUAL, 40)).isEqualTo(Verdict.HOLDS);
        assertThat(judged(Order.LESS, 40.1)).isEqualTo(Verdict.HOLDS);
        assertThat(judged(Order.AT_MOST, 39.9)).isEqualTo(Verdict.FAILS);
        assertThat(judged(Order.MORE, 39.9)).isEqualTo(Verdict.HOLDS);
        assertThat(judged(Order.AT_LEAST, 40.1)).isEqualTo(Verdict.FAILS);
        assertThat(judged(Order.EQUAL, 40.000001)).isEqualTo(Verdict.FAILS);
    }

    @Test
    void a_tolerance_is_a_share_of_the_right_side_or_a_distance() {
        assertThat(judged(new Relation.WithinShare(0.2), 50)).isEqualTo(Verdict.HOLDS);
        assertThat(judged(new Relation.WithinShare(0.25), 32)).isEqualTo(Verdict.HOLDS);
        assertThat(judged(new Relation.WithinShare(0.19), 50)).isEqualTo(Verdict.FAILS);
        assertThat(judged(new Relation.Within(10), 50)).isEqualTo(Verdict.HOLDS);
        assertThat(judged(new Relation.Within(9.9), 50)).isEqualTo(Verdict.FAILS);
    }

    @Test
    void equal_shares_are_equal_however_they_were_divided() {
        assertThat(Order.EQUAL.holds(0.1 + 0.2, 0.3)).isTrue();
        assertThat(Order.EQUAL.holds(0, 0)).isTrue();
        assertThat(Order.EQUAL.holds(0, 1e-300)).isFalse();
    }

    @Test
    void two_variants_are_compared_with_a_factor() {
        var half = variant("half", new Estimate(20, 19, 21), Estimate.NONE);
        var claim = new Claim(
                "text",
                new Term.Figure(2, Measure.of(Metric.GOODPUT), "half"),
                Order.EQUAL,
                new Term.Figure(1, Measure.of(Metric.GOODPUT), "p"));

        var judged = claim.judge(List.of(VARIANT, half));
        assertThat(judged.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(judged.value()).isEqualTo(new Estimate(40, 38, 42));
    }

    @Test
    void a_figure_that_was_never_measured_fails_whatever_is_claimed_of_it() {
        for (Relation relation : List.of(Order.LESS, Order.MORE, Order.EQUAL, new Relation.Within(1e9))) {
            var judged = claim(Metric.RECOVERY, relation, 10).judge(List.of(VARIANT));
            assertThat(judged.verdict()).isEqualTo(Verdict.FAILS);
            assertThat(judged.why()).isEqualTo("recovery(p) was never measured: no run had one");
        }
    }

    @Test
    void one_seed_leaves_the_claim_open_but_shows_its_figure() {
        var open = claim(Metric.GOODPUT, Order.LESS, 1).leaveOpen(List.of(VARIANT));
        assertThat(open.verdict()).isEqualTo(Verdict.NOT_JUDGED);
        assertThat(open.value()).isEqualTo(GOODPUT);
    }

    @Test
    void apart_from_its_own_kind_nothing_is_compared() {
        assertThatThrownBy(() -> new Claim(
                        "x".repeat(1000),
                        new Term.Figure(1, Measure.of(Metric.P99), "p"),
                        Order.LESS,
                        new Term.Constant(1, Dimension.RATE)))
                .hasMessage("x".repeat(60)
                        + "…: the sides cannot be compared (expected: on the right, a duration such as 2s)");
    }
}
