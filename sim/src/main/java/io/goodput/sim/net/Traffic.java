package io.goodput.sim.net;

/**
 * What became of the messages so far.
 *
 * @param sent by anybody
 * @param dropped of those
 * @param duplicated of those
 */
public record Traffic(long sent, long dropped, long duplicated) {
    /** Arrivals, those that are still to come included. */
    public long arrivals() {
        return sent - dropped + duplicated;
    }
}
