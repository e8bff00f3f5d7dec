package io.goodput.lab.scenario;

import io.goodput.config.quantity.DurationSpan;
import io.goodput.config.quantity.Durations;
import io.goodput.sim.Span;
import java.time.Duration;
import java.util.List;

/**
 * How long each run is, and how many there are.
 *
 * @param length of a run: 1 s to a day
 * @param seeds how many runs of each variant: 1 to 10,000
 * @param firstSeed the others count up from it
 * @param settled where goodput and the like are measured, within the run; what comes before is warm-up and disturbance
 */
public record RunPlan(Duration length, int seeds, long firstSeed, DurationSpan settled) {
    /** The shortest run. */
    public static final Duration SHORTEST = Duration.ofSeconds(1);

    /** The longest run. */
    public static final Duration LONGEST = Duration.ofDays(1);

    /** The most seeds. */
    public static final int MOST_SEEDS = 10_000;

    /** A service that has been well for that long has recovered. */
    public static final Duration WELL = Duration.ofSeconds(5);

    /** The highest first seed. */
    public static final int LAST_SEED = Integer.MAX_VALUE;

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration TENTH = Duration.ofMillis(100);

    /** Refuses what cannot be run or measured. */
    public RunPlan {
        if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("for: " + Durations.format(length) + " (expected: 1s to 1d)");
        }
        if (seeds < 1 || seeds > MOST_SEEDS) {
            throw new IllegalArgumentException("seeds: " + seeds + " (expected: 1 to " + MOST_SEEDS + ")");
        }
        if (firstSeed < 0 || firstSeed > LAST_SEED) {
            throw new IllegalArgumentException("seed: " + firstSeed + " (expected: 0 to " + LAST_SEED + ")");
        }
        if (settled.to().compareTo(length) > 0) {
            throw new IllegalArgumentException("for: " + Durations.format(length) + " ends before the settled window "
                    + settled + " (expected: at least " + Durations.format(settled.to()) + ")");
        }
        if (!isWhole(settled.from(), TENTH) || !isWhole(settled.to(), TENTH)) {
            throw new IllegalArgumentException("settled: " + settled + " (expected: multiples of 100ms)");
        }
    }

    /**
     * Refuses a span in which nothing can be counted: one that reaches beyond the run, or does not lie on the edges of
     * windows.
     */
    void refuseUncountable(DurationSpan span) {
        Duration window = Duration.ofNanos(windowNanos());
        if (span.to().compareTo(length) > 0) {
            throw new IllegalArgumentException(
                    span + ": ends after the run (expected: at most " + Durations.format(length) + ")");
        }
        if (!isWhole(span.from(), window) || !isWhole(span.to(), window)) {
            throw new IllegalArgumentException(span + " (expected: multiples of " + Durations.format(window) + ")");
        }
    }

    /** The last third of a run, in whole tenths of a second. */
    static DurationSpan lastThird(Duration length) {
        long tenths = length.dividedBy(TENTH);
        return new DurationSpan(TENTH.multipliedBy(tenths * 2 / 3), TENTH.multipliedBy(tenths));
    }

    /** The same with runs of another length; a settled window that was the last third stays the last third. */
    public RunPlan withLength(Duration other) {
        boolean isLastThird = settled.equals(lastThird(length));
        return new RunPlan(other, seeds, firstSeed, isLastThird ? lastThird(other) : settled);
    }

    /** Runs are counted second by second, or in tenths where the settled window has no whole seconds. */
    public long windowNanos() {
        boolean seconds = isWhole(settled.from(), SECOND) && isWhole(settled.to(), SECOND);
        return (seconds ? SECOND : TENTH).toNanos();
    }

    /** Whether the run goes on long enough after the last of the disturbances, if there is one, to see a recovery. */
    public boolean seesRecoveryFrom(List<Span> disturbances) {
        return disturbances.stream().mapToLong(Span::to).max().stream()
                .anyMatch(until ->
                        Math.ceilDiv(until, windowNanos()) * windowNanos() + WELL.toNanos() <= length.toNanos());
    }

    /** The settled window on the simulation's time line. */
    public Span settledSpan() {
        return new Span(settled.from().toNanos(), settled.to().toNanos());
    }

    private static boolean isWhole(Duration time, Duration unit) {
        return time.toNanos() % unit.toNanos() == 0;
    }
}
