package io.goodput.telemetry.aggregate;

/**
 * A unit of work that was written, by which a number leads to a trace.
 *
 * @param traceHigh the first half of the trace's id
 * @param traceLow the second half
 * @param nanos how long the unit took
 * @param epochNanos when it began
 */
public record Exemplar(long traceHigh, long traceLow, long nanos, long epochNanos) {
    /** The trace, as 32 hexadecimal digits. */
    public String trace() {
        return hex(traceHigh) + hex(traceLow);
    }

    private static String hex(long half) {
        String digits = Long.toHexString(half);
        return "0".repeat(16 - digits.length()) + digits;
    }
}
