package io.goodput.telemetry.record;

import io.goodput.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work that has ended, or a part of one, as aggregates and sampling look at it: before it is handed over, and
 * never after that. Sampling may hold it for a while and decide later, on another thread.
 */
public interface EndedUnit extends Outgoing {
    /** The operation's number, from 0, dense; the same for all units of the operation in this process. */
    int operationIndex();

    /** The operation's name. */
    String operation();

    /** The number of its span, which {@code id} has in its record; never 0. */
    long span();

    /** The span that asked for it; 0 where nobody did. */
    long parentSpan();

    /** How it ended. */
    Outcome outcome();

    /** How long it took. */
    long durationNanos();

    /** The category of what it failed by; null if it did not fail, or nobody said. */
    @Nullable String category();

    /** For whom it was; null where that is not known. */
    @Nullable String tenant();

    /** Through what it came; null where that is not known. */
    @Nullable String client();

    /** Which part of the unit it is, from 1. */
    int part();

    /** Whether work of this unit goes on, and the next part will tell of it. */
    boolean goesOn();

    /** What it says of each dependency that it declared or used, one after the other. */
    void eachDependency(DependencyVisitor visitor);

    /** Notes why it is written, and for how many it stands, before it is handed over. */
    void keep(Kept why, double weight);
}
