package io.goodput.logs.contributors;

import io.goodput.telemetry.contributor.Facet;
import io.goodput.telemetry.contributor.TopList;
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
 * @param told what processes counted themselves, in the minutes that they told of: no unit is left out of that, but
 *     memory is bounded, so that each count may be too high by its error; empty where none told of any
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
        double unnamed,
        TopList told) {
    /** What part of all somebody's units are. */
    public double share(RankedContributor one) {
        return count == 0 ? 0 : one.count() / count;
    }

    /** Whether processes told of any. */
    public boolean isTold() {
        return told.total() > 0;
    }

    /** At least and at most so many units of somebody were counted by processes. */
    public ToldBounds told(String name) {
        return told.contributors().stream()
                .filter(one -> one.key().equals(name))
                .findFirst()
                .map(one -> new ToldBounds(one.atLeast(), one.count()))
                .orElse(new ToldBounds(0, told.unlisted()));
    }
}
