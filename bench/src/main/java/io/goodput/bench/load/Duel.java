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
    private static final double BAR = 0.1;

    /** One figure of all slices. */
    private record FigurePairs(List<Slice> owns, List<Slice> peers, ToDoubleFunction<Slice> figure) {
        double[] own() {
            return owns.stream().mapToDouble(figure).toArray();
        }

        double[] peer() {
            return peers.stream().mapToDouble(figure).toArray();
        }
    }

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
        rows.add(row("answers/s", new FigurePairs(owns, peers, Slice::perSecond), 1 - BAR, Double.POSITIVE_INFINITY));
        rows.add(row("p50, µs", new FigurePairs(owns, peers, slice -> slice.micros(0.5)), 0, 1 + BAR));
        rows.add(row("p99, µs", new FigurePairs(owns, peers, slice -> slice.micros(0.99)), 0, 1 + BAR));
        rows.add(row("CPU/request, µs", new FigurePairs(owns, peers, Slice::cpuMicros), 0, 1 + BAR));
        return rows.stream().filter(row -> !row.contains("NaN")).toList();
    }

    private String row(String figure, FigurePairs pairs, double lowest, double highest) {
        double[] own = pairs.own();
        double[] peer = pairs.peer();
        double[] ratios = new double[own.length];
        Arrays.setAll(ratios, i -> own[i] / peer[i]);
        MiddleHalf ratio = MiddleHalf.of(ratios);
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.1f | %.1f | %s | %s |",
                name,
                figure,
                MiddleHalf.of(own).median(),
                MiddleHalf.of(peer).median(),
                ratio.cells(),
                ratio.within(lowest, highest));
    }
}
