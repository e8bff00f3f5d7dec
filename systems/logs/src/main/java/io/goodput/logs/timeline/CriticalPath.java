package io.goodput.logs.timeline;

import io.goodput.Outcome;
import io.goodput.logs.timeline.PathStep.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The chain of spans that determined when a bar ended, found backwards: whatever inside it ended last was waited for;
 * before that began, whatever had ended last by then; and so on inside of each. The time between them is the bar's own
 * (Zhang et al., "CRISP: Critical Path Analysis of Large-Scale Microservice Architectures", USENIX ATC 2022). What
 * ended later than the bar cannot have been waited for, nor was an attempt that was given up for another's answer.
 */
final class CriticalPath {
    private final List<PathStep> backwards = new ArrayList<>();

    private CriticalPath() {}

    /** The steps in the order of time; together they last as long as the bar with its wait. */
    static List<PathStep> of(TimelineBar bar) {
        var path = new CriticalPath();
        path.walk(bar, bar.arrival(), bar.end());
        return List.copyOf(path.backwards.reversed());
    }

    private void walk(TimelineBar bar, long from, long to) {
        List<TimelineBar> byEnd = new ArrayList<>(bar.inside());
        byEnd.sort(Comparator.comparingLong(TimelineBar::end)
                .thenComparing(TimelineBar::index, Collections.reverseOrder())
                .reversed());
        long open = to;
        for (TimelineBar inner : byEnd) {
            long begin = Math.max(inner.arrival(), from);
            if (inner.end() <= open && begin < inner.end() && isWaitedFor(inner)) {
                own(bar, inner.end(), open);
                walk(inner, begin, inner.end());
                open = begin;
            }
        }
        own(bar, from, open);
    }

    private static boolean isWaitedFor(TimelineBar bar) {
        return bar.outcome() != Outcome.CANCELLED || bar.kind() == BarKind.UNIT;
    }

    private void own(TimelineBar bar, long from, long to) {
        long begin = Math.clamp(bar.begin(), from, to);
        add(bar, begin, to, kind(bar.kind()));
        add(bar, from, begin, Kind.QUEUE);
    }

    private static Kind kind(BarKind kind) {
        return switch (kind) {
            case UNIT -> Kind.WORK;
            case CALL -> Kind.WAIT;
            case ATTEMPT, HEDGE, GAP -> Kind.REMOTE;
        };
    }

    private void add(TimelineBar bar, long from, long to, Kind kind) {
        if (from < to) {
            backwards.add(new PathStep(bar.index(), kind, from, to));
        }
    }
}
