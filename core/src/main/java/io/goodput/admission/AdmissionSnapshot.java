package io.goodput.admission;

import java.time.Duration;
import java.util.Map;

/**
 * What an {@link AdmissionQueue} holds and has done since it was made, for telemetry. Zeros are there too.
 *
 * @param limit how many may be served at a time
 * @param inService how many are
 * @param waiting how many wait, pings included
 * @param averageWait of the requests served in the last second that is over, of which some did not wait
 * @param leastServiceTime the time below which a request is taken not to be done before its deadline
 * @param served by priority
 * @param shed by reason, then by priority
 * @param shedByTenant of the first {@code tenantsCounted} tenants of which something was shed; requests without a
 *     tenant are those of {@link AdmissionRequest#NO_TENANT}
 * @param shedOfOtherTenants of all others
 * @param cancelled given up while they waited
 * @param wouldHaveDropped what {@link Feasibility.Mode#DRY_RUN} would have dropped
 */
public record AdmissionSnapshot(
        int limit,
        int inService,
        int waiting,
        Duration averageWait,
        Duration leastServiceTime,
        Map<Priority, Long> served,
        Map<Shed, Map<Priority, Long>> shed,
        Map<Object, Long> shedByTenant,
        long shedOfOtherTenants,
        long cancelled,
        long wouldHaveDropped) {
    /** Requests shed for that reason, of whatever priority. */
    public long shed(Shed reason) {
        return shed.getOrDefault(reason, Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
