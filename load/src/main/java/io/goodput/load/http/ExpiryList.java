package io.goodput.load.http;

import org.jspecify.annotations.Nullable;

/** Requests in the order in which they expire, which is that in which they came: all have the same time. */
final class ExpiryList {
    private @Nullable Transmission first;
    private @Nullable Transmission last;

    void add(Transmission added) {
        added.earlier = last;
        if (last == null) {
            first = added;
        } else {
            last.later = added;
        }
        last = added;
    }

    void remove(Transmission removed) {
        Transmission earlier = removed.earlier;
        Transmission later = removed.later;
        if (earlier == null) {
            first = later;
        } else {
            earlier.later = later;
        }
        if (later == null) {
            last = earlier;
        } else {
            later.earlier = earlier;
        }
        removed.earlier = null;
        removed.later = null;
    }

    /** Whichever expires first; null of none. */
    @Nullable Transmission first() {
        return first;
    }
}
