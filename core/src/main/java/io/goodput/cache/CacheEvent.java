package io.goodput.cache;

import io.goodput.bounds.Shown;
import java.time.Duration;

/** What happens in a cache; the text of an event is a line for a log. Times are nanoseconds. */
public sealed interface CacheEvent {
    /** Of what. */
    Object key();

    /** When, on the ticker of whoever asked. */
    long at();

    /**
     * Somebody asked: a hit, fresh or stale, a miss, or neither.
     *
     * @param decision what the entry was good for
     * @param read what whoever asked was told
     */
    record Lookup(Object key, CacheDecision decision, CacheRead read, long at) implements CacheEvent {
        @Override
        public String toString() {
            return Shown.line(key + ": asked for, " + decision + ", " + read);
        }
    }

    /**
     * A load brought a value, or the answer that there is none.
     *
     * @param took how long
     * @param negative whether there is none
     * @param kept whether it is kept; not if it was overtaken by an invalidation, or lost its lead
     */
    record Loaded(Object key, long took, boolean negative, boolean kept, long at) implements CacheEvent {
        @Override
        public String toString() {
            return Shown.line(
                    key + (negative ? ": there is none" : ": loaded") + time(took) + (kept ? "" : ", not kept"));
        }
    }

    /**
     * A load failed.
     *
     * @param took how long
     * @param failures in a row, this one included
     */
    record LoadFailed(Object key, long took, int failures, long at) implements CacheEvent {
        @Override
        public String toString() {
            return Shown.line(key + ": load failed" + time(took) + ", failures in a row: " + failures);
        }
    }

    /** A load was given up, or took longer than its leader had: whoever waits goes on waiting. */
    record LoadGivenUp(Object key, long at) implements CacheEvent {
        @Override
        public String toString() {
            return Shown.line(key + ": load given up");
        }
    }

    private static String time(long took) {
        return " after " + Shown.rounded(Duration.ofNanos(took));
    }
}
