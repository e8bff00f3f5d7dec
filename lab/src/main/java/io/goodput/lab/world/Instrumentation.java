package io.goodput.lab.world;

/**
 * What the processes of a world are instrumented with, as those of an application are: who listens to their policies
 * and who follows their units of work. Asked once for each process, before time begins. A world that is not
 * instrumented pays nothing, and one that is runs as if it were not.
 */
@FunctionalInterface
public interface Instrumentation {
    /** Nobody listens. */
    Instrumentation NONE = _ -> Instruments.NONE;

    /** Whether it follows what processes do for each request. */
    default boolean followsUnits() {
        return false;
    }

    /** A process is there. */
    Instruments process(ProcessSite site);
}
