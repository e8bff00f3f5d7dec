package io.goodput.logs.record;

import io.goodput.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call that a unit of work made.
 *
 * @param at when, in microseconds since the unit's, or its part's, beginning
 * @param micros how long it took, waits and all attempts included
 * @param refusal why it was not sent, or not again
 * @param deadlineMicros the time it had left when it began
 */
public record CallRecord(
        String dependency,
        @Nullable String operation,
        long at,
        long micros,
        @Nullable Outcome outcome,
        @Nullable String refusal,
        @Nullable Long deadlineMicros,
        List<AttemptRecord> attempts) {}
