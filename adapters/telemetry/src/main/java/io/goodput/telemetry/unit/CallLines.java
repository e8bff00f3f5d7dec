package io.goodput.telemetry.unit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The calls that a unit made, as many as are told of. Thread-safe, without locks. */
final class CallLines {
    /** Calls that are told of; more are counted. */
    static final int MOST = 32;

    /** In place of a line that went into an earlier part. */
    private static final CallLine GONE = new CallLine();

    private final AtomicReferenceArray<@Nullable CallLine> lines = new AtomicReferenceArray<>(MOST);

    /** Places that were given out. */
    private final AtomicInteger given = new AtomicInteger();

    private volatile boolean missing;

    /** A line for a call that begins; null if there are too many. */
    @Nullable CallLine begin(Object id) {
        int place = given.get();
        while (place < MOST && !given.compareAndSet(place, place + 1)) {
            place = given.get();
        }
        return place == MOST ? beginAgain(id) : begin(place, id);
    }

    private CallLine begin(int place, Object id) {
        CallLine line = lines.get(place);
        if (line == null) {
            line = new CallLine();
            lines.set(place, line);
        }
        line.is(id);
        return line;
    }

    private @Nullable CallLine beginAgain(Object id) {
        for (int i = 0; i < MOST; i++) {
            if (lines.get(i) == GONE && lines.compareAndSet(i, GONE, null)) {
                return begin(i, id);
            }
        }
        missing = true;
        return null;
    }

    /** The line of a call that is under way; null if it is not told of. */
    @Nullable CallLine find(Object id) {
        for (int i = given.get() - 1; i >= 0; i--) {
            CallLine line = lines.get(i);
            if (line != null && line.isOf(id)) {
                return line;
            }
        }
        return null;
    }

    void missing() {
        missing = true;
    }

    boolean areMissing() {
        return missing;
    }

    /** How many there are. */
    int size() {
        return given.get();
    }

    /** Puts those there are in the order in which the calls began. While nobody tells anything. */
    CallLine[] sorted() {
        CallLine[] all = new CallLine[size()];
        int n = 0;
        for (int i = 0; i < all.length; i++) {
            CallLine line = lines.get(i);
            if (line != null && line != GONE) {
                all[n++] = line;
            }
        }
        Arrays.sort(all, 0, n, Comparator.comparingLong(line -> line.startedAt));
        return n == all.length ? all : Arrays.copyOf(all, n);
    }

    /** The calls that are over go to others, which nobody else knows. */
    void moveTo(CallLines to) {
        for (int i = size() - 1; i >= 0; i--) {
            CallLine line = lines.get(i);
            if (line != null && line.isOver()) {
                to.lines.set(to.given.getAndIncrement(), line);
                lines.set(i, GONE);
            }
        }
        to.missing = missing;
        missing = false;
    }

    void clear() {
        int used = given.get();
        if (used > 0) {
            for (int i = 0; i < used; i++) {
                CallLine line = lines.get(i);
                if (line == GONE) {
                    lines.set(i, null);
                } else if (line != null) {
                    line.forget();
                }
            }
            given.set(0);
        }
        if (missing) {
            missing = false;
        }
    }

    /** Memory, in bytes, about. */
    int bytes() {
        return 400 * given.get();
    }
}
