package io.goodput.telemetry.aggregate;

/** In which intervals the process was there and counted: in all others there is a gap. Of the thread that ticks. */
final class Presence {
    private final long[][] there = new long[Tier.values().length][];

    Presence() {
        for (Tier tier : Tier.values()) {
            there[tier.ordinal()] = new long[tier.intervals()];
        }
    }

    /** In that second it was. */
    void mark(long second) {
        for (Tier tier : Tier.values()) {
            long index = second / tier.seconds();
            there[tier.ordinal()][place(tier, index)] = index + 1;
        }
    }

    boolean has(Tier tier, long index) {
        return there[tier.ordinal()][place(tier, index)] == index + 1;
    }

    private static int place(Tier tier, long index) {
        return (int) (index % tier.intervals());
    }
}
