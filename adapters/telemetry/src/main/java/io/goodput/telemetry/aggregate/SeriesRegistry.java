package io.goodput.telemetry.aggregate;

import io.goodput.Range;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All series of a process. Whoever counts gets a handle, and keeps it. Whoever looks gets what is over: the current
 * second is in no view.
 *
 * <p>There are never more series, and they never take more memory, than the settings say. A series that nothing has
 * used for 24 hours leaves, and those who listen are told.
 *
 * <p>Thread-safe. Counting waits for nobody; a new handle waits for others that are made, never for a tick.
 */
public final class SeriesRegistry {
    /** Refused series whose names are kept. */
    public static final int MOST_NAMED = 100;

    private static final long SECOND = 1_000_000_000L;
    private static final long REMEMBERED = (long) Tier.MINUTES.intervals() * Tier.MINUTES.seconds();

    private final Settings settings;

    /** The ticker's reading at the beginning of index 0, which is that of a minute of the clock. */
    private final long origin;

    private final Instant begin;
    private final MemoryBudget budget;
    private final RefusedSeries refused = new RefusedSeries(MOST_NAMED);
    private final Map<SeriesKey, LiveSeries> all = new ConcurrentHashMap<>();

    /** What series of a name are: all are of one kind. */
    private final Map<String, SeriesKind> kinds = new ConcurrentHashMap<>();

    private final List<SeriesGone> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong roomMade = new AtomicLong();

    /** Held by who adds a series or takes one away. */
    private final Object change = new Object();

    // Guarded by this, but for the seconds, which are read anywhere.
    private final Presence presence = new Presence();
    private final Rollup rollup = new Rollup();
    private volatile long secondsOver;

    /** Intervals that found no room, of series that have left. */
    private long lostBefore;

    /**
     * Without any series.
     *
     * @param now the ticker's reading
     * @param clock what the clock says at that moment: intervals begin with its minutes and seconds
     */
    public SeriesRegistry(Settings settings, long now, Instant clock) {
        this.settings = settings;
        this.budget = new MemoryBudget(settings.bytes());
        long intoMinute = Math.floorMod(clock.getEpochSecond(), 60L) * SECOND + clock.getNano();
        this.origin = now - intoMinute;
        this.begin = clock.minusNanos(intoMinute);
        this.secondsOver = intoMinute / SECOND;
    }

    /** A counter of that key; the same as others of it. Its name ends in {@code _total}, by convention. */
    public CounterHandle counter(SeriesKey key) {
        return counter(key, lastUse());
    }

    CounterHandle counter(SeriesKey key, LastUse lastUse) {
        var handle = new CounterHandle(this, key, lastUse);
        handle.find();
        return handle;
    }

    /** A timer of that key; the same as others of it. Its name ends in {@code _seconds}, by convention. */
    public TimerHandle timer(SeriesKey key) {
        return timer(key, lastUse());
    }

    TimerHandle timer(SeriesKey key, LastUse lastUse) {
        var handle = new TimerHandle(this, key, lastUse);
        handle.find();
        return handle;
    }

    /** The level of that key; the same as others of it. */
    public LevelHandle level(SeriesKey key) {
        return level(key, lastUse());
    }

    LevelHandle level(SeriesKey key, LastUse lastUse) {
        var handle = new LevelHandle(this, key, lastUse);
        handle.find();
        return handle;
    }

    private LastUse lastUse() {
        return LastUse.ofOne(secondsOver);
    }

    /** For series that come and go together. */
    LastUse lastUseOfSeveral() {
        return LastUse.ofSeveral(secondsOver);
    }

    /** Whether it was so lately that what was used then does not leave. */
    boolean isRemembered(LastUse lastUse) {
        return lastUse.second() >= secondsOver - REMEMBERED;
    }

    /** Tells of each series that leaves, on the thread that ticks. */
    public void listen(SeriesGone listener) {
        listeners.add(listener);
    }

    @Nullable LiveSeries find(SeriesKey key, SeriesKind kind, LastUse lastUse) {
        check(key, kind);
        LiveSeries found = all.get(key);
        if (found == null || found.isGone()) {
            synchronized (change) {
                found = all.get(key);
                if (found == null) {
                    found = add(key, kind, lastUse);
                } else if (found.isGone()) {
                    found.lastUse().renew(secondsOver);
                    found.gone(false);
                }
            }
        }
        return found;
    }

    private void check(SeriesKey key, SeriesKind kind) {
        SeriesKind before = kinds.getOrDefault(key.name(), kind);
        if (before != kind) {
            throw new IllegalArgumentException(key.name() + ": " + kind + " (expected: " + before + ", as before)");
        }
    }

    private @Nullable LiveSeries add(SeriesKey key, SeriesKind kind, LastUse lastUse) {
        long bytes = LiveSeries.bytesOf(key) + (kind == SeriesKind.TIME ? TimeSeries.emptyBytes() : 0);
        if (all.size() >= settings.series() || !budget.take(bytes)) {
            refused.refuse(key::toString);
            return null;
        }
        lastUse.renew(secondsOver);
        LiveSeries made = switch (kind) {
            case COUNT -> new CountSeries(key, lastUse, secondsOver, budget);
            case TIME -> new TimeSeries(key, lastUse, secondsOver, budget);
            case LEVEL -> new LevelSeries(key, lastUse, secondsOver, budget);
        };
        all.put(key, made);
        kinds.put(key.name(), kind);
        return made;
    }

    /** Counts what happened in seconds that are over. Whoever drives calls it a few times a second. */
    public synchronized void tick(long now) {
        long over = Math.floorDiv(now - origin, SECOND);
        if (over <= secondsOver) {
            return;
        }
        presence.mark(over - 1);
        rollup.close(all.values(), secondsOver, over);
        boolean minute = over / 60 > secondsOver / 60;
        secondsOver = over;
        if (minute) {
            leave(over - REMEMBERED);
        }
    }

    /** Those that nothing has used since then are gone from now on, and leave if that stays so for a minute. */
    private void leave(long unusedSince) {
        for (LiveSeries series : all.values()) {
            if (series.lastUse().second() < unusedSince && series.isGone()) {
                synchronized (change) {
                    remove(series);
                }
            } else {
                series.gone(series.lastUse().second() < unusedSince);
            }
        }
    }

    private void remove(LiveSeries series) {
        if (series.isGone()) {
            all.remove(series.key());
            if (all.keySet().stream()
                    .noneMatch(key -> key.name().equals(series.key().name()))) {
                kinds.remove(series.key().name());
            }
            lostBefore += series.lost();
            series.forgetAll();
            roomMade.incrementAndGet();
            listeners.forEach(listener -> listener.gone(series.key()));
        }
    }

    /** The keys of all series. */
    public List<SeriesKey> keys() {
        return List.copyOf(all.keySet());
    }

    /** A series, if there is one of that key. */
    public synchronized Optional<SeriesView> view(SeriesKey key, Tier tier) {
        long last = tier.lastOver(secondsOver);
        return Optional.ofNullable(all.get(key))
                .map(series -> new SeriesView(key, series.kind(), tier, begin, series.intervals(tier, last, presence)));
    }

    /** What all series have counted since they began. */
    public synchronized List<SeriesTotal> totals() {
        return all.values().stream().map(LiveSeries::total).toList();
    }

    /** What they take, and what found no room. */
    public synchronized RegistryState state() {
        return new RegistryState(
                all.size(),
                settings.series(),
                budget.taken(),
                settings.bytes(),
                refused.refused(),
                refused.names(),
                refused.allUncounted(),
                lostBefore + all.values().stream().mapToLong(LiveSeries::lost).sum());
    }

    /** How often room was made for others. */
    long roomMade() {
        return roomMade.get();
    }

    /** Something with that name is not counted. */
    void refuse(Supplier<String> name) {
        refused.refuse(name);
        refused.uncounted();
    }

    void uncounted() {
        refused.uncounted();
    }

    MemoryBudget budget() {
        return budget;
    }

    /** What it goes by. */
    public Settings settings() {
        return settings;
    }

    /**
     * How much there may be.
     *
     * @param series from 10 to 1,000,000
     * @param bytes from 1 MiB to 16 GiB
     */
    public record Settings(int series, long bytes) {
        /** How many series there may be. */
        public static final Range<Integer> SERIES = new Range<>(10, 1_000_000);

        /** How many bytes they may take. */
        public static final Range<Long> BYTES = new Range<>(1L << 20, 16L << 30);

        /** 10,000 series in 64 MiB. */
        public static final Settings STANDARD = new Settings(10_000, 64L << 20);

        /** Refuses what lies outside of its range. */
        public Settings {
            SERIES.check("series", series);
            BYTES.check("bytes", bytes);
        }
    }
}
