package io.goodput.lab.world;

import io.goodput.CallContext;

/**
 * A process begins to work for somebody.
 *
 * @param operation what it is asked for: {@link io.goodput.lab.model.Operation#MAIN} if it does one thing
 * @param call the number of the population's call that it is for
 * @param context as it came in: its criticality, tenant, deadline and trace
 * @param waited for how many nanoseconds it has waited
 * @param depth behind how many; -1 where there is no queue
 */
public record UnitBegin(String operation, long call, CallContext context, long waited, int depth) {}
