package io.goodput.logs.contributors;

import io.goodput.telemetry.contributor.Facet;
import java.util.List;

/**
 * The first contributors of a service by number of units.
 *
 * @param start of the first interval, in microseconds since 1970
 * @param width of each, in microseconds
 * @param count of all units that count for somebody, re-inflated
 * @param top the first, the largest first, ties by name
 * @param others how many more there are
 * @param othersCount units of those
 * @param unnamed units of names that came when there were too many to tell apart; among them may be one of the first
 */
public record TopContributors(
        String service,
        Facet kind,
        long start,
        long width,
        double count,
        List<RankedContributor> top,
        long others,
        double othersCount,
        double unnamed) {
    /** What part of all somebody's units are. */
    public double share(RankedContributor one) {
        return count == 0 ? 0 : one.count() / count;
    }
}
