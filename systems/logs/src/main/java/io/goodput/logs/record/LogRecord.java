package io.goodput.logs.record;

/** One line of telemetry. */
public sealed interface LogRecord permits WorkRecord, AccountingRecord, ToldContributors, WriterStep, PulseRecord {
    /** Who wrote it, and when what it tells of began. */
    RecordSite origin();
}
