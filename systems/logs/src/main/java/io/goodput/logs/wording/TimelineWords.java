package io.goodput.logs.wording;

import io.goodput.logs.record.BadOutcome;
import io.goodput.logs.timeline.BarKind;
import io.goodput.logs.timeline.ClockSkew;
import io.goodput.logs.timeline.PathStep;
import io.goodput.logs.timeline.TimelineBar;
import io.goodput.logs.timeline.TraceTimeline;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A timeline in words: what a bar is called, what is to be said of it, and of the whole. */
public final class TimelineWords {
    private TimelineWords() {}

    /** {@code 3 processes, 5 units, 9 attempts, 131 ms from 2026-11-30T12:00:00.000000Z}. */
    public static String summary(TraceTimeline timeline) {
        List<TimelineBar> bars = timeline.bars();
        long units = count(bars, BarKind.UNIT);
        long attempts = count(bars, BarKind.ATTEMPT) + count(bars, BarKind.HEDGE);
        long processes = bars.stream()
                .filter(bar -> bar.kind() == BarKind.UNIT)
                .map(TimelineBar::process)
                .distinct()
                .count();
        return plural(processes, "process", "processes") + ", " + plural(units, "unit", "units") + ", "
                + plural(attempts, "attempt", "attempts") + ", " + Amounts.time(timeline.micros()) + " from "
                + instant(timeline.start());
    }

    private static long count(List<TimelineBar> bars, BarKind kind) {
        return bars.stream().filter(bar -> bar.kind() == kind).count();
    }

    /** {@code 1 unit}, {@code 2 units}. */
    public static String plural(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    /** Six decimals, always: ISO 8601. */
    public static String instant(long micros) {
        Instant at = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        return at.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "")
                + String.format(".%06dZ", Math.floorMod(micros, 1_000_000L));
    }

    /** What a bar is called. */
    public static String name(TimelineBar bar) {
        return switch (bar.kind()) {
            case UNIT -> bar.name() + " (" + bar.process() + ")";
            case CALL -> "→ " + bar.name();
            case ATTEMPT -> bar.name().isEmpty() ? "attempt" : "attempt at " + bar.name();
            case HEDGE -> bar.name().isEmpty() ? "hedge" : "hedge at " + bar.name();
            case GAP -> "no record of span " + bar.span();
        };
    }

    /** What is to be said of a bar beside its times: nothing, where all went as it should. */
    public static List<String> remarks(TimelineBar bar) {
        List<String> all = new ArrayList<>();
        var facts = bar.facts();
        if (BadOutcome.is(bar.outcome()) || bar.outcome() == io.goodput.Outcome.CANCELLED) {
            all.add(OutcomeText.of(bar.outcome()));
        }
        add(all, "", facts.refusal() == null ? null : "refused: " + facts.refusal());
        add(all, "status ", facts.status());
        add(all, "", facts.category());
        add(all, "", facts.error());
        add(all, "never ended, begun at ", facts.leaked());
        if (bar.queued() > 0) {
            all.add("queued " + Amounts.time(bar.queued()));
        }
        if (bar.deadline() != null) {
            all.add(Amounts.time(bar.deadline()) + " left");
        }
        if (facts.parts() > 1) {
            all.add(facts.parts() + " parts");
        }
        if (facts.missing() > 0) {
            all.add(plural(facts.missing(), "part", "parts") + " missing");
        }
        if (!facts.hasEnded()) {
            all.add("its end is not told");
        }
        if (facts.isCut()) {
            all.add("calls are missing");
        }
        return all;
    }

    private static void add(List<String> all, String before, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            all.add(before + text);
        }
    }

    /** One sentence for each clock, and one for what is left out. */
    public static List<String> notes(TraceTimeline timeline) {
        List<String> all = new ArrayList<>();
        timeline.clocks().forEach(clock -> all.add(clock(clock)));
        if (timeline.leftOut() > 0) {
            all.add(plural(timeline.leftOut(), "unit is", "units are") + " left out (at most "
                    + TraceTimeline.MOST_UNITS + " are shown).");
        }
        return all;
    }

    private static String clock(ClockSkew clock) {
        String bounds = clock.least() != null && clock.most() != null
                ? "ahead by " + signed((clock.least() + clock.most()) / 2) + " ± "
                        + Amounts.time((clock.most() - clock.least()) / 2.0)
                : clock.most() != null
                        ? "ahead by at most " + signed(clock.most())
                        : clock.least() != null ? "ahead by at least " + signed(clock.least()) : "not bounded";
        String done = clock.ahead() == 0 ? "not corrected" : "taken as " + signed(clock.ahead()) + " and corrected";
        return "Clock of " + clock.process() + " against " + clock.against() + ": " + bounds + ", " + done
                + (clock.agrees() ? "." : "; something ended later than its answer came.");
    }

    private static String signed(long micros) {
        return (micros > 0 ? "+" : "") + Amounts.time(micros);
    }

    /** {@code Critical path of 131 ms: work 20 ms, remote 80 ms, …}; the largest first. */
    public static String path(TraceTimeline timeline) {
        Map<PathStep.Kind, Long> sums = new EnumMap<>(PathStep.Kind.class);
        timeline.path().forEach(step -> sums.merge(step.kind(), step.micros(), Long::sum));
        long all = sums.values().stream().mapToLong(Long::longValue).sum();
        List<String> parts = sums.entrySet().stream()
                .sorted(Map.Entry.<PathStep.Kind, Long>comparingByValue().reversed())
                .map(sum -> kind(sum.getKey()) + " " + Amounts.time(sum.getValue()))
                .toList();
        return "Critical path of " + Amounts.time(all) + ": " + String.join(", ", parts) + ".";
    }

    /** What time on the path is spent on. */
    public static String kind(PathStep.Kind kind) {
        return switch (kind) {
            case QUEUE -> "in queues";
            case WORK -> "working";
            case WAIT -> "calls waiting";
            case REMOTE -> "on the wire or unseen";
        };
    }
}
