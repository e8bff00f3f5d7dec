package io.goodput.sim.stat;

import io.goodput.sim.Span;
import java.util.Arrays;

/**
 * A run from time 0 cut into windows of equal length, the last of which may reach beyond its end.
 *
 * @param nanos length of a window, > 0
 * @param count how many windows there are, > 0
 */
public record Windows(long nanos, int count) {
    /** Refuses windows of no length and runs of no window. */
    public Windows {
        if (nanos <= 0) {
            throw new IllegalArgumentException("nanos: " + nanos + " (expected: > 0)");
        }
        if (count <= 0) {
            throw new IllegalArgumentException("count: " + count + " (expected: > 0)");
        }
    }

    /** The windows of that length that cover a run. */
    public static Windows covering(long runNanos, long windowNanos) {
        if (windowNanos <= 0) {
            throw new IllegalArgumentException("windowNanos: " + windowNanos + " (expected: > 0)");
        }
        return new Windows(windowNanos, Math.toIntExact(Math.ceilDiv(runNanos, windowNanos)));
    }

    /** The sum over the windows of a span, whose ends must lie on the edges of windows of this run. */
    public long sum(int[] counts, Span span) {
        expectOneEach(counts.length);
        long sum = 0;
        for (int i = edge("from", span.from()), end = edge("to", span.to()); i < end; i++) {
            sum += counts[i];
        }
        return sum;
    }

    /** Each {@code factor} windows as one, by their sum; what is left over at the end makes a shorter last one. */
    public int[] sums(int[] counts, int factor) {
        expectOneEach(counts.length);
        int[] sums = new int[coarser(factor).count];
        for (int i = 0; i < count; i++) {
            sums[i / factor] = Math.addExact(sums[i / factor], counts[i]);
        }
        return sums;
    }

    /** Each {@code factor} windows as one, by the mean of those that are not NaN; NaN if all are. */
    public double[] means(double[] values, int factor) {
        expectOneEach(values.length);
        double[] means = new double[coarser(factor).count];
        for (int i = 0; i < means.length; i++) {
            means[i] = Arrays.stream(values, i * factor, Math.min((i + 1) * factor, count))
                    .filter(value -> !Double.isNaN(value))
                    .average()
                    .orElse(Double.NaN);
        }
        return means;
    }

    /** The same run in windows that are {@code factor} times as long. */
    public Windows coarser(int factor) {
        if (factor <= 0) {
            throw new IllegalArgumentException("factor: " + factor + " (expected: > 0)");
        }
        return new Windows(Math.multiplyExact(nanos, factor), Math.ceilDiv(count, factor));
    }

    private int edge(String name, long at) {
        if (at % nanos != 0 || at / nanos > count) {
            throw new IllegalArgumentException(
                    name + ": " + at + " (expected: a multiple of " + nanos + " up to " + count * nanos + ")");
        }
        return (int) (at / nanos);
    }

    private void expectOneEach(int length) {
        if (length != count) {
            throw new IllegalArgumentException("length: " + length + " (expected: one for each window, " + count + ")");
        }
    }
}
