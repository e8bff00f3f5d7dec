package io.goodput.bench.load;

import io.goodput.load.HttpTarget;
import io.goodput.load.http.HttpSettings;
import io.goodput.load.result.MeasuredLoad;
import io.goodput.load.run.LoadRun;
import io.goodput.load.traffic.OpenPlan;
import io.goodput.load.traffic.TrafficClass;
import io.goodput.load.traffic.WeightedTarget;
import io.goodput.sim.Streams;
import io.goodput.sim.random.Distribution;
import io.goodput.sim.stat.LatencyHistogram;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** A server that takes as long as a law says: what the law says, what the server kept to, and what was measured. */
final class PlantedLaw {
    private static final double RATE = 500;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final double MEDIAN = 20e6;
    private static final double SIGMA = 0.5;
    private static final double[] PERCENTILES = {0.5, 0.9, 0.99};
    private static final double[] NORMAL = {0, 1.281552, 2.326348};

    private PlantedLaw() {}

    static void print(int seconds) throws IOException, InterruptedException {
        RandomGenerator random = new Streams(1).stream("service");
        Distribution law = Distribution.logNormal(MEDIAN, SIGMA);
        try (var server = new DelayServer(() -> law.sample(random), WARM_UP.toNanos())) {
            var of = new TrafficClass(
                    "law", RATE, null, null, List.of(new WeightedTarget(HttpTarget.of(server.url(), null), 1)));
            var plan = new OpenPlan(List.of(of), true, 1, WARM_UP, Duration.ofSeconds(seconds), 10_000_000, 10_000);
            MeasuredLoad result = new LoadRun(HttpSettings.STANDARD.connections(1_000), _ -> {}).open(plan);
            LatencyHistogram kept = server.kept();
            System.out.println("| percentile | law, ms | server, ms | measured, ms | measured/law | measured/server |");
            System.out.println("|---|---:|---:|---:|---:|---:|");
            for (int i = 0; i < PERCENTILES.length; i++) {
                double planted = MEDIAN * Math.exp(SIGMA * NORMAL[i]);
                double was = kept.percentile(PERCENTILES[i]);
                double measured = result.total().latencies().percentile(PERCENTILES[i]);
                System.out.printf(
                        Locale.ROOT,
                        "| p%.0f | %.2f | %.2f | %.2f | %.3f | %.3f |%n",
                        100 * PERCENTILES[i],
                        planted / 1e6,
                        was / 1e6,
                        measured / 1e6,
                        measured / planted,
                        measured / was);
            }
            System.out.printf(
                    "%d requests; valid: %s%n",
                    result.total().sent(), result.trust().label());
        }
    }
}
