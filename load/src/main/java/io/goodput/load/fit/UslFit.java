package io.goodput.load.fit;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The Universal Scalability Law, {@code X(N) = λN / (1 + σ(N−1) + κN(N−1))} (Gunther, "Guerrilla Capacity Planning",
 * 2007), by least squares of the throughput with σ and κ not below 0.
 *
 * @param lambda answers a second of one request at a time
 * @param sigma contention: the share of the work that waits for the work of others
 * @param kappa coherence: what each pair of requests costs
 * @param goodness of the throughput
 */
public record UslFit(double lambda, double sigma, double kappa, Goodness goodness) {
    private static final int LEAST_POINTS = 3;
    private static final int MOST_STEPS = 500;
    private static final double LEAST_DAMPING = 1e-12;
    private static final double MOST_DAMPING = 1e12;

    /** Null of fewer than three points, or if they determine nothing. */
    public static @Nullable UslFit of(Points points) {
        if (points.count() < LEAST_POINTS) {
            return null;
        }
        double[] best = null;
        // Where the best of all has a negative part, the best allowed has a zero there: so each of the four is tried.
        for (int free = 0; free < 4; free++) {
            double[] found = descend(points, free);
            if (found == null || found[0] <= 0 || found[1] < 0 || found[2] < 0) {
                continue;
            }
            if (best == null || squares(points, found) < squares(points, best)) {
                best = found;
            }
        }
        return best == null
                ? null
                : new UslFit(best[0], best[1], best[2], Goodness.of(points.throughput(), predicted(points, best)));
    }

    /** By Levenberg and Marquardt. Bit 0 of {@code free} lets σ move, bit 1 κ; what is not free is 0. */
    private static double @Nullable [] descend(Points points, int free) {
        double[] at = start(points, free);
        double damping = 1e-3;
        for (int step = 0; at != null && step < MOST_STEPS && damping < MOST_DAMPING; step++) {
            double[] move = move(points, at, free, damping);
            double[] next = move == null ? null : plus(at, move, free);
            if (next != null && squares(points, next) < squares(points, at)) {
                at = next;
                damping = Math.max(damping / 10, LEAST_DAMPING);
            } else {
                damping *= 10;
            }
        }
        return at;
    }

    /** {@code N / X} is linear in 1/λ, σ/λ and κ/λ: exact where there is no noise, and near where there is some. */
    private static double @Nullable [] start(Points points, int free) {
        double[] n = points.concurrency();
        double[] inverse = new double[n.length];
        double[] weights = new double[n.length];
        double[][] rows = new double[n.length][];
        for (int i = 0; i < n.length; i++) {
            double x = points.throughput()[i];
            inverse[i] = n[i] / x;
            weights[i] = Math.pow(x * x / n[i], 2);
            rows[i] = chosen(new double[] {1, n[i] - 1, n[i] * (n[i] - 1)}, free);
        }
        double[] line = LeastSquares.solve(rows, inverse, weights, 0);
        if (line == null || line[0] <= 0) {
            return null;
        }
        double[] all = plus(new double[3], line, free);
        return new double[] {1 / all[0], all[1] / all[0], all[2] / all[0]};
    }

    private static double @Nullable [] move(Points points, double[] at, int free, double damping) {
        double[] n = points.concurrency();
        double[] residuals = predicted(points, at);
        double[] ones = new double[n.length];
        double[][] slopes = new double[n.length][];
        Arrays.fill(ones, 1);
        for (int i = 0; i < n.length; i++) {
            double under = under(n[i], at);
            double bySigma = -at[0] * n[i] * (n[i] - 1) / (under * under);
            slopes[i] = chosen(new double[] {n[i] / under, bySigma, n[i] * bySigma}, free);
            residuals[i] = points.throughput()[i] - residuals[i];
        }
        return LeastSquares.solve(slopes, residuals, ones, damping);
    }

    private static double[] chosen(double[] all, int free) {
        return switch (free) {
            case 0 -> new double[] {all[0]};
            case 1 -> new double[] {all[0], all[1]};
            case 2 -> new double[] {all[0], all[2]};
            default -> all;
        };
    }

    private static double[] plus(double[] at, double[] move, int free) {
        return switch (free) {
            case 0 -> new double[] {at[0] + move[0], 0, 0};
            case 1 -> new double[] {at[0] + move[0], at[1] + move[1], 0};
            case 2 -> new double[] {at[0] + move[0], 0, at[2] + move[1]};
            default -> new double[] {at[0] + move[0], at[1] + move[1], at[2] + move[2]};
        };
    }

    private static double[] predicted(Points points, double[] law) {
        return Arrays.stream(points.concurrency())
                .map(n -> law[0] * n / under(n, law))
                .toArray();
    }

    private static double under(double n, double[] law) {
        return 1 + law[1] * (n - 1) + law[2] * n * (n - 1);
    }

    /** Infinite where the law makes no sense, that is where what it divides by is not above 0. */
    private static double squares(Points points, double[] law) {
        double sum = 0;
        for (int i = 0; i < points.count(); i++) {
            double n = points.concurrency()[i];
            double under = under(n, law);
            double residual = points.throughput()[i] - law[0] * n / under;
            sum += under > 0 ? residual * residual : Double.POSITIVE_INFINITY;
        }
        return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum;
    }

    /** Requests in flight at the highest throughput, {@code √((1−σ)/κ)}; infinite where it only ever rises. */
    public double peak() {
        return sigma >= 1 ? 1 : kappa == 0 ? Double.POSITIVE_INFINITY : Math.sqrt((1 - sigma) / kappa);
    }
}
