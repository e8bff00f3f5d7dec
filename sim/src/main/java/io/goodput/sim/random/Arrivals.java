package io.goodput.sim.random;

import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;

/**
 * The instants at which work comes from outside, one after the other, starting from time 0 (an open system: nobody
 * waits for an answer before sending the next).
 *
 * <p>Exact for any {@link RateProfile}: the next arrival is where the integral of the rate has grown by a unit
 * exponential (Poisson; Çinlar, "Introduction to Stochastic Processes", 1975, 4.7) or by 1 (constant). What rounding up
 * to a nanosecond adds to one gap is taken off the next, so that the rate is kept in the long run.
 */
public final class Arrivals {
    private final RateProfile profile;
    private final DoubleSupplier gap;
    private long last;
    private double excess;

    private Arrivals(RateProfile profile, DoubleSupplier gap) {
        this.profile = profile;
        this.gap = gap;
    }

    /** A Poisson process of that rate; takes one draw from the stream for each arrival. */
    public static Arrivals poisson(RateProfile profile, RandomGenerator random) {
        return new Arrivals(profile, random::nextExponential);
    }

    /** Arrivals at even distances, the first one after a whole distance. */
    public static Arrivals constant(RateProfile profile) {
        return new Arrivals(profile, () -> 1);
    }

    /**
     * When the next one comes, in nanoseconds, never before the one before it; {@link Long#MAX_VALUE} once there are no
     * more.
     */
    public long next() {
        if (last == Long.MAX_VALUE) {
            return last;
        }
        double count = gap.getAsDouble() - excess;
        long at = profile.invert(last, count);
        if (at != Long.MAX_VALUE) {
            excess = profile.expected(last, at) - count;
        }
        last = at;
        return at;
    }
}
