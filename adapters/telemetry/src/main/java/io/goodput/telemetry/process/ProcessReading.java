package io.goodput.telemetry.process;

/**
 * What a process used when that was read. What cannot be known on this machine is {@link #UNKNOWN}.
 *
 * @param upNanos since it began
 * @param cpuNanos of processors, since it began
 * @param cpus processors that it may use
 * @param heapBytes in use, garbage included
 * @param heapMaxBytes that it may use
 * @param gcNanos in pauses for collections, since it began
 * @param gcPauses since it began
 * @param threads without virtual ones
 * @param descriptors open files, sockets and others
 * @param descriptorsMax that it may have open
 * @param sockets among the descriptors
 * @param diskFreeBytes where its records are written
 */
public record ProcessReading(
        long upNanos,
        long cpuNanos,
        int cpus,
        long heapBytes,
        long heapMaxBytes,
        long gcNanos,
        long gcPauses,
        int threads,
        long descriptors,
        long descriptorsMax,
        long sockets,
        long diskFreeBytes) {
    /** What is not known. */
    public static final long UNKNOWN = -1;
}
