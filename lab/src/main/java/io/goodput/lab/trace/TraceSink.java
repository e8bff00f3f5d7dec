package io.goodput.lab.trace;

/** Where the events of a run go, in the order of time. */
public interface TraceSink {
    /** Something that happened. */
    void event(TraceEvent event);

    /** Whether it takes no more; a run that nobody follows is not run to its end. */
    boolean isFull();

    /** The run is over, or nobody takes any more of it; called once. */
    default void close() {}
}
