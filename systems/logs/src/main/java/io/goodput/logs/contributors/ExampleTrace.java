package io.goodput.logs.contributors;

import io.goodput.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work to look at.
 *
 * @param at when it began, in microseconds since 1970
 */
public record ExampleTrace(
        String trace,
        long at,
        String operation,
        long micros,
        @Nullable Outcome outcome) {}
