package io.goodput.guard;

import io.goodput.Outcome;
import io.goodput.balance.Endpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The latest attempts of a call that ended without success. Allocates where the first one does, and when it is read.
 */
final class History {
    private static final int REMEMBERED = 16;

    /** More than most calls try. */
    private static final int FEW = 4;

    private static final class Entry {
        private int number;
        private @Nullable Endpoint endpoint;
        private long began;
        private long ended;
        private Outcome outcome = Outcome.CANCELLED;
    }

    private Entry[] entries = new Entry[FEW];
    private int added;

    boolean isNotEmpty() {
        return added > 0;
    }

    void clear() {
        added = 0;
    }

    void add(InFlight attempt, Outcome outcome, long now) {
        Entry entry = entry(added++ % REMEMBERED);
        entry.number = attempt.number;
        entry.endpoint = attempt.endpoint;
        entry.began = attempt.startedAt;
        entry.ended = now;
        entry.outcome = outcome;
    }

    private Entry entry(int place) {
        if (place == entries.length) {
            entries = Arrays.copyOf(entries, REMEMBERED);
        }
        if (entries[place] == null) {
            entries[place] = new Entry();
        }
        return entries[place];
    }

    /**
     * The oldest first.
     *
     * @param callBegan what times count from
     * @param timed whether the instants are true
     */
    List<Tried> list(long callBegan, boolean timed) {
        var list = new ArrayList<Tried>();
        for (int i = Math.max(0, added - REMEMBERED); i < added; i++) {
            Entry entry = entry(i % REMEMBERED);
            Duration began = timed ? Duration.ofNanos(entry.began - callBegan) : null;
            Duration took = timed ? Duration.ofNanos(entry.ended - entry.began) : null;
            list.add(new Tried(entry.number, entry.endpoint, began, took, entry.outcome));
        }
        return List.copyOf(list);
    }
}
