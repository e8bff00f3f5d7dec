package io.goodput.telemetry.aggregate;

import io.goodput.Outcome;
import io.goodput.Refusal.Reason;
import io.goodput.telemetry.contributor.Contributors;
import io.goodput.telemetry.record.EndedUnit;
import io.goodput.telemetry.record.Hearing;
import io.goodput.telemetry.record.RecordOrigin;
import java.time.Instant;

/**
 * Counts the work of a process: how many units of each operation, and attempts at each dependency, ended with each
 * outcome, how long they took, and how many ran at a time; and who most of it comes from. A part of long work counts as
 * a unit.
 *
 * <p>An operation or dependency has a series for each outcome from when it is first heard of, and a dependency one for
 * retries, for hedges and for each reason of a refusal, so that what did not happen is a zero. Thread-safe, without
 * locks and allocation once it knows a name.
 */
public final class Aggregates implements Hearing {
    /** How long units of work took: by {@code operation} and {@code outcome}. */
    public static final String WORK = "goodput_work_seconds";

    /** How many units of work ran at a time: by {@code operation}. */
    public static final String WORK_CONCURRENCY = "goodput_work_concurrency";

    /** How long attempts at dependencies took: by {@code dependency} and {@code outcome}. */
    public static final String ATTEMPTS = "goodput_attempt_seconds";

    /** How many attempts at dependencies ran at a time: by {@code dependency}. */
    public static final String ATTEMPT_CONCURRENCY = "goodput_attempt_concurrency";

    /** How many attempts were retries: by {@code dependency}. */
    public static final String RETRIES = "goodput_retries_total";

    /** How many attempts were hedges: by {@code dependency}. */
    public static final String HEDGES = "goodput_hedges_total";

    /** How many calls were not sent, or not sent again: by {@code dependency} and {@code reason}. */
    public static final String REFUSALS = "goodput_refusals_total";

    /** Operations that are counted each by itself, and dependencies: those with higher numbers are refused. */
    public static final int MOST_NAMES = 4_096;

    private final RecordOrigin origin;
    private final SeriesRegistry registry;
    private final Contributors contributors;
    private final CriticalSections sections;
    private final NamedFigures operations;
    private final NamedFigures dependencies;

    /**
     * Nothing has happened.
     *
     * @param origin which process it is
     * @param now the ticker's reading
     * @param clock what the clock says at that moment
     */
    public Aggregates(RecordOrigin origin, SeriesRegistry.Settings settings, long now, Instant clock) {
        this.origin = origin;
        this.registry = new SeriesRegistry(settings, now, clock);
        this.contributors = new Contributors(now, clock);
        registry.budget().take(Contributors.bytes());
        this.sections = new CriticalSections(registry);
        this.operations = new NamedFigures(registry, new FiguresOf("operation", WORK, WORK_CONCURRENCY, false));
        this.dependencies =
                new NamedFigures(registry, new FiguresOf("dependency", ATTEMPTS, ATTEMPT_CONCURRENCY, true));
    }

    /** Counts an operation from now on, with zeros; the same as {@link #began} and {@link #heard} would. */
    public void declareOperation(int operation, String name, long now) {
        operations.at(operation, name, now);
    }

    /** Counts a dependency from now on, with zeros. */
    public void declareDependency(int dependency, String name, long now) {
        dependencies.at(dependency, name, now);
    }

    @Override
    public void began(int operation, String name, long now) {
        OutcomeFigures figures = operations.at(operation, name, now);
        if (figures != null) {
            figures.began(now);
        }
    }

    @Override
    public void heard(EndedUnit unit, long now) {
        OutcomeFigures figures = operations.at(unit.operationIndex(), unit.operation(), now);
        if (figures != null) {
            figures.ended(unit.outcome(), unit.durationNanos(), now);
            if (unit.goesOn()) {
                figures.began(now);
            }
        }
        contributors.add(unit);
    }

    @Override
    public void attempting(int dependency, String name, long now) {
        OutcomeFigures figures = dependencies.at(dependency, name, now);
        if (figures != null) {
            figures.began(now);
        }
    }

    @Override
    public void attempted(int dependency, String name, Outcome outcome, long nanos, long now) {
        OutcomeFigures figures = dependencies.at(dependency, name, now);
        if (figures != null) {
            figures.ended(outcome, nanos, now);
        }
    }

    @Override
    public void repeating(int dependency, String name, boolean hedge, long now) {
        OutcomeFigures figures = dependencies.at(dependency, name, now);
        if (figures != null) {
            figures.repeated(hedge);
        }
    }

    @Override
    public void refused(int dependency, String name, Reason reason, long now) {
        OutcomeFigures figures = dependencies.at(dependency, name, now);
        if (figures != null) {
            figures.refused(reason);
        }
    }

    /** Ends what is over. Whoever drives calls it a few times a second. */
    public void tick(long now) {
        operations.tell(now);
        dependencies.tell(now);
        sections.tick(now);
        registry.tick(now);
        contributors.tick(now);
    }

    /** Which process it is. */
    public RecordOrigin origin() {
        return origin;
    }

    /** All series, and handles on more. */
    public SeriesRegistry registry() {
        return registry;
    }

    /** Who most comes from. */
    public Contributors contributors() {
        return contributors;
    }

    /** Locks, and what else serves one at a time. */
    public CriticalSections sections() {
        return sections;
    }
}
