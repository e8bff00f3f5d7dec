package io.goodput.guard;

import io.goodput.CallContext;
import io.goodput.ContextHeaders;
import io.goodput.Deadline;
import io.goodput.balance.Endpoint;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a guarded call, for the task that makes it.
 *
 * @param number from 1; hedges count too
 * @param hedge whether it runs beside an earlier attempt that has not answered yet
 * @param endpoint where to send it; null where the guard has no endpoints
 * @param context what the call is for, with the time that the attempt has: what the {@link ContextHeaders headers} of a
 *     request should say, be the call inside of a request or not
 */
public record Attempt(int number, boolean hedge, @Nullable Endpoint endpoint, CallContext context) {
    /** After which the answer is of no use: what a client's own timeout should say. */
    public Deadline deadline() {
        return context.deadline();
    }

    /**
     * Where to send it.
     *
     * @throws IllegalStateException if the guard has no endpoints
     */
    public Endpoint target() {
        if (endpoint == null) {
            throw new IllegalStateException("the guard has no endpoints to choose from");
        }
        return endpoint;
    }
}
