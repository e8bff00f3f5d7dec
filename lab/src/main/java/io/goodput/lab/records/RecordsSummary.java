package io.goodput.lab.records;

/**
 * What became of a run that was recorded.
 *
 * @param processes that wrote
 * @param begun records that were due: units of work, and parts of those that had not ended
 * @param written records that are in files
 * @param sampledOut records that sampling left out
 * @param dropped records that were lost
 * @param until when the recording ended, in nanoseconds of the run
 * @param full whether it ended for the number of records
 */
public record RecordsSummary(
        int processes, long begun, long written, long sampledOut, long dropped, long until, boolean full) {}
