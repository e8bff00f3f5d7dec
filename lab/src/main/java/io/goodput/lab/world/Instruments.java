package io.goodput.lab.world;

import io.goodput.admission.AdmissionControl;
import io.goodput.cache.ReadThrough;
import io.goodput.guard.AttemptContext;
import io.goodput.guard.Guard;
import io.goodput.meter.CriticalSection;
import org.jspecify.annotations.Nullable;

/**
 * What one process is instrumented with. It gets the policies themselves, which are those of production, to listen to
 * or to read; their time is that of the simulation. And it may follow each unit of work.
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

    /**
     * Gives each attempt of the process a context of its own; null for that of its call. It draws from no stream but
     * its own.
     */
    default @Nullable AttemptContext attemptContext() {
        return null;
    }

    /** The process begins to work for somebody; null if nobody follows that. */
    default @Nullable FollowedUnit begin(UnitBegin unit) {
        return null;
    }

    /** What tells how near saturation the endpoint is, which works on one request at a time. */
    default CriticalSection section(CriticalSection.Settings settings, long now) {
        return new CriticalSection(settings, now);
    }

    /** The endpoint goes down, before all that are inside are told so. */
    default void down() {}

    /** The endpoint comes up again. */
    default void up() {}

    /** What the process asks this service for goes through this cache. */
    default void cache(String dependency, ReadThrough<?, ?> reads) {}
}
