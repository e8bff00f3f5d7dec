package io.goodput.load.fit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.goodput.property.DoubleRange;
import io.goodput.property.ForAll;
import io.goodput.property.Property;
import io.goodput.sim.Streams;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class FitsTest {
    private static final double[] LOADS = {0.5, 1, 2, 4, 8, 16, 32, 64};

    /** Points on a law of the throughput, each off by normal noise of that relative size. */
    private static Points points(DoubleUnaryOperator throughput, double noise) {
        var random = new Streams(7).stream("noise");
        double[] x = Arrays.stream(LOADS)
                .map(n -> throughput.applyAsDouble(n) * (1 + noise * random.nextGaussian()))
                .toArray();
        double[] latency = new double[x.length];
        Arrays.setAll(latency, i -> LOADS[i] / x[i]);
        return new Points(LOADS, x, latency);
    }

    private static DoubleUnaryOperator usl(double lambda, double sigma, double kappa) {
        return n -> lambda * n / (1 + sigma * (n - 1) + kappa * n * (n - 1));
    }

    @Property(tries = 300)
    void scalability_is_recovered_exactly_without_noise(
            @ForAll @DoubleRange(min = 0.01, max = 10_000) double lambda,
            @ForAll @DoubleRange(min = 0, max = 0.5) double sigma,
            @ForAll @DoubleRange(min = 0, max = 0.05) double kappa) {
        UslFit fit = requireNonNull(UslFit.of(points(usl(lambda, sigma, kappa), 0)));
        assertThat(fit.lambda()).isCloseTo(lambda, within(1e-5 * lambda));
        assertThat(fit.sigma()).isCloseTo(sigma, within(1e-5));
        assertThat(fit.kappa()).isCloseTo(kappa, within(1e-6));
        assertThat(fit.goodness().r2()).isCloseTo(1, within(1e-9));
    }

    @Test
    void scalability_is_near_with_two_percent_of_noise() {
        UslFit fit = requireNonNull(UslFit.of(points(usl(100, 0.05, 0.001), 0.02)));
        assertThat(fit.lambda()).isCloseTo(100, within(10.0));
        assertThat(fit.sigma()).isCloseTo(0.05, within(0.02));
        assertThat(fit.kappa()).isCloseTo(0.001, within(0.0003));
        assertThat(fit.goodness().isGood()).isTrue();
        assertThat(fit.peak()).isCloseTo(Math.sqrt(0.95 / 0.001), within(5.0));
    }

    @Test
    void what_grows_faster_than_its_load_has_neither_contention_nor_coherence() {
        UslFit fit = requireNonNull(UslFit.of(points(n -> 10 * n * (1 + 0.01 * n), 0)));
        assertThat(fit.sigma()).isZero();
        assertThat(fit.kappa()).isZero();
        assertThat(fit.peak()).isInfinite();
    }

    @Test
    void two_points_determine_no_scalability() {
        assertThat(UslFit.of(new Points(new double[] {1, 2}, new double[] {10, 18}, new double[] {0.1, 0.11})))
                .isNull();
    }

    @Property(tries = 200)
    void a_line_is_recovered_exactly_without_noise(
            @ForAll @DoubleRange(min = 0.01, max = 10) double base,
            @ForAll @DoubleRange(min = 0, max = 1) double slope) {
        LinearFit fit = requireNonNull(LinearFit.of(points(n -> n / (base + slope * n), 0)));
        assertThat(fit.base()).isCloseTo(base, within(1e-9 * (1 + slope)));
        assertThat(fit.slope()).isCloseTo(slope, within(1e-9));
        assertThat(fit.goodness().isGood()).isTrue();
    }

    @Test
    void a_line_is_near_with_two_percent_of_noise() {
        LinearFit fit = requireNonNull(LinearFit.of(points(n -> n / (0.02 + 0.003 * n), 0.02)));
        assertThat(fit.base()).isCloseTo(0.02, within(0.004));
        assertThat(fit.slope()).isCloseTo(0.003, within(0.0003));
    }

    @Test
    void latency_that_falls_with_the_load_counts_as_constant() {
        LinearFit fit = requireNonNull(LinearFit.of(points(n -> n / (0.2 - 0.001 * n), 0)));
        assertThat(fit.slope()).isZero();
        assertThat(fit.base()).isBetween(0.136, 0.2);
    }

    @Test
    void slots_are_capacity_times_latency() {
        SlotsFit fit = requireNonNull(SlotsFit.of(points(n -> Math.min(n / 0.05, 400), 0), 0.05));
        assertThat(fit.slots()).isEqualTo(20);
        assertThat(fit.goodness().r2()).isCloseTo(1, within(1e-12));
    }

    @Test
    void a_law_that_is_not_there_is_a_bad_fit() {
        var jagged =
                new Points(LOADS, new double[] {50, 10, 90, 20, 80, 15, 95, 10}, new double[] {1, 9, 1, 9, 1, 9, 1, 9});

        assertThat(requireNonNull(UslFit.of(jagged)).goodness().isGood()).isFalse();
        assertThat(requireNonNull(LinearFit.of(jagged)).goodness().isGood()).isFalse();
    }

    @Test
    void goodness_tells_explained_variance_and_the_worst_point() {
        Goodness goodness = Goodness.of(new double[] {1, 2, 3}, new double[] {1, 2, 2});

        assertThat(goodness.r2()).isCloseTo(0.5, within(1e-12));
        assertThat(goodness.largestResidual()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(goodness.isGood()).isFalse();
    }
}
