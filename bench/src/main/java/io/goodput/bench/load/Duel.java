package io.goodput.bench.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The house's generator and a peer's, slices in turn: what is compared is what each pair of neighbours did. */
record Duel(String name, Generator own, Generator peer) {
    private static final int WARM_UP_SECONDS = 20;

    /** One figure: the medians of both, and the ratio of each pair, own to peer. */
    private record Ratio(double own, double peer, double median, double least, double most) {}

    /** Runs so many pairs, when the JVM has compiled what it runs; answers with rows of a table in markdown. */
    List<String> run(int pairs, int seconds) throws IOException, InterruptedException {
        var _ = own.load(WARM_UP_SECONDS);
        var _ = peer.load(seconds);
        List<Slice> owns = new ArrayList<>();
        List<Slice> peers = new ArrayList<>();
        for (int pair = 0; pair < pairs; pair++) {
            owns.add(own.load(seconds));
            peers.add(peer.load(seconds));
        }
        List<String> rows = new ArrayList<>();
        rows.add(row("answers/s", owns, peers, Slice::perSecond));
        rows.add(row("p50, µs", owns, peers, Slice::p50));
        rows.add(row("p99, µs", owns, peers, Slice::p99));
        rows.add(row("CPU/request, µs", owns, peers, Slice::cpuMicros));
        return rows.stream().filter(row -> !row.contains("NaN")).toList();
    }

    private String row(String figure, List<Slice> owns, List<Slice> peers, ToDoubleFunction<Slice> of) {
        Ratio ratio = ratio(
                owns.stream().mapToDouble(of).toArray(),
                peers.stream().mapToDouble(of).toArray());
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.1f | %.1f | %.3f | %.3f–%.3f |",
                name,
                figure,
                ratio.own(),
                ratio.peer(),
                ratio.median(),
                ratio.least(),
                ratio.most());
    }

    /** The interval holds the middle half of the pairs. */
    private static Ratio ratio(double[] owns, double[] peers) {
        double[] ratios = new double[owns.length];
        Arrays.setAll(ratios, i -> owns[i] / peers[i]);
        Arrays.sort(ratios);
        return new Ratio(
                median(owns), median(peers), median(ratios), ratios[ratios.length / 4], ratios[3 * ratios.length / 4]);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
