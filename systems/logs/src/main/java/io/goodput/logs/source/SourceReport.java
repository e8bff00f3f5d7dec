package io.goodput.logs.source;

/**
 * What was read.
 *
 * @param records that were understood
 * @param unreadable lines that are no records
 */
public record SourceReport(long records, long unreadable) {}
