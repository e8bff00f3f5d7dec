package io.goodput.load.fit;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Latency that grows with the requests in flight: {@code W = base + slope · N}.
 *
 * @param base seconds, >= 0
 * @param slope seconds for each request in flight, >= 0
 * @param goodness of the latency
 */
public record LinearFit(double base, double slope, Goodness goodness) {
    /** By least squares of the latency; null of fewer than two different loads. */
    public static @Nullable LinearFit of(Points points) {
        double[] n = points.concurrency();
        double[] ones = new double[n.length];
        Arrays.fill(ones, 1);
        double[][] rows =
                Arrays.stream(n).mapToObj(load -> new double[] {1, load}).toArray(double[][]::new);
        double[] line = n.length < 2 ? null : LeastSquares.solve(rows, points.latency(), ones, 0);
        if (line == null) {
            return null;
        }
        if (line[1] < 0) {
            line[0] = Arrays.stream(points.latency()).average().orElseThrow();
            line[1] = 0;
        }
        double base = Math.max(0, line[0]);
        double slope = line[1];
        double[] predicted = Arrays.stream(n).map(load -> base + slope * load).toArray();
        return new LinearFit(base, slope, Goodness.of(points.latency(), predicted));
    }

    /** How well it tells the throughput, {@code N / W}. */
    public Goodness ofThroughput(Points points) {
        return Goodness.of(
                points.throughput(),
                Arrays.stream(points.concurrency())
                        .map(load -> load / (base + slope * load))
                        .toArray());
    }
}
