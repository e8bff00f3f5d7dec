package io.goodput.logs.source;

/**
 * What was read.
 *
 * @param files that were opened
 * @param records that were understood
 * @param unreadable lines that are no records, or too long
 * @param torn files whose end is missing: what was written last is not whole, or not yet
 */
public record SourceReport(int files, long records, long unreadable, int torn) {}
