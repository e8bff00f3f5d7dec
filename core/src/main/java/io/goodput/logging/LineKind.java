package io.goodput.logging;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Lines that are alike: how many of them may be written, and how many were not. Lines are given through as a
 * {@link io.goodput.limit.RateLimit} gives permits: the state is the time at which the bucket will be full again.
 *
 * <p>Thread-safe, and takes no lock. Each line that is held back is told once, whatever threads do: who tells takes the
 * number and leaves 0, and who finds that the kind is gone looks for it again.
 */
final class LineKind<P> {
    private static final long GONE = Long.MIN_VALUE;

    private final LineKey<P> key;
    private final boolean mixed;
    private final LogDecision<P> heldBack = new LogDecision.Held<>(this);
    private final AtomicLong full = new AtomicLong();
    private final AtomicLong held = new AtomicLong();
    private volatile long heldSince;
    private volatile LatestLine<P> latest;

    /** The next in its row of the table. */
    volatile @Nullable LineKind<P> next;

    /**
     * None has been written.
     *
     * @param mixed whether it stands for kinds that there is no room for
     */
    LineKind(LineKey<P> key, boolean mixed) {
        this.key = key;
        this.mixed = mixed;
        this.latest = LatestLine.of(key.place(), key.template(), null, null);
    }

    LineKey<P> key() {
        return key;
    }

    /** Whether one more is written. */
    boolean pass(LineRate rate, long now) {
        while (true) {
            long known = full.get();
            long then = Math.max(known, now) + rate.spacing();
            if (known == Long.MAX_VALUE || then - now > rate.room()) {
                return false;
            }
            if (full.compareAndSet(known, then)) {
                return true;
            }
        }
    }

    /** Counts one that is not written; null if this kind is gone, and must be looked for again. */
    @Nullable LogDecision<P> hold(long now) {
        long before = held.getAndIncrement();
        if (before == 0) {
            heldSince = now;
        }
        return before < 0 ? null : heldBack;
    }

    void latest(LatestLine<P> line) {
        latest = line;
    }

    boolean holdsAny() {
        return held.get() > 0;
    }

    /** Whether some are held back, the first of them so long ago. */
    boolean isDue(long interval, long now) {
        return holdsAny() && now - heldSince >= interval;
    }

    /** What there is to tell of it, which is then told; null if there is nothing. */
    @Nullable HeldBack<P> take(long now) {
        // Before the number is taken: who counts the next first begins a new time.
        long since = heldSince;
        while (true) {
            long lines = held.get();
            if (lines <= 0) {
                return null;
            }
            if (held.compareAndSet(lines, 0)) {
                return told(lines, Math.max(0, now - since));
            }
        }
    }

    private HeldBack<P> told(long lines, long nanos) {
        LatestLine<P> line = latest;
        return new HeldBack<>(line.place(), key.level(), lines, Duration.ofNanos(nanos), line.text(), mixed);
    }

    /**
     * Leaves, if it holds nothing that a new one would not have: a full bucket, and none held back.
     *
     * @param heir takes what was held back at the same moment
     */
    boolean leave(LineKind<P> heir, long now) {
        long known = full.get();
        if (known > now || holdsAny() || !full.compareAndSet(known, Long.MAX_VALUE)) {
            return false;
        }
        long left = held.getAndSet(GONE);
        if (left > 0) {
            heir.inherit(left, latest, now);
        }
        return true;
    }

    private void inherit(long lines, LatestLine<P> line, long now) {
        if (held.getAndAdd(lines) == 0) {
            heldSince = now;
        }
        latest = line;
    }
}
