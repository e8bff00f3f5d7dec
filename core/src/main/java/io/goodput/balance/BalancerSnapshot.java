package io.goodput.balance;

import io.goodput.balance.Detection.Consequence;
import io.goodput.balance.Detection.Reason;
import java.util.Map;

/**
 * What a {@link Balancer} holds and has done since it was made, for telemetry. Counts never fall; zeros are there too.
 *
 * @param endpoints how many there are now
 * @param available how many of them calls without a key may go to
 * @param ejected how many are ejected as outliers
 * @param inFlight calls picked and not ended, at the endpoints that there are
 * @param panicking whether calls go to all of them, as too few are available
 * @param found outliers, by what they stood out by, and by what was done about it
 * @param returned ejections that are over as their time was
 * @param healthChanges how often an endpoint was marked ill, or well again
 * @param panics how often a panic began
 */
public record BalancerSnapshot(
        int endpoints,
        int available,
        int ejected,
        int inFlight,
        boolean panicking,
        Map<Reason, Map<Consequence, Long>> found,
        long returned,
        long healthChanges,
        long panics) {
    /** Outliers about which that was done, whatever they stood out by. */
    public long found(Consequence consequence) {
        return found.values().stream()
                .mapToLong(of -> of.getOrDefault(consequence, 0L))
                .sum();
    }
}
