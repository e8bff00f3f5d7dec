package io.goodput.lab.world;

/**
 * Who is inside, for how long: Little's law, exactly and on every run. The level summed over time is the time that each
 * request spent inside, summed over the requests; the two are counted apart and must meet.
 *
 * <p>Sums may wrap around, which the comparison does not mind.
 */
final class Residence {
    private int inside;
    private long changedAt;
    private long levelOverTime;
    private long timeOfThoseWhoLeft;
    private long entriesOfThoseInside;

    void entered(long now) {
        advance(now);
        inside++;
        entriesOfThoseInside += now;
    }

    void left(long enteredAt, long now) {
        advance(now);
        inside--;
        entriesOfThoseInside -= enteredAt;
        timeOfThoseWhoLeft += now - enteredAt;
    }

    private void advance(long now) {
        levelOverTime += inside * (now - changedAt);
        changedAt = now;
    }

    int inside() {
        return inside;
    }

    /** Nanoseconds of all requests together, until then. */
    long timeInside(long now) {
        advance(now);
        return timeOfThoseWhoLeft + inside * now - entriesOfThoseInside;
    }

    /** The bookkeeping of the simulation is wrong if it does not hold. */
    boolean littlesLawHolds(long now) {
        return timeInside(now) == levelOverTime && inside >= 0;
    }
}
