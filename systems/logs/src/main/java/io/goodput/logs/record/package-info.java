/**
 * Lines of telemetry, read back. In: a line of {@code docs/telemetry/records.md}, whoever wrote it. Out: what it says,
 * typed, or nothing. What a reader does not know is passed over; what is too deep, too long or no record is refused
 * without an exception, for a log is read when things go wrong.
 */
package io.goodput.logs.record;
