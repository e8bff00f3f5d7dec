package io.goodput.lab.drawing;

import io.goodput.lab.result.Timeline;

/**
 * A band over time as it is drawn: no more points than an eye can tell apart, evenly spaced.
 *
 * @param first second of the first point
 * @param step seconds between points
 * @param mean NaN is a gap
 * @param low lower edge of the band
 * @param high upper edge of the band
 */
@SuppressWarnings("ArrayRecordComponent") // numbers to draw, never compared or used as a key
public record Curve(double first, double step, double[] mean, double[] low, double[] high) {
    private static final int POINTS = 400;

    /**
     * The curve of a band.
     *
     * @param within where in its step a value belongs, from 0 (its start) to 1 (its end)
     */
    public static Curve of(Timeline.Band band, double step, double within) {
        var each = Math.max(1, Math.ceilDiv(band.mean().length, POINTS));
        return new Curve(
                within * step * each,
                step * each,
                thin(band.mean(), each),
                thin(band.p5(), each),
                thin(band.p95(), each));
    }

    /** The curve of single values, whose band has no width. */
    public static Curve of(double[] values, double step, double within) {
        return of(new Timeline.Band(values, values, values), step, within);
    }

    public double second(int point) {
        return first + point * step;
    }

    /** The average of the mean curve from one second to another; NaN where it has no points. */
    public double average(double from, double to) {
        var sum = 0.0;
        var points = 0;
        for (var i = 0; i < mean.length; i++) {
            if (second(i) >= from && second(i) < to && Double.isFinite(mean[i])) {
                sum += mean[i];
                points++;
            }
        }
        return sum / points;
    }

    private static double[] thin(double[] values, int each) {
        var thin = new double[Math.ceilDiv(values.length, each)];
        for (var i = 0; i < thin.length; i++) {
            thin[i] = average(values, i * each, Math.min((i + 1) * each, values.length));
        }
        return thin;
    }

    private static double average(double[] values, int from, int to) {
        var sum = 0.0;
        var count = 0;
        for (var i = from; i < to; i++) {
            if (Double.isFinite(values[i])) {
                sum += values[i];
                count++;
            }
        }
        return sum / count;
    }
}
