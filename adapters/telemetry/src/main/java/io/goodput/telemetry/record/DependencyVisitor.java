package io.goodput.telemetry.record;

import io.goodput.Outcome;

/** Hears what a unit of work did with its dependencies. */
@FunctionalInterface
public interface DependencyVisitor {
    /**
     * The attempts at one dependency that ended in one way.
     *
     * @param index the dependency's number, from 0, dense; the same for all units in this process
     * @param dependency its name
     * @param outcome how they ended
     * @param attempts how many; 0 if the unit made none that ended so
     * @param nanos how long they took together
     */
    void ended(int index, String dependency, Outcome outcome, long attempts, long nanos);
}
