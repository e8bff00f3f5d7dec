package io.goodput.balance;

import io.goodput.balance.Balancer.Settings;

/**
 * What scores are reckoned with.
 *
 * @param decay the time constant of the averages, in nanoseconds
 * @param penalty the least that a failure is charged, in nanoseconds
 */
record Cost(double decay, double penalty) {
    /** A failure costs at least so many calls of an endpoint that does neither well nor badly. */
    private static final int CALLS_OF_A_PEER = 10;

    static Cost of(Settings settings) {
        return new Cost(settings.decay().toNanos(), settings.penalty().toNanos());
    }

    /**
     * What a failure is charged: never less than the penalty, the time that it took, or ten calls of a typical peer.
     * The last is what keeps a failure from looking fast where calls take longer than the penalty.
     *
     * @param peer what one of the peers is expected to cost
     */
    double charge(long elapsed, double peer) {
        return Math.max(Math.max((double) elapsed, penalty), CALLS_OF_A_PEER * peer);
    }
}
