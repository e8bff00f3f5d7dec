package io.goodput.lab.picture;

import io.goodput.lab.result.ScenarioResult;
import io.goodput.lab.result.Timeline;
import io.goodput.lab.result.VariantResult;
import java.util.Arrays;
import java.util.Optional;

/**
 * Goodput against load, where the load of a run rises once and falls again: a variant that takes another way down than
 * up has a memory of what was, and the loop between the two is its hysteresis.
 *
 * @param load calls offered a second, in order of time
 * @param peak index of the highest
 */
@SuppressWarnings("ArrayRecordComponent") // numbers to draw, never compared or used as a key
record LoadLoop(double[] load, int peak) {
    private static final int POINTS = 60;

    /**
     * The load is a slope, and no spike, if its peak lies in the middle half and is several times that of both ends.
     */
    private static final double HIGH = 4;

    /** That of a report, if its load goes up and down once. */
    static Optional<LoadLoop> of(ScenarioResult report) {
        if (report.variants().isEmpty()) {
            return Optional.empty();
        }
        double[] load = points(report.variants().getFirst().timeline().offered());
        int peak = 0;
        for (int i = 1; i < load.length; i++) {
            peak = load[i] > load[peak] ? i : peak;
        }
        boolean central = peak > load.length / 4 && peak < load.length * 3 / 4;
        boolean high = load.length == POINTS && load[peak] >= HIGH * Math.max(load[0], load[POINTS - 1]);
        return central && high && isGradual(load, peak) && isMonotone(load, peak)
                ? Optional.of(new LoadLoop(load, peak))
                : Optional.empty();
    }

    /** Half way up and half way down it is well on its way; a spike is not. */
    private static boolean isGradual(double[] load, int peak) {
        double least = 0.25 * load[peak];
        return load[peak / 2] > least && load[(peak + load.length) / 2] > least;
    }

    private static boolean isMonotone(double[] load, int peak) {
        // A step down on the way up is chance, or the run's last calm seconds.
        double slack = 0.05 * load[peak];
        for (int i = 1; i < load.length; i++) {
            double step = i <= peak ? load[i] - load[i - 1] : load[i - 1] - load[i];
            if (step < -slack) {
                return false;
            }
        }
        return true;
    }

    /** Goodput of a variant at each of the points. */
    static double[] goodput(VariantResult variant) {
        return points(variant.timeline().goodput());
    }

    private static double[] points(Timeline.Band band) {
        double[] all = band.mean();
        if (all.length < POINTS) {
            return all;
        }
        double[] points = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            int from = i * all.length / POINTS;
            int to = (i + 1) * all.length / POINTS;
            points[i] = Arrays.stream(all, from, to).average().orElse(0);
        }
        return points;
    }
}
