package io.goodput.telemetry.sample;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The categories that have occurred in an interval, at most {@value #MOST}: of more, none is a first. Without locks,
 * and without allocation.
 */
final class Firsts {
    /** A power of two. */
    static final int MOST = 32;

    private final AtomicReferenceArray<String> seen = new AtomicReferenceArray<>(MOST);

    /** Whether the category is here for the first time; true once, whichever thread asks. */
    boolean isFirst(String category) {
        int start = category.hashCode();
        for (int i = 0; i < MOST; i++) {
            int place = (start + i) & (MOST - 1);
            String there = seen.get(place);
            if (there == null) {
                there = seen.compareAndExchange(place, null, category);
                if (there == null) {
                    return true;
                }
            }
            if (there.equals(category)) {
                return false;
            }
        }
        return false;
    }

    boolean isEmpty() {
        for (int i = 0; i < MOST; i++) {
            if (seen.get(i) != null) {
                return false;
            }
        }
        return true;
    }
}
