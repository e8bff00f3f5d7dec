package io.goodput.telemetry.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.Outcome;
import io.goodput.telemetry.record.Ledger;
import io.goodput.telemetry.record.PlainUnit;
import io.goodput.telemetry.sample.Sampler.Settings;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The sum of the weights is the number of units, but for chance. For each of the k traces in the sample of n, the
 * variance of the estimate is n (n − k) / (k − 1) in all, and as much a trace of any part of them.
 */
class ReinflatedCountsTest {
    private static final int SEEDS = 100;
    private static final int INTERVALS = 40;
    private static final int TRACES = 10;
    private static final Settings SETTINGS =
            new Settings(false, TRACES, Duration.ofSeconds(1), 0.99, Map.of(), 16L << 20);

    /** Of each seed, what was counted against the truth, in standard deviations. */
    private final Map<String, int[]> outside = new TreeMap<>();

    @Test
    void counts_are_right_in_all_and_by_operation_and_by_outcome() {
        for (long seed = 0; seed < SEEDS; seed++) {
            judge(new Run(seed));
        }

        assertThat(outside).hasSize(1 + 3 + 4);
        assertThat(outside).allSatisfy((_, seeds) -> assertThat(seeds[0]).isLessThanOrEqualTo(SEEDS / 100));
    }

    @Test
    void counts_of_traces_with_many_units_are_right() {
        double[] errors = LongStream.range(0, SEEDS)
                .mapToDouble(ReinflatedCountsTest::clustered)
                .toArray();

        double mean = LongStream.range(0, SEEDS)
                .mapToDouble(i -> errors[(int) i])
                .average()
                .orElseThrow();
        double variance = LongStream.range(0, SEEDS)
                .mapToDouble(i -> (errors[(int) i] - mean) * (errors[(int) i] - mean) / (SEEDS - 1))
                .sum();
        assertThat(Math.abs(mean)).isLessThan(3 * Math.sqrt(variance / SEEDS));
        assertThat(Math.sqrt(variance)).isLessThan(0.1);
    }

    /** By what share the estimate is wrong where traces have from 1 to 20 units, far more than are held. */
    private static double clustered(long seed) {
        var random = new SplittableRandom(seed);
        double[] sum = new double[1];
        var sampler = new Sampler(SETTINGS, new Ledger(), unit -> sum[0] += ((PlainUnit) unit).weight());
        int units = 0;
        for (int interval = 0; interval < INTERVALS; interval++) {
            for (int trace = 0; trace < 100; trace++) {
                long id = random.nextLong();
                for (int i = random.nextInt(20); i >= 0; i--) {
                    sampler.ended(PlainUnit.of(seed, id), interval * 1_000_000_000L);
                    units++;
                }
            }
        }
        sampler.close();
        return sum[0] / units - 1;
    }

    private void judge(Run run) {
        run.truth.forEach((what, truth) -> {
            double off = Math.abs(run.estimate.getOrDefault(what, 0.0) - truth)
                    / Math.sqrt(run.variance.getOrDefault(what, 0.0));
            int[] seeds = outside.computeIfAbsent(what, _ -> new int[1]);
            if (off > 3) {
                seeds[0]++;
            }
        });
    }

    /**
     * Units of three operations, from a few to hundreds in an interval, of which some are cancelled, fail or are slow.
     */
    private static final class Run {
        private final SplittableRandom random;
        private final Map<String, Double> truth = new TreeMap<>();
        private final Map<String, Double> estimate = new TreeMap<>();
        private final Map<String, Double> variance = new TreeMap<>();
        private final Sampler sampler = new Sampler(
                SETTINGS, new Ledger(), unit -> add(estimate, (PlainUnit) unit, ((PlainUnit) unit).weight()));

        Run(long seed) {
            random = new SplittableRandom(seed);
            for (int interval = 0; interval < INTERVALS; interval++) {
                run("list", 0, 300, interval);
                run("place-order", 1, 60, interval);
                run("report", 2, 8, interval);
            }
            sampler.close();
        }

        private void run(String operation, int index, int mean, int interval) {
            int units = random.nextInt(mean / 2, mean * 3 / 2);
            double each = units <= TRACES ? 0.01 : (units - TRACES) / (TRACES - 1.0);
            for (int i = 0; i < units; i++) {
                PlainUnit unit = PlainUnit.of(random.nextLong(), random.nextLong())
                        .operation(index, operation)
                        .outcome(outcome(random.nextInt(100)))
                        .nanos(1_000_000 + random.nextInt(9_000_000));
                add(truth, unit, 1);
                add(variance, unit, unit.isError() ? 0 : each);
                sampler.ended(unit, interval * 1_000_000_000L);
            }
        }

        private static Outcome outcome(int percent) {
            return percent < 5
                    ? Outcome.TIMEOUT
                    : percent < 8 ? Outcome.DROPPED : percent < 20 ? Outcome.CANCELLED : Outcome.SUCCESS;
        }

        private static void add(Map<String, Double> counts, PlainUnit unit, double much) {
            counts.merge("all", much, Double::sum);
            counts.merge(unit.operation(), much, Double::sum);
            counts.merge(unit.outcome().name(), much, Double::sum);
        }
    }
}
