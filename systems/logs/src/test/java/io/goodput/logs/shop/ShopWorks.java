package io.goodput.logs.shop;

import io.goodput.logs.record.LogRecord;
import io.goodput.logs.record.RecordParser;
import io.goodput.logs.record.WorkRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lines of records as the units of work that they tell of. */
public final class ShopWorks {
    private ShopWorks() {}

    /** What a line says; null if it is no record. */
    public static @Nullable LogRecord parsed(String line) {
        byte[] text = line.getBytes(StandardCharsets.UTF_8);
        return new RecordParser().parse(text, 0, text.length);
    }

    /** The units of work among the lines. */
    public static List<WorkRecord> of(List<String> lines) {
        return lines.stream()
                .map(line -> Objects.requireNonNull(parsed(line), line))
                .filter(WorkRecord.class::isInstance)
                .map(WorkRecord.class::cast)
                .toList();
    }

    /** The same as another part of its unit. */
    public static WorkRecord withPart(WorkRecord work, int part, boolean last) {
        return with(work, part, last, work.tenant());
    }

    /** The same for another tenant. */
    public static WorkRecord withTenant(WorkRecord work, String tenant) {
        return with(work, work.part(), work.last(), tenant);
    }

    private static WorkRecord with(WorkRecord work, int part, boolean last, @Nullable String tenant) {
        return new WorkRecord(
                work.origin(),
                work.operation(),
                work.id(),
                part,
                last,
                work.trace(),
                work.parent(),
                work.request(),
                tenant,
                work.client(),
                work.criticality(),
                work.outcome(),
                work.status(),
                work.category(),
                work.error(),
                work.refusal(),
                work.leaked(),
                work.micros(),
                work.queueMicros(),
                work.deadlineMicros(),
                work.weight(),
                work.details(),
                work.dependencies(),
                work.calls(),
                work.isCut());
    }
}
