package io.goodput.lab.probe;

import io.goodput.latency.TimeoutAdvisor;
import io.goodput.latency.TimeoutAdvisor.Advice;
import io.goodput.load.fit.UslFit;
import io.goodput.load.step.RateStep;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to call the service by.
 *
 * <p>First, how many requests in flight are worth it: the slots of the service if it has some, and 80 % of the peak of
 * the law of scalability if that lies within what was measured. More of them only wait, or slow each other down. Then
 * the safe load is the highest one measured, going up from the lowest, at which on average no more than so many were in
 * flight, p99 was within twice that of low load, and at most 1 % of the answers were errors: beyond the knee of the
 * curve a little more load costs much latency.
 *
 * @param rate good answers a second at the safe load
 * @param concurrency the most requests that were in flight at the safe load, or as many as are worth it if that is less
 * @param timeout p99.9 at the safe load, or twice p50 if that is more
 */
public record Recommendation(double rate, int concurrency, Advice timeout) {
    private static final double MUCH_SLOWER = 2;
    private static final double MOST_ERRORS = 0.01;
    private static final double OF_PEAK = 0.8;
    private static final Duration UNIT = Duration.ofNanos(100_000);

    /** Null if not even the lowest load was safe. */
    static @Nullable Recommendation of(
            List<RateStep> steps, long lowLoadP99, ServiceLaw law, @Nullable UslFit usl, double highestConcurrency) {
        double worthIt = worthIt(law, usl, highestConcurrency);
        RateStep safe = null;
        for (RateStep step : steps) {
            boolean isSafe = step.concurrency() <= worthIt
                    && step.latencies().percentile(99) <= MUCH_SLOWER * lowLoadP99
                    && step.errorShare() <= MOST_ERRORS;
            if (!isSafe) {
                break;
            }
            safe = step;
        }
        if (safe == null) {
            return null;
        }
        int concurrency = (int) Math.max(1, Math.min(safe.peak(), worthIt));
        return new Recommendation(
                safe.goodput(), concurrency, TimeoutAdvisor.standard().advise(safe.latencies()));
    }

    private static double worthIt(ServiceLaw law, @Nullable UslFit usl, double highestConcurrency) {
        double slots = law instanceof ServiceLaw.Slots found ? found.fit().slots() : Double.POSITIVE_INFINITY;
        return usl != null && usl.goodness().isGood() && usl.peak() <= highestConcurrency
                ? Math.min(slots, OF_PEAK * usl.peak())
                : slots;
    }

    /** The timeout, rounded up to a tenth of a millisecond. */
    public Duration roundedTimeout() {
        return UNIT.multipliedBy(Math.ceilDiv(timeout.timeout().toNanos(), UNIT.toNanos()));
    }
}
