package io.goodput.sim.random;

import java.util.random.RandomGenerator;

/**
 * How long something takes, in nanoseconds.
 *
 * <p>Distributions are immutable and draw from the stream they are given. Samples are whole, never negative, and end at
 * {@link #MAX_NANOS}. {@code toString} gives the form that scenarios use, such as {@code normal(mean=10ms, sd=2ms)}.
 */
public sealed interface Distribution
        permits Bimodal, Constant, Exponential, LogNormal, Resampled, TruncatedNormal, Weibull {
    /** The longest sample, 2<sup>60</sup> ns or 36 years: a draw beyond it is cut to it. */
    long MAX_NANOS = 1L << 60;

    /** One draw. */
    long sample(RandomGenerator random);

    /** The mean in nanoseconds, exact but for the rounding of samples to whole nanoseconds. */
    double mean();

    /**
     * Always the same.
     *
     * @param nanos from 0 to {@link #MAX_NANOS}
     */
    static Distribution constant(long nanos) {
        return new Constant(nanos);
    }

    /**
     * Exponential.
     *
     * @param mean in nanoseconds, > 0
     */
    static Distribution exponential(double mean) {
        return new Exponential(mean);
    }

    /**
     * Normal, truncated at 0: what comes out negative is drawn again, so {@link #mean()} lies above {@code mean} where
     * the deviation is large beside it.
     *
     * @param mean of the normal before truncation, in nanoseconds, >= 0
     * @param sd standard deviation before truncation, in nanoseconds, > 0
     */
    static Distribution normal(double mean, double sd) {
        return new TruncatedNormal(mean, sd);
    }

    /**
     * Log-normal.
     *
     * @param median in nanoseconds, > 0
     * @param sigma standard deviation of the logarithm, > 0
     */
    static Distribution logNormal(double median, double sigma) {
        return new LogNormal(median, sigma);
    }

    /**
     * The log-normal that goes through two percentiles, such as p50 and p99.
     *
     * @param p the lower one, as a share between 0 and 1
     * @param atP its value in nanoseconds, > 0
     * @param q the upper one, above {@code p} and below 1
     * @param atQ its value in nanoseconds, above {@code atP}
     */
    static Distribution logNormalThrough(double p, double atP, double q, double atQ) {
        return LogNormal.through(p, atP, q, atQ);
    }

    /**
     * Weibull, by its mean.
     *
     * @param shape 1 is exponential, below it the tail is heavier, above it lighter; >= 0.1
     * @param mean in nanoseconds, > 0
     */
    static Distribution weibull(double shape, double mean) {
        return Weibull.ofMean(shape, mean);
    }

    /**
     * Weibull, by its scale (the 63rd percentile).
     *
     * @param shape see {@link #weibull}
     * @param scale in nanoseconds, > 0
     */
    static Distribution weibullOfScale(double shape, double scale) {
        return Weibull.ofScale(shape, scale);
    }

    /**
     * One distribution most of the time and another now and then.
     *
     * @param share of the draws that come from {@code rare}, from 0 to 1
     */
    static Distribution bimodal(double share, Distribution common, Distribution rare) {
        return new Bimodal(share, common, rare);
    }

    /**
     * Measured values, drawn with replacement, each as likely as any other: no value comes out that was not measured.
     *
     * @param nanos at least one, each from 0 to {@link #MAX_NANOS}; copied, in any order
     */
    static Distribution resampled(long[] nanos) {
        return new Resampled(nanos);
    }
}
