package io.goodput.logs.wording;

import io.goodput.logs.contributors.ExampleTrace;
import io.goodput.logs.contributors.RankedContributor;
import io.goodput.logs.contributors.ServiceContributors;
import io.goodput.logs.contributors.ToldBounds;
import io.goodput.logs.contributors.TopContributors;
import io.goodput.telemetry.contributor.Contributors;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Contributors in words. */
public final class ContributorWords {
    private static final int MOST_NAMED = 10;

    private ContributorWords() {}

    /** {@code 19 intervals of 10 s from …; others: billing, orders}. */
    public static String summary(ServiceContributors all) {
        List<String> others = all.services().stream()
                .filter(service -> !service.equals(all.service()))
                .toList();
        String named = others.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        String more = others.size() > MOST_NAMED ? " and " + (others.size() - MOST_NAMED) + " more" : "";
        return TimelineWords.plural(all.intervals(), "interval", "intervals") + " of " + Amounts.time(all.width())
                + " from " + TimelineWords.instant(all.start()) + (others.isEmpty() ? "" : "; others: " + named + more);
    }

    /** {@code By tenant: 1,234 units}. */
    public static String heading(TopContributors top) {
        return "By " + top.kind().label() + ": " + Amounts.digits(top.count()) + " units";
    }

    /** The standard error that sampling leaves; nothing where every unit was written. */
    public static String plusMinus(RankedContributor one) {
        return one.error() == 0 ? "" : "± " + Amounts.digits(one.error());
    }

    /** What part of its units failed. */
    public static String failed(RankedContributor one) {
        return Amounts.share(one.count() == 0 ? 0 : one.failures() / one.count());
    }

    /** {@code 640}, or {@code 640 to 652} where the memory of those who counted left that open. */
    public static String told(TopContributors top, RankedContributor one) {
        ToldBounds bounds = top.told(one.name());
        return bounds.least() == bounds.most()
                ? Amounts.digits((double) bounds.most())
                : Amounts.digits((double) bounds.least()) + " to " + Amounts.digits((double) bounds.most());
    }

    /** A sentence for each thing that is not among the first. */
    public static List<String> notes(TopContributors top) {
        List<String> all = new ArrayList<>();
        if (top.others() > 0) {
            all.add(TimelineWords.plural(top.others(), "other", "others") + ": " + Amounts.digits(top.othersCount())
                    + " units");
        }
        if (top.unnamed() > 0) {
            all.add("too many names to tell apart: " + Amounts.digits(top.unnamed())
                    + " units, among which may be one of the first");
        }
        if (top.isTold()) {
            all.add("told: what processes counted themselves, "
                    + Amounts.digits((double) top.told().total())
                    + " units, whether written or not (Space-Saving, k = " + Contributors.KEPT
                    + "): nobody else has more than "
                    + Amounts.digits((double) top.told().unlisted()));
        }
        return all;
    }

    /** {@code 8ac7… checkout, timeout, 546 ms}. */
    public static String example(ExampleTrace example) {
        return example.trace() + " " + example.operation() + ", " + OutcomeText.of(example.outcome()) + ", "
                + Amounts.time(example.micros());
    }

    /** What a picture of somebody's units over time shows, for who does not see it. */
    public static String label(RankedContributor one) {
        double most = one.counts().stream()
                .mapToDouble(count -> count == null ? 0 : count)
                .max()
                .orElse(0);
        return one.name() + " over time, at most " + Amounts.digits(most) + " units in an interval";
    }
}
