package io.goodput.telemetry.aggregate;

/** When any of the series that come and go together was last used, in seconds that were over. */
final class LastUse {
    private final boolean levelsCount;
    private volatile long second;

    private LastUse(boolean levelsCount, long second) {
        this.levelsCount = levelsCount;
        this.second = second;
    }

    /** Of a series that stands alone. */
    static LastUse ofOne(long second) {
        return new LastUse(true, second);
    }

    /** Of several, one of which is a level that is told whether or not anything happens. */
    static LastUse ofSeveral(long second) {
        return new LastUse(false, second);
    }

    /** A series of that kind was used. */
    void at(long now, SeriesKind kind) {
        if (levelsCount || kind != SeriesKind.LEVEL) {
            renew(now);
        }
    }

    void renew(long now) {
        if (now > second) {
            second = now;
        }
    }

    long second() {
        return second;
    }
}
