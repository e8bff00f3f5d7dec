package io.goodput.lab.world;

/**
 * Who is inside an endpoint, for how long: Little's law, on every run. The level summed over time is the time that each
 * request spends inside, summed over the requests. The first is kept here from the comings and goings, the second from
 * what each request knows of its own entry, so a request that is lost, counted twice or timed wrongly shows.
 *
 * <p>Sums may wrap around, which their difference does not mind.
 */
final class Residence {
    private int inside;
    private long changedAt;
    private long levelOverTime;
    private long timeOfThoseWhoLeft;

    void entered(long now) {
        advance(now);
        inside++;
    }

    /** One leaves that says it entered then. */
    void left(long enteredAt, long now) {
        advance(now);
        inside--;
        timeOfThoseWhoLeft += now - enteredAt;
    }

    private void advance(long now) {
        levelOverTime += inside * (now - changedAt);
        changedAt = now;
    }

    int inside() {
        return inside;
    }

    /** Nanoseconds that all requests together have been inside, until then. */
    long timeInside(long now) {
        advance(now);
        return levelOverTime;
    }

    /**
     * What the law leaves for those who are still inside: nothing if there are none, and otherwise no more than if all
     * of them had been here from the start. If that is not so, the bookkeeping of the simulation is wrong.
     */
    boolean littlesLawHolds(long now) {
        long timeOfThoseInside = timeInside(now) - timeOfThoseWhoLeft;
        return inside >= 0 && timeOfThoseInside >= 0 && timeOfThoseInside <= inside * now;
    }
}
