package io.goodput.lab.world;

import io.goodput.CallContext;
import io.goodput.Deadline;
import io.goodput.guard.CallOptions;

/**
 * What a request from outside brings along, wherever it leads.
 *
 * @param number of the call in the run, from 1
 * @param options with its key
 * @param context with its criticality and tenant
 * @param key its number, for a route by key; 0 if it has none
 * @param work factor on the work for it
 * @param poison for how long it brings down the endpoint that it reaches, in nanoseconds; 0 if it does not
 */
record CallOrigin(long number, CallOptions options, CallContext context, int key, double work, long poison) {
    /** The same in another context. */
    CallOrigin in(CallContext other) {
        return new CallOrigin(number, options, other, key, work, poison);
    }

    /** The same for what nobody waits for: no part of the unit of work that is followed. */
    CallOrigin behind() {
        return context.work() == null ? this : in(context.withWork(null));
    }

    CallContext within(long deadline) {
        return deadline == Long.MAX_VALUE ? context : context.within(new Deadline(deadline));
    }
}
