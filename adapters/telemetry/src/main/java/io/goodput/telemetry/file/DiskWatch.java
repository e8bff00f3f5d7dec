package io.goodput.telemetry.file;

/**
 * Which mode fits the free share of the disk: a worse one at once, a better one only when there is a fifth more than
 * its limit, so that a disk which stays about there does not turn it to and fro.
 */
final class DiskWatch {
    private static final double BACK = 1.2;

    private final DiskLimits limits;
    private WriterMode mode = WriterMode.ALL;

    DiskWatch(DiskLimits limits) {
        this.limits = limits;
    }

    WriterMode mode() {
        return mode;
    }

    WriterMode observe(double freeShare) {
        if (isBelow(freeShare, limits.counts(), WriterMode.COUNTS)) {
            mode = WriterMode.COUNTS;
        } else if (isBelow(freeShare, limits.errors(), WriterMode.ERRORS)) {
            mode = WriterMode.ERRORS;
        } else if (isBelow(freeShare, limits.sampled(), WriterMode.SAMPLED)) {
            mode = WriterMode.SAMPLED;
        } else {
            mode = WriterMode.ALL;
        }
        return mode;
    }

    private boolean isBelow(double freeShare, double limit, WriterMode worse) {
        return freeShare < (mode.compareTo(worse) >= 0 ? limit * BACK : limit);
    }
}
