package io.goodput.lab.world;

import io.goodput.Outcome;

/** Whoever makes calls. */
interface Caller {
    /** A call has ended, well or not. */
    void answered(Outcome outcome, long now);
}
