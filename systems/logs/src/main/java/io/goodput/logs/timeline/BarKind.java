package io.goodput.logs.timeline;

/** What a bar of a timeline stands for. */
public enum BarKind {
    /** A unit of work: what a process did for one request, all parts of it. */
    UNIT,
    /** A call to a dependency, with waits and all attempts. */
    CALL,
    /** One attempt of a call. */
    ATTEMPT,
    /** An attempt beside another that was slow. */
    HEDGE,
    /** A span that somebody names as a parent, and of which there is no record: it may have been sampled out. */
    GAP
}
