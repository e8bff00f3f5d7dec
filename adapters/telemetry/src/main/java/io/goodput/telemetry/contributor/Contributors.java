package io.goodput.telemetry.contributor;

import io.goodput.event.Subscription;
import io.goodput.telemetry.record.EndedUnit;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * Who and what most units of work come from, by each {@link Facet}: in each minute of the last 24 hours the first
 * {@value #LISTED}, and of all time the first {@value #KEPT}, with the error that fixed memory costs.
 *
 * <p>Thread-safe. Threads count in stripes, and wait for nobody: a unit for which no stripe is free is not looked at,
 * and is in the error of all.
 */
public final class Contributors {
    /** Keys in a summary: k. */
    public static final int KEPT = 100;

    /** Keys of a minute that is over. */
    public static final int LISTED = 10;

    /** Characters of a key; longer ones are cut. */
    public static final int MOST_CHARACTERS = 200;

    /** Minutes that are remembered. */
    public static final int MINUTES = 1_440;

    private static final long MINUTE = 60_000_000_000L;

    /** A power of two, so that there is a free one even while each processor counts, or somebody looks. */
    private static final int STRIPES =
            Math.min(32, 4 * Integer.highestOneBit(Runtime.getRuntime().availableProcessors()));

    private final ContributorStripe[] stripes = new ContributorStripe[STRIPES];
    private final LongAdder missed = new LongAdder();
    private final List<Consumer<ContributorMinute>> listeners = new CopyOnWriteArrayList<>();
    private final long origin;
    private final Instant begin;

    // Guarded by this.
    private final Deque<ContributorMinute> minutes = new ArrayDeque<>();
    private final Map<Facet, TopList> before = new EnumMap<>(Facet.class);
    private long missedBefore;
    private long minutesOver;

    /**
     * Nothing has happened.
     *
     * @param now the ticker's reading
     * @param clock what the clock says at that moment: minutes are its own
     */
    public Contributors(long now, Instant clock) {
        for (int i = 0; i < STRIPES; i++) {
            stripes[i] = new ContributorStripe(KEPT);
        }
        for (Facet facet : Facet.values()) {
            before.put(facet, TopList.EMPTY);
        }
        long intoMinute = Math.floorMod(clock.getEpochSecond(), 60L) * 1_000_000_000L + clock.getNano();
        this.origin = now - intoMinute;
        this.begin = clock.minusNanos(intoMinute);
    }

    /** What one takes of the heap, at most, roughly. */
    public static long bytes() {
        long summaries = (STRIPES + 1) * SpaceSaving.bytesFor(KEPT, MOST_CHARACTERS / 2);
        long listed = (long) MINUTES * LISTED * (64 + 40);
        return Facet.values().length * (summaries + listed);
    }

    /** A unit has ended. */
    public void add(EndedUnit unit) {
        int start = ((int) Thread.currentThread().threadId() * 0x9e3779b9) >>> 16;
        for (int i = 0; i < STRIPES; i++) {
            if (stripes[(start + i) & (STRIPES - 1)].tryAdd(unit)) {
                return;
            }
        }
        missed.increment();
    }

    /** Ends minutes that are over. Whoever drives calls it a few times a minute at least. */
    public synchronized void tick(long now) {
        long over = Math.floorDiv(now - origin, MINUTE);
        if (over > minutesOver) {
            endMinute(over);
        }
    }

    /** Ends the minute that is not over, as nobody will come to end it. */
    public synchronized void end() {
        endMinute(minutesOver + 1);
    }

    private void endMinute(long over) {
        Map<Facet, TopList> lists = current(true);
        lists.forEach((facet, list) -> before.merge(facet, list, (all, more) -> all.plus(more, KEPT)));
        keep(new ContributorMinute(begin.plusNanos((over - 1) * MINUTE), lists));
        minutesOver = over;
    }

    /** Tells the minutes that end from now on, each with all that its summaries kept; on the thread that ticks. */
    public Subscription listen(Consumer<ContributorMinute> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void keep(ContributorMinute minute) {
        listeners.forEach(listener -> listener.accept(minute));
        minutes.add(minute.first(LISTED));
        if (minutes.size() > MINUTES) {
            minutes.remove();
        }
    }

    /** Of the minute that is not over, or was not. */
    private Map<Facet, TopList> current(boolean clear) {
        long missedNow = missed.sum();
        Map<Facet, TopList> sum = new EnumMap<>(Facet.class);
        for (ContributorStripe stripe : stripes) {
            stripe.lists(clear).forEach((facet, list) -> sum.merge(facet, list, (all, more) -> all.plus(more, KEPT)));
        }
        sum.replaceAll((_, list) -> list.withMissed(missedNow - missedBefore));
        missedBefore = clear ? missedNow : missedBefore;
        return sum;
    }

    /** Since the process began, up to now. */
    public synchronized TopList overall(Facet facet) {
        return before.getOrDefault(facet, TopList.EMPTY).plus(current(false).getOrDefault(facet, TopList.EMPTY), KEPT);
    }

    /** The minutes that are over, the oldest first. */
    public synchronized List<ContributorMinute> minutes() {
        return new ArrayList<>(minutes);
    }
}
