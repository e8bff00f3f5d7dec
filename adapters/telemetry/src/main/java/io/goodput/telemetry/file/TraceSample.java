package io.goodput.telemetry.file;

import io.goodput.telemetry.record.Outgoing;

/**
 * One in ten traces, each whole: all processes that are short of disk choose the same ones. Their choice has nothing to
 * do with the one that sampling made before by the same ids, so that weights may be multiplied.
 */
final class TraceSample {
    /** For how many a record of it stands. */
    static final double WEIGHT = 10;

    private static final long SALT = 0x6469736B2D6C6F77L;
    private static final long BELOW = Long.divideUnsigned(-1, (long) WEIGHT);

    private TraceSample() {}

    /** Whether the record's trace is one of them; without a trace, the record by itself. */
    static boolean has(Outgoing record) {
        long id = record.traceHigh() ^ Long.rotateLeft(record.traceLow(), 32);
        long hash = mixed((id == 0 ? record.epochNanos() : id) + SALT);
        return Long.compareUnsigned(hash, BELOW) < 0;
    }

    /** The finalizer of MurmurHash3. */
    private static long mixed(long bits) {
        long z = (bits ^ bits >>> 33) * 0xFF51AFD7ED558CCDL;
        z = (z ^ z >>> 33) * 0xC4CEB9FE1A85EC53L;
        return z ^ z >>> 33;
    }
}
