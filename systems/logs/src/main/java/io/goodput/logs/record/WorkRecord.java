package io.goodput.logs.record;

import io.goodput.Outcome;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work, or a part of a long one. Fields are as in {@code docs/telemetry/records.md}; what was not told is
 * null, and lists and maps are then empty.
 *
 * @param id span of the unit
 * @param part from 1
 * @param last whether the unit ended with it
 * @param parent span that asked for it
 * @param micros how long it, or this part, took
 * @param queueMicros how long it waited before it began; 0 where nobody said
 * @param deadlineMicros the time it had left when it began
 * @param weight for how many units it stands: at least 1
 * @param isCut whether calls are missing from {@code calls}
 */
public record WorkRecord(
        RecordSite origin,
        String operation,
        String id,
        int part,
        boolean last,
        @Nullable String trace,
        @Nullable String parent,
        @Nullable String request,
        @Nullable String tenant,
        @Nullable String client,
        @Nullable String criticality,
        @Nullable Outcome outcome,
        @Nullable String status,
        @Nullable String category,
        @Nullable String error,
        @Nullable String refusal,
        @Nullable String leaked,
        long micros,
        long queueMicros,
        @Nullable Long deadlineMicros,
        double weight,
        Map<String, String> details,
        List<DependencyUse> dependencies,
        List<CallRecord> calls,
        boolean isCut)
        implements LogRecord {
    /** When it ended, or its part did, in microseconds since 1970. */
    public long end() {
        return origin.at() + micros;
    }
}
