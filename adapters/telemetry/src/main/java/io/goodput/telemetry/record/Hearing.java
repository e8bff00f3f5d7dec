package io.goodput.telemetry.record;

import io.goodput.Outcome;
import io.goodput.Refusal.Reason;

/**
 * Looks at what happens, whether or not a record of it is written: aggregates. On the thread on which it happens, which
 * waits for the answer: nothing here blocks. All times are the ticker's readings, in nanoseconds.
 */
@FunctionalInterface
public interface Hearing {
    /**
     * A unit, or a part of one, has ended. It is another's: looked at while this is called, and not kept.
     *
     * @param unit before it is decided whether it is written
     */
    void heard(EndedUnit unit, long now);

    /**
     * A unit begins.
     *
     * @param operation the operation's number, as of {@link EndedUnit#operationIndex()}
     * @param name its name
     */
    default void began(int operation, String name, long now) {}

    /**
     * An attempt at a dependency begins, whether or not for a unit of work.
     *
     * @param dependency the dependency's number, as of {@link DependencyVisitor}
     * @param name its name
     */
    default void attempting(int dependency, String name, long now) {}

    /**
     * The attempt that begins is not the first of its call.
     *
     * @param dependency the dependency's number
     * @param name its name
     * @param hedge whether it runs beside another, and is no retry
     */
    default void repeating(int dependency, String name, boolean hedge, long now) {}

    /**
     * A call is not sent, or not sent again, whether or not for a unit of work.
     *
     * @param dependency the dependency's number
     * @param name its name
     * @param reason which rule said no
     */
    default void refused(int dependency, String name, Reason reason, long now) {}

    /**
     * An attempt has ended. This alone tells how long each one took; a unit knows only sums.
     *
     * @param dependency the dependency's number
     * @param name its name
     * @param nanos how long it took
     */
    default void attempted(int dependency, String name, Outcome outcome, long nanos, long now) {}
}
