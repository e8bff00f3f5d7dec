package io.goodput.telemetry.sample;

import io.goodput.Range;
import io.goodput.telemetry.record.Drop;
import io.goodput.telemetry.record.EndedUnit;
import io.goodput.telemetry.record.Ending;
import io.goodput.telemetry.record.Exit;
import io.goodput.telemetry.record.Kept;
import io.goodput.telemetry.record.Ledger;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Decides which units of work are written. Those that are slow, failed, were shed, or are the first of their operation
 * or category in an interval, are passed on at once and stand for themselves. Of the others, each operation holds those
 * of the {@code traces} traces with the lowest hashes until the interval is over, and passes them on with the weight
 * that makes up for those that were left out: see {@link Reservoir}. As the hash is one of the trace's id alone, all
 * processes prefer the same traces.
 *
 * <p>Parts of long work are all written, so that none stands without the others.
 *
 * <p>Thread-safe. Most of those left out cost one read of a threshold: no lock, and no allocation. What is held is
 * bounded by {@link Settings#heldBytes}; a unit for which there is no room is dropped, and counted as
 * {@link Drop#QUEUE_FULL}.
 */
public final class Sampler implements Ending {
    /** Operations that have a reservoir of their own; all others share one. */
    static final int MOST_OPERATIONS = 1_024;

    private final Settings settings;
    private final Ledger ledger;
    private final Exit exit;
    private final AtomicLong held = new AtomicLong();

    /** By the number of the operation; grown under the monitor. */
    private volatile @Nullable Stratum[] strata = new Stratum[16];

    private volatile boolean closed;

    /**
     * Nothing has ended.
     *
     * @param ledger counts what is left out, or dropped
     * @param exit takes what is to be written
     */
    public Sampler(Settings settings, Ledger ledger, Exit exit) {
        this.settings = settings;
        this.ledger = ledger;
        this.exit = exit;
    }

    @Override
    public void ended(EndedUnit unit, long now) {
        if (settings.everything() || closed) {
            pass(unit, Kept.ALL, 1);
        } else {
            stratum(unit).judge(unit, now);
        }
    }

    /** Passes on the samples of all intervals that are over. Whoever drives calls it a few times in each interval. */
    public void tick(long now) {
        for (Stratum stratum : strata) {
            if (stratum != null) {
                stratum.tick(now);
            }
        }
    }

    /** Passes on all that it holds, and from now on whatever ends, at once. */
    public void close() {
        closed = true;
        for (Stratum stratum : strata) {
            if (stratum != null) {
                stratum.close();
            }
        }
    }

    /** Bytes of the units that it holds, as they tell them. */
    public long heldBytes() {
        return held.get();
    }

    private Stratum stratum(EndedUnit unit) {
        int index = Math.min(unit.operationIndex(), MOST_OPERATIONS);
        @Nullable Stratum[] known = strata;
        Stratum found = index < known.length ? known[index] : null;
        return found == null ? newStratum(index, unit.operation()) : found;
    }

    private synchronized Stratum newStratum(int index, String operation) {
        @Nullable Stratum[] known = strata;
        Stratum other = index < known.length ? known[index] : null;
        if (other != null) {
            return other;
        }
        var made = new Stratum(settings, operation, this);
        @Nullable Stratum[] more = Arrays.copyOf(known, Math.max(known.length, index + 1));
        more[index] = made;
        strata = more;
        return made;
    }

    /** Whether there is room to hold the unit; if so it is held. */
    boolean hold(EndedUnit unit) {
        int bytes = unit.heldBytes();
        if (held.addAndGet(bytes) <= settings.heldBytes()) {
            return true;
        }
        held.addAndGet(-bytes);
        return false;
    }

    void passHeld(EndedUnit unit, double weight) {
        held.addAndGet(-unit.heldBytes());
        pass(unit, Kept.SAMPLE, weight);
    }

    void pass(EndedUnit unit, Kept why, double weight) {
        unit.keep(why, weight);
        exit.leave(unit);
    }

    void leaveOutHeld(EndedUnit unit) {
        held.addAndGet(-unit.heldBytes());
        leaveOut(unit);
    }

    void leaveOut(EndedUnit unit) {
        unit.release();
        ledger.sampledOut();
    }

    void drop(EndedUnit unit) {
        unit.release();
        ledger.dropped(Drop.QUEUE_FULL, 1);
    }

    boolean isClosed() {
        return closed;
    }

    /** What it goes by. */
    public Settings settings() {
        return settings;
    }

    /**
     * How much to write.
     *
     * @param everything whether nothing is left out; the rest is without effect then
     * @param traces how many traces of each operation are written in an interval, beside those kept for a reason; from
     *     1 to 10,000
     * @param interval from 100 ms to 1 min
     * @param slowQuantile the share of an operation's units that are not slow, from 0.5 to 1: learned from those that
     *     succeeded; at 1 none is slow
     * @param slowLimits operation → what is slow, in place of what is learned; each above 0
     * @param heldBytes the most memory that may wait for the end of its interval; from 64 KiB to 1 GiB
     */
    public record Settings(
            boolean everything,
            int traces,
            Duration interval,
            double slowQuantile,
            Map<String, Duration> slowLimits,
            long heldBytes) {
        /** What {@code traces} may be. */
        public static final Range<Integer> TRACES = new Range<>(1, 10_000);

        /** What an interval may be. */
        public static final Range<Duration> INTERVAL = new Range<>(Duration.ofMillis(100), Duration.ofMinutes(1));

        /** What the share of the units that are not slow may be. */
        public static final Range<Double> SLOW_QUANTILE = new Range<>(0.5, 1.0);

        /** What the limit of an operation may be. */
        public static final Range<Duration> SLOW_LIMIT = new Range<>(Duration.ofNanos(1), Duration.ofDays(1));

        /** How many bytes may wait. */
        public static final Range<Long> HELD_BYTES = new Range<>(65_536L, 1L << 30);

        /** Ten traces a second of each operation, all above its 99th percentile, and at most 16 MiB waiting. */
        public static final Settings STANDARD =
                new Settings(false, 10, Duration.ofSeconds(1), 0.99, Map.of(), 16L << 20);

        /** Nothing is left out. */
        public static final Settings EVERYTHING =
                new Settings(true, 10, Duration.ofSeconds(1), 0.99, Map.of(), 16L << 20);

        /** Refuses what lies outside of its range. */
        public Settings {
            TRACES.check("traces", traces);
            INTERVAL.check("interval", interval);
            SLOW_QUANTILE.check("slowQuantile", slowQuantile);
            HELD_BYTES.check("heldBytes", heldBytes);
            slowLimits = Map.copyOf(slowLimits);
            slowLimits.forEach((operation, limit) -> SLOW_LIMIT.check("slowLimits of " + operation, limit));
        }
    }
}
