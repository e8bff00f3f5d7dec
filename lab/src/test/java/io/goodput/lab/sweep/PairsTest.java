package io.goodput.lab.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.goodput.lab.claim.Metric;
import io.goodput.lab.result.PairedResult.Row;
import io.goodput.lab.result.PairedResult.Verdict;
import io.goodput.sim.Estimate;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Differences of runs under the same seeds. */
class PairsTest {
    private static final double TRUE_DIFFERENCE = 0.3;

    private static double width(Estimate estimate) {
        return estimate.high() - estimate.low();
    }

    /** What all seeds have in common is ten times as wide as what the sides have of their own. */
    private static Row planted(long seed, double difference) {
        var random = new Random(seed);
        var before = new double[40];
        var after = new double[40];
        for (int i = 0; i < before.length; i++) {
            double common = 40 + 2 * random.nextGaussian();
            before[i] = common + 0.2 * random.nextGaussian();
            after[i] = common + difference + 0.2 * random.nextGaussian();
        }
        return Pairs.row(Metric.GOODPUT, before, after);
    }

    @Test
    void the_paired_interval_holds_a_planted_difference_as_often_as_it_says() {
        int held = 0;
        for (int seed = 0; seed < 1_000; seed++) {
            Estimate paired = planted(seed, TRUE_DIFFERENCE).paired();
            held += paired.low() <= TRUE_DIFFERENCE && TRUE_DIFFERENCE <= paired.high() ? 1 : 0;
        }

        // 950 on average, with a deviation of 7.
        assertThat(held).isBetween(922, 978);
    }

    @Test
    void it_is_far_narrower_than_the_unpaired_one_and_shows_what_that_does_not() {
        Row row = planted(7, TRUE_DIFFERENCE);

        assertThat(width(row.paired())).isLessThan(width(row.unpaired()) / 4);
        assertThat(row.paired().mean()).isCloseTo(row.unpaired().mean(), within(1e-9));
        assertThat(row.verdict()).isEqualTo(Verdict.BETTER);
        assertThat(row.unpaired().low()).isNegative();
    }

    @Test
    void without_a_difference_a_verdict_is_as_rare_as_it_says() {
        int shown = 0;
        for (int seed = 0; seed < 1_000; seed++) {
            shown += planted(seed, 0).verdict() == Verdict.NOT_SHOWN ? 0 : 1;
        }

        assertThat(shown).isBetween(22, 78);
    }

    @Test
    void more_is_better_of_goodput_and_worse_of_attempts() {
        double[] few = {1, 2, 3, 4};
        double[] many = {11, 12.5, 13, 14};

        assertThat(Pairs.row(Metric.GOODPUT, few, many).verdict()).isEqualTo(Verdict.BETTER);
        assertThat(Pairs.row(Metric.ATTEMPTS, few, many).verdict()).isEqualTo(Verdict.WORSE);
        assertThat(Pairs.row(Metric.P99, many, few).verdict()).isEqualTo(Verdict.BETTER);
    }

    @Test
    void a_seed_without_the_figure_on_one_side_is_no_pair() {
        Row row = Pairs.row(Metric.RECOVERY, new double[] {1, Double.NaN, 3}, new double[] {2, 9, Double.NaN});

        assertThat(row.pairs()).isEqualTo(1);
        assertThat(row.before().mean()).isEqualTo(1);
        assertThat(row.after().mean()).isEqualTo(2);
        assertThat(row.verdict()).isEqualTo(Verdict.NOT_SHOWN);
    }

    @Test
    void collapses_are_judged_by_the_seeds_that_differ() {
        double[] none = new double[20];
        double[] five = new double[20];
        double[] six = new double[20];
        Arrays.fill(five, 0, 5, 1);
        Arrays.fill(six, 0, 6, 1);

        // McNemar: 2 / 2^5 = 0.063 and 2 / 2^6 = 0.031.
        assertThat(Pairs.row(Metric.METASTABLE, none, five).verdict()).isEqualTo(Verdict.NOT_SHOWN);
        assertThat(Pairs.row(Metric.METASTABLE, none, six).verdict()).isEqualTo(Verdict.WORSE);
        assertThat(Pairs.row(Metric.METASTABLE, none, six).paired().mean()).isEqualTo(0.3);
        assertThat(Pairs.row(Metric.METASTABLE, six, six).paired().mean()).isZero();
    }
}
