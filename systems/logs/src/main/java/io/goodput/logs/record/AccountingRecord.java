package io.goodput.logs.record;

/**
 * What became of the records of a process since it began.
 *
 * @param written in a frame that was flushed
 * @param sampledOut left out by sampling
 * @param dropped lost, for all reasons
 */
public record AccountingRecord(RecordSite origin, long written, long sampledOut, long dropped) implements LogRecord {}
