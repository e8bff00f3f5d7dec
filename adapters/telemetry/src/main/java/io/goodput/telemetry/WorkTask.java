package io.goodput.telemetry;

import org.jspecify.annotations.Nullable;

/** What is done as one unit of work. */
@FunctionalInterface
public interface WorkTask<T extends @Nullable Object> {
    /** Does it, and tells the work of it. */
    T call(Work work) throws Exception;
}
