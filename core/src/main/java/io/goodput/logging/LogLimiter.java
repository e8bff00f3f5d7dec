package io.goodput.logging;

import io.goodput.Range;
import io.goodput.bounds.Shown;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of a log are written when many are alike: at first a burst, then so many a second. The others are
 * counted, and told of as {@link HeldBack} before the next that is written, or at the end of an interval in which none
 * was. What is written and what is told add up to what was logged, exactly.
 *
 * <p>Lines are alike that come from one place, at one level, by templates that differ in nothing but numbers and quoted
 * text ({@code order 17 failed}, {@code order 18 failed}), and with errors of one class. Only so many kinds are kept
 * apart; when all of them are in use, further ones count as one, for each level. An error is written at least once in
 * an interval, however low the rate.
 *
 * <p>It is told the time, and has no thread: who uses it asks for what is {@link #due} now and then.
 *
 * <p>Thread-safe. To decide costs no lock and no allocation, but for a kind that is new.
 *
 * @param <P> where lines come from, such as a logger; kept for as long as its lines are
 */
public final class LogLimiter<P> {
    private final LineTable<P> table;
    private final KnownTemplates templates = new KnownTemplates();
    private final LogDecision<P> through = new LogDecision.Through<>(null);
    private final LongAdder written = new LongAdder();
    private final LongAdder heldBack = new LongAdder();
    private final LongAdder told = new LongAdder();
    private volatile Rates rates;

    /** That has held back nothing. */
    public LogLimiter(Settings settings) {
        this.rates = new Rates(settings);
        this.table = new LineTable<>(settings.maxKinds());
    }

    /**
     * Whether a line is written. If it is not, who asked says what it was: {@link LogDecision.Held#latest}.
     *
     * @param template with its placeholders, if it has any
     * @param now the ticker's reading
     */
    public LogDecision<P> decide(P place, Level level, String template, @Nullable Throwable thrown, long now) {
        long print = templates.print(template);
        String error = thrown == null ? null : thrown.getClass().getName();
        LineRate rate = rates.of(level);
        while (true) {
            LineKind<P> kind = table.find(place, level, print, error);
            if (kind == null) {
                kind = table.add(LineKey.of(place, level, print, error, template), now);
            }
            if (kind.pass(rate, now)) {
                written.increment();
                return kind.holdsAny() ? new LogDecision.Through<>(toldOf(kind, now)) : through;
            }
            LogDecision<P> held = kind.hold(now);
            if (held != null) {
                heldBack.increment();
                return held;
            }
        }
    }

    private @Nullable HeldBack<P> toldOf(LineKind<P> kind, long now) {
        HeldBack<P> lines = kind.take(now);
        if (lines != null) {
            told.add(lines.lines());
        }
        return lines;
    }

    /**
     * What is to be told now: of kinds of which some are held back for an interval, and none was written since. To be
     * asked for a few times in an interval; for how often nobody asks, so much later it is told.
     *
     * @param now the ticker's reading
     */
    public List<HeldBack<P>> due(long now) {
        return told(rates.interval, now);
    }

    /** All that is left to be told, at the end. */
    public List<HeldBack<P>> rest(long now) {
        return told(Long.MIN_VALUE, now);
    }

    private List<HeldBack<P>> told(long interval, long now) {
        List<HeldBack<P>> due = new ArrayList<>();
        for (LineKind<P> kind : table.all()) {
            if (kind.isDue(interval, now)) {
                HeldBack<P> lines = toldOf(kind, now);
                if (lines != null) {
                    due.add(lines);
                }
            }
        }
        return due;
    }

    /** What it has done. */
    public LogLimiterSnapshot snapshot() {
        return new LogLimiterSnapshot(table.size(), written.sum(), heldBack.sum(), told.sum());
    }

    /** What it goes by now. */
    public Settings settings() {
        return rates.settings;
    }

    /** Goes by this from now on. Kinds that there is no room for any more leave when others come. */
    public void change(Settings settings) {
        rates = new Rates(settings);
        table.change(settings.maxKinds());
    }

    @Override
    public String toString() {
        return "LogLimiter[" + table.size() + " kinds, " + Shown.settings(settings()) + "]";
    }

    /** Settings, and what is worked out of them. */
    private static final class Rates {
        private final Settings settings;
        private final LineRate errors;
        private final LineRate lesser;
        private final long interval;

        private Rates(Settings settings) {
            this.settings = settings;
            this.errors = LineRate.of(settings, Level.ERROR);
            this.lesser = LineRate.of(settings, Level.INFO);
            this.interval = settings.interval().toNanos();
        }

        private LineRate of(Level level) {
            return level == Level.ERROR ? errors : lesser;
        }
    }

    /**
     * How many lines of one kind are written.
     *
     * @param burst at once; within {@link #BURST}
     * @param perSecond from then on; within {@link #PER_SECOND}
     * @param interval after which is told how many were not written; within {@link #INTERVAL}
     * @param maxKinds that are kept apart; within {@link #KINDS}
     */
    public record Settings(int burst, double perSecond, Duration interval, int maxKinds) {
        /** What a burst may be. */
        public static final Range<Integer> BURST = new Range<>(1, 10_000);

        /** What a rate may be: one an hour, or more. */
        public static final Range<Double> PER_SECOND = new Range<>(1.0 / 3_600, 1e6);

        /** What an interval may be. */
        public static final Range<Duration> INTERVAL = new Range<>(Duration.ofMillis(100), Duration.ofHours(1));

        /** How many kinds can be kept apart. */
        public static final Range<Integer> KINDS = new Range<>(1, 10_000);

        /** 10 at once, then 1 a second; told after 10 s; 1,000 kinds. */
        public static final Settings STANDARD = new Settings(10, 1, Duration.ofSeconds(10), 1_000);

        /** Refuses what is in no range. */
        public Settings {
            BURST.check("burst", burst);
            PER_SECOND.check("perSecond", perSecond);
            INTERVAL.check("interval", interval);
            KINDS.check("maxKinds", maxKinds);
        }

        /** The same with another burst. */
        public Settings withBurst(int other) {
            return new Settings(other, perSecond, interval, maxKinds);
        }

        /** The same at another rate. */
        public Settings withPerSecond(double other) {
            return new Settings(burst, other, interval, maxKinds);
        }

        /** The same with another interval. */
        public Settings withInterval(Duration other) {
            return new Settings(burst, perSecond, other, maxKinds);
        }

        /** The same with room for other numbers of kinds. */
        public Settings withMaxKinds(int other) {
            return new Settings(burst, perSecond, interval, other);
        }
    }
}
