package io.goodput.bench.load;

import io.goodput.load.http.HttpSettings;
import io.goodput.load.result.RequestCounts;
import io.goodput.sim.Streams;
import io.goodput.sim.random.Distribution;
import io.goodput.sim.stat.LatencyHistogram;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * A server that takes as long as a law says, and what a generator measured of it: percentiles measured over those that
 * the server gave in the same slice, of the house's generator and of {@code h2load --rps} in turn.
 *
 * <p>Both measure the same requests that the server kept, so how the law's draws fell is in neither ratio. The rate is
 * low and the times are long, so that what a busy machine adds to each is small beside them.
 */
final class PlantedLaw {
    private static final double RATE = 300;
    private static final int CONNECTIONS = 60;
    private static final int WARM_UP_SECONDS = 10;
    private static final double MEDIAN = 40e6;
    private static final double SIGMA = 0.5;
    private static final double BAR = 0.02;
    private static final double[] PERCENTILES = {0.5, 0.9, 0.99, 0.999};
    private static final double[] NORMAL = {0, 1.281552, 2.326348, 3.090232};

    private final List<double[]> owns = new ArrayList<>();
    private final List<double[]> peers = new ArrayList<>();
    private final LatencyHistogram given = new LatencyHistogram();
    private final LatencyHistogram measured = new LatencyHistogram();
    private int valid;

    private PlantedLaw() {}

    /** Runs so many pairs of slices, and prints a table. */
    static void print(int pairs, int seconds) throws IOException, InterruptedException {
        RandomGenerator random = new Streams(1).stream("service");
        Distribution law = Distribution.logNormal(MEDIAN, SIGMA);
        try (var server = new DelayServer(() -> law.sample(random))) {
            Generator own = OwnGenerator.open(
                    RATE, server.url(), HttpSettings.STANDARD.connections(1_000), RequestCounts::latencies);
            Generator peer = PeerTool.h2loadAt(RATE, server.url(), CONNECTIONS);
            var _ = own.load(WARM_UP_SECONDS);
            var _ = server.takeKept();
            var all = new PlantedLaw();
            for (int pair = 0; pair < pairs; pair++) {
                all.add(own.load(seconds), server.takeKept());
                all.peers.add(ratios(peer.load(seconds), server.takeKept()));
            }
            all.print();
        }
    }

    private void add(Slice slice, LatencyHistogram kept) {
        owns.add(ratios(slice, kept));
        measured.merge(slice.latencies());
        given.merge(kept);
        valid += slice.valid() ? 1 : 0;
    }

    private static double[] ratios(Slice slice, LatencyHistogram kept) {
        double[] ratios = new double[PERCENTILES.length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = slice.latencies().percentile(PERCENTILES[i]) / kept.percentile(PERCENTILES[i]);
        }
        return ratios;
    }

    private void print() {
        System.out.println(
                "| percentile | law, ms | given, ms | measured, ms | measured/given | middle half of the slices "
                        + "| within 2 % | h2load/given | middle half |");
        System.out.println("|---|---:|---:|---:|---:|---:|---|---:|---:|");
        for (int i = 0; i < PERCENTILES.length; i++) {
            MiddleHalf own = column(owns, i);
            System.out.printf(
                    Locale.ROOT,
                    "| p%s | %.2f | %.2f | %.2f | %s | %s | %s |%n",
                    Double.toString(100 * PERCENTILES[i]).replace(".0", ""),
                    MEDIAN * Math.exp(SIGMA * NORMAL[i]) / 1e6,
                    given.percentile(PERCENTILES[i]) / 1e6,
                    measured.percentile(PERCENTILES[i]) / 1e6,
                    own.cells(),
                    own.within(1 - BAR, 1 + BAR),
                    column(peers, i).cells());
        }
        System.out.printf("%d requests; valid: %d of %d slices%n", given.count(), valid, owns.size());
    }

    private static MiddleHalf column(List<double[]> slices, int i) {
        return MiddleHalf.of(slices.stream().mapToDouble(slice -> slice[i]).toArray());
    }
}
