package io.goodput.outlier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.goodput.bounds.Shown;
import io.goodput.outlier.PeerComparison.Figures;
import io.goodput.outlier.PeerComparison.Verdict;
import io.goodput.property.DoubleRange;
import io.goodput.property.ForAll;
import io.goodput.property.IntRange;
import io.goodput.property.Property;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeerComparisonTest {
    private static final PeerComparison NO_GAP = new PeerComparison(1.9, 0, 2);

    @Test
    void four_hosts_at_99_99_percent_do_not_make_an_outlier_of_one_at_99_95() {
        Figures all = Figures.of(0.9999, 0.9999, 0.9999, 0.9999, 0.9995);

        assertThat(new PeerComparison(1.9, 0, 5).low(0.9995, all))
                .as("without a gap it is one")
                .isEqualTo(Verdict.OUTLIER);
        assertThat(PeerComparison.SUCCESS_RATE.low(0.9995, all)).isEqualTo(Verdict.ORDINARY);
    }

    @Test
    void one_host_at_half_among_four_good_ones_is_an_outlier() {
        Figures all = Figures.of(0.99, 0.99, 0.99, 0.99, 0.5);

        assertThat(PeerComparison.SUCCESS_RATE.low(0.5, all)).isEqualTo(Verdict.OUTLIER);
        assertThat(PeerComparison.SUCCESS_RATE.low(0.99, all)).isEqualTo(Verdict.ORDINARY);
    }

    @Property(tries = 200)
    void m_equally_bad_of_n_lie_the_root_of_n_minus_m_over_m_deviations_away(
            @ForAll @IntRange(min = 2, max = 60) int n, @ForAll @DoubleRange(min = 0, max = 0.9) double bad) {
        for (int m = 1; m < n; m++) {
            Figures all = Figures.of(fleet(n, m, bad));

            assertThat((all.mean() - bad) / all.deviation()).isCloseTo(Math.sqrt((double) (n - m) / m), within(1e-6));
        }
    }

    @Test
    void nobody_is_an_outlier_by_1_9_deviations_among_four_or_fewer() {
        for (int n = 2; n <= 4; n++) {
            assertThat(NO_GAP.low(0, Figures.of(fleet(n, 1, 0)))).isEqualTo(Verdict.ORDINARY);
        }
        assertThat(NO_GAP.low(0, Figures.of(fleet(5, 1, 0)))).isEqualTo(Verdict.OUTLIER);
    }

    @Test
    void nobody_is_an_outlier_by_1_9_deviations_once_more_than_21_7_percent_are_bad() {
        assertThat(NO_GAP.low(0, Figures.of(fleet(1_000, 216, 0)))).isEqualTo(Verdict.OUTLIER);
        assertThat(NO_GAP.low(0, Figures.of(fleet(1_000, 217, 0)))).isEqualTo(Verdict.ORDINARY);
    }

    @Test
    void a_fleet_that_fails_together_has_no_outliers() {
        double[] all = fleet(10, 10, 0.1);

        assertThat(PeerComparison.SUCCESS_RATE.low(0.1, Figures.of(all))).isEqualTo(Verdict.ORDINARY);
        assertThat(new PeerComparison(0, 0, 2).low(0.1, Figures.of(all))).isEqualTo(Verdict.ORDINARY);
    }

    @Test
    void too_few_peers_are_told_apart_from_ordinary_ones() {
        assertThat(PeerComparison.SUCCESS_RATE.low(0, Figures.of(1, 1, 1, 0))).isEqualTo(Verdict.TOO_FEW);
        assertThat(PeerComparison.SUCCESS_RATE.low(0, Figures.of())).isEqualTo(Verdict.TOO_FEW);
    }

    @Test
    void a_latency_is_an_outlier_on_the_high_side_only() {
        PeerComparison millis = new PeerComparison(1.9, 20, 5);

        assertThat(millis.high(100, Figures.of(10, 11, 9, 10, 10, 100))).isEqualTo(Verdict.OUTLIER);
        assertThat(millis.high(1, Figures.of(50, 51, 49, 50, 50, 1))).isEqualTo(Verdict.ORDINARY);
    }

    @Test
    void the_deviation_is_that_of_the_population() {
        assertThat(Figures.of(2, 4, 4, 4, 5, 5, 7, 9)).isEqualTo(new Figures(8, 5, 2));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void a_figure_that_is_none_is_refused(double figure) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Figures.of(1, figure))
                .withMessage("figure: " + Shown.of(figure) + " (expected: finite)");
    }

    @ParameterizedTest
    @CsvSource({
        "NaN, 0, 5, deviations: NaN (expected: >= 0 and <= 100)",
        "-1, 0, 5, deviations: -1 (expected: >= 0 and <= 100)",
        "1.9, -0.1, 5, gap: -0.1 (expected: >= 0 and <= 1.0E18)",
        "1.9, 0, 1, peers: 1 (expected: >= 2 and <= 10000)",
    })
    void what_is_out_of_bounds_is_refused(double deviations, double gap, int peers, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PeerComparison(deviations, gap, peers))
                .withMessage(message);
    }

    /** The first m of n at a bad rate, the others at 1. */
    private static double[] fleet(int n, int m, double bad) {
        double[] figures = new double[n];
        Arrays.fill(figures, 1);
        Arrays.fill(figures, 0, m, bad);
        return figures;
    }
}
