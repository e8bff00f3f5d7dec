package io.goodput.telemetry.aggregate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A series that is counted into: what happened since the last second was over, by many threads, and what was counted
 * before, under the registry's monitor.
 */
abstract sealed class LiveSeries permits CountSeries, TimeSeries, LevelSeries {
    /** What the heap needs for one without anything in it, the key and its place in the registry included, roughly. */
    static final long BYTES = 600;

    private final SeriesKey key;
    private final SeriesKind kind;
    private final LastUse lastUse;
    private final long since;
    private final long bytes;
    private final MemoryBudget budget;
    private final Map<Tier, IntervalLog> logs = new EnumMap<>(Tier.class);
    private long lost;

    /** It has left, or is about to: whoever has it asks for another. */
    private volatile boolean gone;

    LiveSeries(SeriesKey key, SeriesKind kind, LastUse lastUse, long since, MemoryBudget budget) {
        this.key = key;
        this.kind = kind;
        this.lastUse = lastUse;
        this.since = since;
        this.budget = budget;
        this.bytes = bytesOf(key);
        for (Tier tier : Tier.values()) {
            logs.put(tier, new IntervalLog(budget));
        }
    }

    /** What an empty series of that key takes. */
    static long bytesOf(SeriesKey key) {
        long characters = key.name().length();
        for (var label : key.labels().entrySet()) {
            characters += 100 + label.getKey().length() + label.getValue().length();
        }
        return BYTES + characters * 2;
    }

    SeriesKey key() {
        return key;
    }

    SeriesKind kind() {
        return kind;
    }

    LastUse lastUse() {
        return lastUse;
    }

    /** Intervals that found no room. */
    long lost() {
        return lost;
    }

    MemoryBudget budget() {
        return budget;
    }

    boolean isGone() {
        return gone;
    }

    void gone(boolean now) {
        gone = now;
    }

    /** Takes what happened since the last time into the figures. */
    abstract void drain(IntervalFigures into);

    /** What it takes beside its intervals. */
    abstract void giveBack();

    abstract SeriesTotal total();

    /** A second is over; the figures are cleared before and after. */
    void close(long second, IntervalFigures figures, IntervalBytes out) {
        drain(figures);
        if (!figures.isEmpty()) {
            lastUse.at(second, kind);
            add(Tier.SECONDS, second, figures, out);
            figures.clear();
        }
    }

    /** An interval of a longer tier is over: it is what the shorter ones in it were. */
    void rollUp(Tier into, long index, IntervalFigures figures, IntervalBytes out) {
        Tier from = into.shorter();
        int many = into.seconds() / from.seconds();
        log(from).addTo(figures, index * many, (index + 1) * many - 1);
        if (!figures.isEmpty()) {
            add(into, index, figures, out);
            figures.clear();
        }
    }

    private void add(Tier tier, long index, IntervalFigures figures, IntervalBytes out) {
        out.clear();
        figures.writeTo(out);
        if (!log(tier).add(index, out)) {
            lost++;
        }
    }

    void forget(Tier tier, long before) {
        log(tier).forgetBefore(before);
    }

    void forgetAll() {
        for (IntervalLog log : logs.values()) {
            log.forgetAll();
        }
        giveBack();
        budget.giveBack(bytes);
    }

    /** All intervals of a tier, up to the last that is over. */
    List<IntervalView> intervals(Tier tier, long lastOver, Presence presence) {
        long from = Math.max(0, lastOver - tier.intervals() + 1);
        List<IntervalView> all = new ArrayList<>();
        var figures = new IntervalFigures(kind);
        log(tier).each(from, lastOver, figures, index -> {
            fill(all, from, index, tier, presence);
            all.add(figures.view(index));
            figures.clear();
        });
        fill(all, from, lastOver + 1, tier, presence);
        return all;
    }

    private void fill(List<IntervalView> all, long from, long end, Tier tier, Presence presence) {
        for (long index = from + all.size(); index < end; index++) {
            boolean known = kind != SeriesKind.LEVEL && (index + 1) * tier.seconds() > since;
            all.add(IntervalView.empty(index, known && presence.has(tier, index)));
        }
    }

    private IntervalLog log(Tier tier) {
        return Objects.requireNonNull(logs.get(tier));
    }
}
