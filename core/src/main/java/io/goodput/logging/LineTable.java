package io.goodput.logging;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of lines that are kept apart, in bounded room. One that is known is found without a lock and without an
 * object for its key. One that is new takes the place of one that holds nothing; where all hold something, it goes
 * among the others of its level, which are one kind.
 */
final class LineTable<P> {
    private static final int ROWS = 1 << 12;

    /** For one that may leave, before a new kind goes among the others. */
    private static final int MOST_LOOKS = 64;

    /** After no room was found, nobody looks again for so long: a flood of new kinds takes no lock each. */
    private static final long PAUSE_NANOS = 10_000_000;

    private final AtomicReferenceArray<@Nullable LineKind<P>> rows = new AtomicReferenceArray<>(ROWS);

    private final Map<Level, LineKind<P>> others = new ConcurrentHashMap<>();

    // Guarded by the monitor of this.
    private final List<LineKind<P>> kept = new ArrayList<>();
    private int hand;

    private volatile int maxKinds;
    private volatile long noRoomUntil = Long.MIN_VALUE;

    LineTable(int maxKinds) {
        this.maxKinds = maxKinds;
    }

    void change(int most) {
        maxKinds = most;
        noRoomUntil = Long.MIN_VALUE;
    }

    /** The kind, if it is kept apart. */
    @Nullable LineKind<P> find(P place, Level level, long print, @Nullable String thrown) {
        LineKind<P> kind = rows.get(row(LineKey.hash(place, level, print, thrown)));
        while (kind != null && !kind.key().is(place, level, print, thrown)) {
            kind = kind.next;
        }
        return kind;
    }

    private static int row(int hash) {
        return (hash ^ (hash >>> 16)) & (ROWS - 1);
    }

    /** The kind, from now on kept apart if there is room. */
    LineKind<P> add(LineKey<P> key, long now) {
        LineKind<P> rest = others.get(key.level());
        return rest != null && now < noRoomUntil ? rest : addSlowly(key, now);
    }

    private synchronized LineKind<P> addSlowly(LineKey<P> key, long now) {
        LineKind<P> found = find(key.place(), key.level(), key.print(), key.thrown());
        if (found != null) {
            return found;
        }
        if (kept.size() >= maxKinds && !makeRoom(now)) {
            noRoomUntil = now + PAUSE_NANOS;
            return others(key);
        }
        var kind = new LineKind<>(key, false);
        int row = row(key.hash());
        kind.next = rows.get(row);
        rows.set(row, kind);
        kept.add(kind);
        return kind;
    }

    private LineKind<P> others(LineKey<P> key) {
        return others.computeIfAbsent(key.level(), _ -> new LineKind<>(key, true));
    }

    /** As many leave as have to, or none that may is found. */
    private boolean makeRoom(long now) {
        for (int looks = 0; looks < MOST_LOOKS && !kept.isEmpty(); looks++) {
            hand = hand % kept.size();
            LineKind<P> kind = kept.get(hand);
            if (kind.leave(others(kind.key()), now)) {
                remove(kind);
                kept.set(hand, kept.getLast());
                kept.removeLast();
                if (kept.size() < maxKinds) {
                    return true;
                }
            } else {
                hand++;
            }
        }
        return false;
    }

    private void remove(LineKind<P> kind) {
        int row = row(kind.key().hash());
        LineKind<P> before = rows.get(row);
        if (before == kind) {
            rows.set(row, kind.next);
            return;
        }
        while (before != null && before.next != kind) {
            before = before.next;
        }
        if (before != null) {
            // Who stands on the one that leaves still comes to those behind it.
            before.next = kind.next;
        }
    }

    /** All of them, the others included. */
    synchronized List<LineKind<P>> all() {
        List<LineKind<P>> all = new ArrayList<>(kept);
        all.addAll(others.values());
        return all;
    }

    /** How many are kept apart. */
    synchronized int size() {
        return kept.size();
    }
}
