package io.goodput.telemetry.unit;

/** Classes of size, so that the times of small and of huge requests can be told apart. */
enum SizeClass {
    UP_TO_1K("1K", 1L << 10),
    UP_TO_10K("10K", 10L << 10),
    UP_TO_100K("100K", 100L << 10),
    UP_TO_1M("1M", 1L << 20),
    UP_TO_10M("10M", 10L << 20),
    HUGE("huge", Long.MAX_VALUE);

    final String label;
    private final long most;

    SizeClass(String label, long most) {
        this.label = label;
        this.most = most;
    }

    static SizeClass of(long bytes) {
        for (SizeClass each : values()) {
            if (bytes <= each.most) {
                return each;
            }
        }
        return HUGE;
    }
}
