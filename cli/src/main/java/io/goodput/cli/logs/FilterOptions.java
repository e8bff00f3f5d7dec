package io.goodput.cli.logs;

import io.goodput.logs.file.TimeBounds;
import io.goodput.logs.query.QuestionFilter;
import io.goodput.logs.record.LogRecord;
import io.goodput.logs.record.WorkRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which records a ready-made question is about. */
final class FilterOptions {
    @Mixin
    private TimeOptions times;

    @Option(names = "--operation", paramLabel = "NAME", description = "Of this operation only.")
    private @Nullable String operation;

    @Option(names = "--tenant", paramLabel = "NAME", description = "Of this tenant only.")
    private @Nullable String tenant;

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    FilterOptions() {}

    QuestionFilter filter() {
        return new QuestionFilter(times.since(), times.until(), operation, tenant);
    }

    /** Whether a record is one of those; what is no work has no operation and no tenant. */
    boolean takes(LogRecord record) {
        return (operation == null && tenant == null)
                || (record instanceof WorkRecord work
                        && (operation == null || operation.equals(work.operation()))
                        && (tenant == null || tenant.equals(work.tenant())));
    }

    /** What need not be read, as no record of another time counts. */
    TimeBounds bounds() {
        return times.bounds();
    }
}
