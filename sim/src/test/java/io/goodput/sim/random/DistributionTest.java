package io.goodput.sim.random;

import static io.goodput.sim.random.Distribution.bimodal;
import static io.goodput.sim.random.Distribution.constant;
import static io.goodput.sim.random.Distribution.exponential;
import static io.goodput.sim.random.Distribution.logNormal;
import static io.goodput.sim.random.Distribution.logNormalThrough;
import static io.goodput.sim.random.Distribution.normal;
import static io.goodput.sim.random.Distribution.resampled;
import static io.goodput.sim.random.Distribution.weibull;
import static io.goodput.sim.random.Distribution.weibullOfScale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.goodput.property.ForAll;
import io.goodput.property.Gen;
import io.goodput.property.Property;
import io.goodput.property.Provide;
import io.goodput.sim.Streams;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.TruncatedNormalDistribution;
import org.apache.commons.statistics.distribution.WeibullDistribution;
import org.junit.jupiter.api.Test;

class DistributionTest {
    private static final double MS = 1e6;
    private static final int DRAWS = 200_000;

    private static long[] sorted(Distribution distribution) {
        var random = new Streams(7).stream("samples");
        long[] samples = new long[DRAWS];
        Arrays.setAll(samples, i -> distribution.sample(random));
        Arrays.sort(samples);
        return samples;
    }

    /** The error of a quantile grows as the density falls, so it is the share below it that is compared. */
    private static void follows(Distribution distribution, ContinuousDistribution theory) {
        long[] samples = sorted(distribution);
        for (double p : new double[] {0.01, 0.1, 0.5, 0.9, 0.99, 0.999}) {
            double below = theory.cumulativeProbability((double) samples[(int) (p * DRAWS)]);
            assertThat(below).as("share below the sampled p%s", p).isBetween(p - error(p), p + error(p));
        }
        assertThat(distribution.mean()).isCloseTo(theory.getMean(), withinPercentage(1e-6));
        double deviation = Math.sqrt(theory.getVariance() / DRAWS);
        assertThat(Arrays.stream(samples).average().orElseThrow())
                .isBetween(theory.getMean() - 4 * deviation, theory.getMean() + 4 * deviation);
    }

    private static double error(double p) {
        return 4 * Math.sqrt(p * (1 - p) / DRAWS);
    }

    @Test
    void exponential_follows_theory() {
        follows(exponential(10 * MS), ExponentialDistribution.of(10 * MS));
    }

    @Test
    void a_normal_that_reaches_below_zero_is_drawn_again_and_its_mean_says_so() {
        follows(normal(10 * MS, 2 * MS), TruncatedNormalDistribution.of(10 * MS, 2 * MS, 0, 1e12));
        follows(normal(10 * MS, 20 * MS), TruncatedNormalDistribution.of(10 * MS, 20 * MS, 0, 1e12));
        assertThat(normal(0, MS).mean()).isCloseTo(MS * Math.sqrt(2 / Math.PI), withinPercentage(1e-6));
    }

    @Test
    void log_normal_follows_theory() {
        follows(logNormal(10 * MS, 0.8), LogNormalDistribution.of(Math.log(10 * MS), 0.8));
    }

    @Test
    void log_normal_goes_through_the_percentiles_it_was_given() {
        long[] samples = sorted(logNormalThrough(0.5, 10 * MS, 0.99, 50 * MS));
        assertThat(samples[DRAWS / 2]).isCloseTo((long) (10 * MS), withinPercentage(1));
        assertThat(samples[DRAWS / 100 * 99]).isCloseTo((long) (50 * MS), withinPercentage(3));
    }

    @Test
    void weibull_follows_theory_by_mean_and_by_scale() {
        follows(weibullOfScale(2.5, 10 * MS), WeibullDistribution.of(2.5, 10 * MS));
        follows(weibullOfScale(0.7, 10 * MS), WeibullDistribution.of(0.7, 10 * MS));
        follows(weibull(1, 10 * MS), ExponentialDistribution.of(10 * MS));
        assertThat(weibull(2.5, 10 * MS).mean()).isEqualTo(10 * MS);
    }

    @Test
    void bimodal_draws_its_share_from_the_rare_mode() {
        var distribution = bimodal(0.01, constant(10), constant(1000));
        long rare = Arrays.stream(sorted(distribution)).filter(x -> x == 1000).count();
        assertThat((double) rare / DRAWS).isBetween(0.01 - error(0.01), 0.01 + error(0.01));
        assertThat(distribution.mean()).isCloseTo(19.9, withinPercentage(1e-9));
        assertThat(sorted(bimodal(0, constant(1), constant(2)))).containsOnly(1);
        assertThat(sorted(bimodal(1, constant(1), constant(2)))).containsOnly(2);
    }

    @Test
    void resampling_gives_back_the_measured_values_each_as_often() {
        var distribution = resampled(new long[] {30, 10, 20, 20});
        long[] samples = sorted(distribution);
        assertThat(samples).containsOnly(10, 20, 30);
        double twenties = (double) Arrays.stream(samples).filter(x -> x == 20).count() / DRAWS;
        assertThat(twenties).isBetween(0.5 - error(0.5), 0.5 + error(0.5));
        assertThat(distribution.mean()).isEqualTo(20);
    }

    @Test
    void resampling_keeps_its_own_copy() {
        long[] measured = {5};
        var distribution = resampled(measured);
        measured[0] = 6;
        assertThat(sorted(distribution)).containsOnly(5);
    }

    @Property(tries = 300)
    void no_sample_is_negative_or_beyond_the_longest(@ForAll("distributions") Distribution distribution) {
        var random = new Streams(3).stream("samples");
        for (int i = 0; i < 200; i++) {
            assertThat(distribution.sample(random)).isBetween(0L, Distribution.MAX_NANOS);
        }
        assertThat(distribution.mean()).isNotNegative().isFinite();
    }

    @Provide
    Gen<Distribution> distributions() {
        var time = Gen.doubles(1, 1e18);
        var factor = Gen.doubles(0.1, 10);
        Gen<Distribution> single = Gen.oneOf(
                time.map(t -> constant(t.longValue())),
                time.map(Distribution::exponential),
                choices -> normal(time.from(choices), time.from(choices)),
                choices -> logNormal(time.from(choices), factor.from(choices)),
                choices -> weibull(factor.from(choices), time.from(choices)),
                time.map(t -> resampled(new long[] {t.longValue(), 0})));
        return choices -> bimodal(factor.from(choices) / 10, single.from(choices), single.from(choices));
    }

    @Test
    void text_is_the_scenario_form() {
        assertThat(constant(1_500)).hasToString("1.5us");
        assertThat(constant(0)).hasToString("0ns");
        assertThat(exponential(100 * MS)).hasToString("exponential(mean=100ms)");
        assertThat(normal(12.7 * MS, 2 * MS)).hasToString("normal(mean=12.7ms, sd=2ms)");
        assertThat(logNormal(2e9, 0.5)).hasToString("lognormal(median=2s, sigma=0.5)");
        assertThat(weibull(2.5, 3600e9)).hasToString("weibull(shape=2.5, mean=3600s)");
        assertThat(bimodal(0.01, constant(10), exponential(MS)))
                .hasToString("bimodal(10ns, 1%, exponential(mean=1ms))");
        assertThat(resampled(new long[] {3, 1, 2})).hasToString("resampled(n=3, median=2ns)");
    }

    @Test
    void impossible_parameters_are_refused_with_what_was_expected() {
        refused(() -> constant(-1), "nanos: -1 (expected: >= 0 and <= 2^60)");
        refused(() -> exponential(0), "mean: 0.0 (expected: > 0 and <= 2^60)");
        refused(() -> exponential(Double.NaN), "mean: NaN (expected: > 0 and <= 2^60)");
        refused(() -> normal(-1, 1), "mean: -1.0 (expected: >= 0 and <= 2^60)");
        refused(() -> normal(1, 0), "sd: 0.0 (expected: > 0 and <= 2^60)");
        refused(() -> logNormal(1, 0), "sigma: 0.0 (expected: > 0 and <= 10)");
        refused(() -> logNormalThrough(0.9, 1, 0.5, 2), "q: 0.5 (expected: > 0.9 and < 1)");
        refused(() -> logNormalThrough(0.5, 3, 0.9, 2), "atQ: 2.0 (expected: > 3.0 and <= 2^60)");
        refused(() -> weibull(0, 1), "shape: 0.0 (expected: >= 0.1 and <= 1000)");
        refused(() -> bimodal(1.1, constant(1), constant(2)), "share: 1.1 (expected: >= 0 and <= 1)");
        refused(() -> resampled(new long[0]), "values: 0 (expected: > 0)");
        refused(() -> resampled(new long[] {1, -5}), "value: -5 (expected: >= 0)");
    }

    private static void refused(Runnable factory, String message) {
        assertThatThrownBy(factory::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
