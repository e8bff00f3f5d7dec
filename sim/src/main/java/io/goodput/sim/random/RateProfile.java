package io.goodput.sim.random;

import io.goodput.sim.Simulation;
import io.goodput.sim.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A rate over time: a base rate, interrupted by phases of another rate and by ramps from one rate to another.
 *
 * <p>Immutable. Rates are per second and may be 0; times are nanoseconds. Between the ends of its segments the rate is
 * linear, so its integral, the expected number of arrivals, is known exactly and so is the inverse of it.
 */
public final class RateProfile {
    private static final double NANOS_PER_SECOND = 1e9;

    /** Of an arrival: enough that rounding does not lose the one that is due at the very end of a phase. */
    private static final double TOLERANCE = 1e-9;

    private final double base;
    private final List<Ramp> ramps;

    // One entry for each segment between two changes; the last one goes on to the end of time.
    private final long[] starts;
    private final double[] rates;
    private final double[] slopes;

    /** A phase is a ramp that stays level. Rates are per nanosecond here and below. */
    private record Ramp(Span span, double first, double last) {}

    private RateProfile(double base, List<Ramp> ramps) {
        this.base = base;
        this.ramps = ramps;
        int most = 2 * ramps.size() + 1;
        long[] starts = new long[most];
        double[] rates = new double[most];
        double[] slopes = new double[most];
        int n = 0;
        long end = 0;
        for (Ramp ramp : ramps) {
            if (ramp.span.from() > end) {
                starts[n] = end;
                rates[n++] = base;
            }
            starts[n] = ramp.span.from();
            rates[n] = ramp.first;
            slopes[n++] = (ramp.last - ramp.first) / ramp.span.nanos();
            end = ramp.span.to();
        }
        starts[n] = end;
        rates[n++] = base;
        this.starts = Arrays.copyOf(starts, n);
        this.rates = Arrays.copyOf(rates, n);
        this.slopes = Arrays.copyOf(slopes, n);
    }

    /**
     * The same rate all the time.
     *
     * @param perSecond >= 0
     */
    public static RateProfile constant(double perSecond) {
        return new RateProfile(perNano("perSecond", perSecond), List.of());
    }

    /**
     * This profile with another rate during a span.
     *
     * @throws IllegalArgumentException if the rate is negative or the span overlaps one that is taken
     */
    public RateProfile phase(Span span, double perSecond) {
        double rate = perNano("perSecond", perSecond);
        return with(new Ramp(span, rate, rate));
    }

    /**
     * This profile with a rate that goes linearly from one value to another over a span.
     *
     * @throws IllegalArgumentException if a rate is negative or the span overlaps one that is taken
     */
    public RateProfile ramp(Span span, double fromPerSecond, double toPerSecond) {
        return with(new Ramp(span, perNano("fromPerSecond", fromPerSecond), perNano("toPerSecond", toPerSecond)));
    }

    /** The rate per second at an instant; where it jumps, the rate after the jump. */
    public double rateAt(long nanos) {
        return rate(segmentAt(nanos), nanos) * NANOS_PER_SECOND;
    }

    /** How many arrivals to expect from one instant to a later one. */
    public double expected(long from, long to) {
        if (to < from) {
            throw new IllegalArgumentException("to: " + to + " (expected: >= " + from + ")");
        }
        double sum = 0;
        int segment = segmentAt(from);
        for (long at = from; at < to; segment++) {
            long end = Math.min(end(segment), to);
            sum += area(segment, at, end);
            at = end;
        }
        return sum;
    }

    /**
     * When that many arrivals will have been expected since {@code from}, rounded up to the nanosecond.
     *
     * @return {@link Long#MAX_VALUE} if the rate falls to 0 before that, or time ends
     */
    public long invert(long from, double expected) {
        if (expected <= 0) {
            return from;
        }
        double rest = expected;
        long at = from;
        for (int segment = segmentAt(from); segment < starts.length; segment++) {
            long end = end(segment);
            double area = area(segment, at, end);
            if (area > 0 && rest <= area + TOLERANCE) {
                return Math.min(at + (long) Math.ceil(timeTo(segment, at, rest)), end);
            }
            rest -= area;
            at = end;
        }
        return Long.MAX_VALUE;
    }

    /** Solves rate·x + slope·x²/2 = count for x, in the form that does not subtract numbers that are nearly equal. */
    private double timeTo(int segment, long at, double count) {
        double rate = rate(segment, at);
        if (slopes[segment] == 0) {
            return count / rate;
        }
        double root = Math.sqrt(Math.max(0, rate * rate + 2 * slopes[segment] * count));
        return 2 * count / (rate + root);
    }

    private double area(int segment, long from, long to) {
        return (rate(segment, from) + rate(segment, to)) / 2 * (to - from);
    }

    private double rate(int segment, long at) {
        return rates[segment] + slopes[segment] * (at - starts[segment]);
    }

    private long end(int segment) {
        return segment + 1 < starts.length ? starts[segment + 1] : Simulation.MAX_NANOS;
    }

    private int segmentAt(long nanos) {
        if (nanos < 0 || nanos > Simulation.MAX_NANOS) {
            throw new IllegalArgumentException("nanos: " + nanos + " (expected: >= 0 and <= 2^62)");
        }
        int last = starts.length - 1;
        if (nanos >= starts[last]) {
            return last;
        }
        int found = Arrays.binarySearch(starts, nanos);
        return found >= 0 ? found : -found - 2;
    }

    private RateProfile with(Ramp added) {
        for (Ramp ramp : ramps) {
            Require.that(!ramp.span.overlaps(added.span), "span", added.span, "no overlap with " + ramp.span);
        }
        var all = new ArrayList<>(ramps);
        all.add(added);
        all.sort(Comparator.comparingLong(ramp -> ramp.span.from()));
        return new RateProfile(base, List.copyOf(all));
    }

    private static double perNano(String name, double perSecond) {
        Require.that(perSecond >= 0 && perSecond < Double.POSITIVE_INFINITY, name, perSecond, ">= 0");
        return perSecond / NANOS_PER_SECOND;
    }
}
