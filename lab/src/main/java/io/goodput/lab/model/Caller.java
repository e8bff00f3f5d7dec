package io.goodput.lab.model;

/** Whoever makes calls. */
interface Caller {
    /** A call has ended, well or not. */
    void answered(long now);
}
