package io.goodput.lab.world;

import io.goodput.admission.AdmissionControl;
import io.goodput.cache.ReadThrough;
import io.goodput.guard.Guard;

/**
 * What one process is instrumented with. It gets the policies themselves, which are those of production, to listen to
 * or to read; their time is that of the simulation.
 */
public interface Instruments {
    /** None. */
    Instruments NONE = new Instruments() {};

    /**
     * The process calls a service by this guard, which has its name; one for each way of calling it. Its breaker, limit
     * and balancer are to be found in it.
     */
    default void guard(Guard guard) {}

    /** The endpoint admits by this, from now on: a new one each time that it comes up again. */
    default void admission(AdmissionControl<?> control) {}

    /** What the process asks this service for goes through this cache. */
    default void cache(String dependency, ReadThrough<?, ?> reads) {}
}
