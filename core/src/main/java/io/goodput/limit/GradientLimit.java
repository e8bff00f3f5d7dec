package io.goodput.limit;

import io.goodput.Outcome;
import io.goodput.Range;
import java.time.Duration;

/**
 * A limit by the gradient of the latency: the latency of late beside that of a long time, as Netflix's Gradient2 does,
 * with a guard against its drift, after failsafe-go's adaptive limiter and Uber's Cinnamon.
 *
 * <p>Answers are gathered in windows of at least {@code window} and {@code samples} answers; one that has not got so
 * many is closed at 30 times its length. A window has a latency, its 90th percentile, and the baseline is the
 * exponential average of the latencies over {@code baseline} windows. Then
 *
 * <pre>{@code
 * gradient = min(1, max(0.5, tolerance · baseline / latency))
 * target   = min(gradient · limit + max(queue, √limit), 5 · most in flight in the window)
 * limit   += smoothing · (target − limit)
 * }</pre>
 *
 * <p>It rises only if at least nine tenths of it were in flight. From the start until it first falls it doubles. What
 * no call has tried does not last: above five times what was in flight it sinks, but not below its start.
 *
 * <p><b>Timeouts.</b> {@link Outcome#THROTTLED} and {@link Outcome#TIMEOUT} rank above every latency there is. If the
 * percentile falls among them the window is lost: the gradient is 0.5, there is no room, and the baseline learns
 * nothing. Once there are answers again the limit doubles up to half of what it was.
 *
 * <p><b>The guard.</b> The baseline learns any latency that lasts, that of a queue too, and with it the limit would
 * drift up for ever. So over the last 50 windows that reached the limit, the throughput and the latency are correlated
 * with what was in flight. If more in flight gave no more throughput (correlation below 0; or below 0.3, or throughput
 * that varies by less than 20 % of its mean, while latency correlates above 0.5), the limit falls to nine tenths of the
 * least in flight that gave as much, by half at most; the baseline does not rise, and the windows are forgotten.
 *
 * @param initial the limit at the start
 * @param min it never falls below this
 * @param max it never rises above this
 * @param window the least length of a window; from 1 ms to 1 hour
 * @param samples the least number of answers in a window; from 10 to 1,000,000
 * @param tolerance how many times the baseline the latency may be before the limit falls; from 1 to 10
 * @param queue the room for growth and for bursts, at least; from 1 to 1,000
 * @param baseline over how many windows the baseline is averaged; from 2 to 10,000
 * @param smoothing the share of the way to the target that a window goes; from 0.01 to 1
 * @param driftGuard without it, this is Gradient2 with its drift
 */
public record GradientLimit(
        int initial,
        int min,
        int max,
        Duration window,
        int samples,
        double tolerance,
        int queue,
        int baseline,
        double smoothing,
        boolean driftGuard)
        implements ConcurrencyLimit.Settings {
    /** What the least length of a window may be. */
    public static final Range<Duration> WINDOW = new Range<>(Duration.ofMillis(1), Duration.ofHours(1));

    /** What the least number of answers in a window may be: a percentile of fewer says nothing. */
    public static final Range<Integer> SAMPLES = ConcurrencyLimit.LIMIT.from(10);

    /** What the tolerance may be. */
    public static final Range<Double> TOLERANCE = new Range<>(1.0, 10.0);

    /** What the room may be. */
    public static final Range<Integer> QUEUE = new Range<>(1, 1_000);

    /** Over how many windows the baseline may be averaged. */
    public static final Range<Integer> BASELINE = new Range<>(2, 10_000);

    /** What share of the way a window may go. */
    public static final Range<Double> SMOOTHING = new Range<>(0.01, 1.0);

    /** Start 20, 1 to 200, windows of 1 s and 50 answers, tolerance 1.5, queue 4, baseline 100, smoothing 0.2. */
    public static final GradientLimit STANDARD =
            new GradientLimit(20, 1, 200, Duration.ofSeconds(1), 50, 1.5, 4, 100, 0.2, true);

    /** Refuses bounds that are not {@code 1 <= min <= initial <= max <= 1,000,000}, and the other parts' likewise. */
    public GradientLimit {
        ConcurrencyLimit.check(initial, min, max);
        WINDOW.check("window", window);
        SAMPLES.check("samples", samples);
        TOLERANCE.check("tolerance", tolerance);
        QUEUE.check("queue", queue);
        BASELINE.check("baseline", baseline);
        SMOOTHING.check("smoothing", smoothing);
    }

    /** The same with another start and other bounds. */
    public GradientLimit withLimits(int newInitial, int newMin, int newMax) {
        return new GradientLimit(
                newInitial, newMin, newMax, window, samples, tolerance, queue, baseline, smoothing, driftGuard);
    }

    /** The same with other windows. */
    public GradientLimit withWindow(Duration least, int leastSamples) {
        return new GradientLimit(
                initial, min, max, least, leastSamples, tolerance, queue, baseline, smoothing, driftGuard);
    }

    /** The same with another tolerance. */
    public GradientLimit withTolerance(double times) {
        return new GradientLimit(initial, min, max, window, samples, times, queue, baseline, smoothing, driftGuard);
    }

    /** The same with another room. */
    public GradientLimit withQueue(int calls) {
        return new GradientLimit(initial, min, max, window, samples, tolerance, calls, baseline, smoothing, driftGuard);
    }

    /** The same with a baseline over so many windows. */
    public GradientLimit withBaseline(int windows) {
        return new GradientLimit(initial, min, max, window, samples, tolerance, queue, windows, smoothing, driftGuard);
    }

    /** The same with another smoothing. */
    public GradientLimit withSmoothing(double share) {
        return new GradientLimit(initial, min, max, window, samples, tolerance, queue, baseline, share, driftGuard);
    }

    /** The same with or without the guard. */
    public GradientLimit withDriftGuard(boolean guarded) {
        return new GradientLimit(initial, min, max, window, samples, tolerance, queue, baseline, smoothing, guarded);
    }
}
