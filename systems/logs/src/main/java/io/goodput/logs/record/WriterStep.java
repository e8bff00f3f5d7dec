package io.goodput.logs.record;

import io.goodput.telemetry.file.WriterMode;
import org.jspecify.annotations.Nullable;

/**
 * A writer of records went another way.
 *
 * @param mode what it writes since
 * @param why in words; null where that was not told
 */
public record WriterStep(
        RecordSite origin, WriterMode mode, @Nullable String why) implements LogRecord {}
