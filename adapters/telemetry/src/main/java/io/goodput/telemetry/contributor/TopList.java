package io.goodput.telemetry.contributor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Those from whom most comes, the first first.
 *
 * @param total units in all
 * @param unlisted the most units that anybody can have who is not listed
 * @param contributors in falling order of their counts
 */
public record TopList(long total, long unlisted, List<Contributor> contributors) {
    /** Nothing has happened. */
    public static final TopList EMPTY = new TopList(0, 0, List.of());

    private static final Comparator<Contributor> MOST_FIRST =
            Comparator.comparingLong(Contributor::count).reversed().thenComparing(Contributor::key);

    /** Of such figures. */
    public TopList {
        contributors = List.copyOf(contributors);
    }

    static TopList of(long total, long unlisted, List<Contributor> in) {
        return new TopList(total, unlisted, in.stream().sorted(MOST_FIRST).toList());
    }

    /**
     * The list of both together. Who is in one of them may have as much in the other as anybody who is not listed
     * there; so errors add up, and whatever the order in which lists are joined, none is above the sum of the
     * {@code unlisted}. After Agarwal et al., "Mergeable summaries" (PODS 2012).
     *
     * @param most of it that are kept
     */
    public TopList plus(TopList other, int most) {
        Map<String, Contributor> both = new LinkedHashMap<>();
        for (Contributor mine : contributors) {
            both.put(mine.key(), raised(mine, other.unlisted));
        }
        for (Contributor theirs : other.contributors) {
            Contributor mine = both.get(theirs.key());
            both.put(theirs.key(), mine == null ? raised(theirs, unlisted) : sum(mine, theirs, other.unlisted));
        }
        return of(total + other.total, unlisted + other.unlisted, new ArrayList<>(both.values()))
                .first(most);
    }

    private static Contributor raised(Contributor one, long by) {
        return new Contributor(one.key(), one.count() + by, one.error() + by, one.failures(), one.nanos());
    }

    private static Contributor sum(Contributor raised, Contributor other, long raisedBy) {
        return new Contributor(
                raised.key(),
                raised.count() - raisedBy + other.count(),
                raised.error() - raisedBy + other.error(),
                raised.failures() + other.failures(),
                raised.nanos() + other.nanos());
    }

    /** The first so many; the others are as anybody else. */
    public TopList first(int most) {
        if (contributors.size() <= most) {
            return this;
        }
        long left = contributors.get(most).count();
        return new TopList(total, Math.max(unlisted, left), contributors.subList(0, most));
    }

    /** The same, where so many more were not looked at: any of them may be of anybody. */
    TopList withMissed(long missed) {
        if (missed == 0) {
            return this;
        }
        return of(
                total + missed,
                unlisted + missed,
                contributors.stream().map(each -> raised(each, missed)).toList());
    }
}
