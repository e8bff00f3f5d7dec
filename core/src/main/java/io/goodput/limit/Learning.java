package io.goodput.limit;

import io.goodput.Outcome;
import io.goodput.limit.ConcurrencyLimit.Settings;

/** What finds the limit. Called by many threads at once. */
interface Learning {
    /**
     * A call ended that says something about the dependency's load.
     *
     * @param inFlight calls in flight before, this one among them
     * @param limit what it was then
     */
    void ended(Outcome outcome, long startedAt, long now, int inFlight, int limit);

    Settings settings();

    /** Goes by other settings of the same kind; called under the monitor of the limit. */
    void change(Settings settings);
}
