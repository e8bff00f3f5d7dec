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
 * @param refused by reason, then by priority
 * @param refusedByTenant of the first {@code tenantsCounted} tenants that were refused something; requests without a
 *     tenant are those of {@link AdmissionQueue#NO_TENANT}
 * @param refusedOfOtherTenants of all others
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
        Map<Refusal, Map<Priority, Long>> refused,
        Map<Object, Long> refusedByTenant,
        long refusedOfOtherTenants,
        long cancelled,
        long wouldHaveDropped) {
    /** Requests refused for that reason, of whatever priority. */
    public long refused(Refusal reason) {
        return refused.getOrDefault(reason, Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
