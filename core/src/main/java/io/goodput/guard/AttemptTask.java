package io.goodput.guard;

import org.jspecify.annotations.Nullable;

/** A task that wants to know which attempt it is, where to send it, and how long it may take. */
@FunctionalInterface
public interface AttemptTask<T extends @Nullable Object> {
    /** Makes one attempt. */
    T call(Attempt attempt) throws Exception;
}
