package io.goodput.limit;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Requests of the last so-many slices of time, and how many of them were accepted. Counters only ever count on; what
 * they read at the end of each slice is kept, and what lies before the window is taken off. So they are never reset,
 * and whoever reads them meanwhile is at most one slice behind.
 */
final class RecentRequests {
    /** The window moves by this part of itself. */
    static final int SLICES = 40;

    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    // Guarded by the monitor of this: the readings at the ends of the slices before, and which is the oldest.
    private final long[] pastRequests = new long[SLICES];
    private final long[] pastAccepted = new long[SLICES];
    private final long[] pastRefused = new long[SLICES];
    private int oldest;

    private volatile long sliceEnd;

    // Readings at the beginning of the window, and when the requests that are no longer young had been counted.
    private volatile long firstRequest;
    private volatile long firstYoungRequest;
    private volatile long firstAccepted;
    private volatile long firstAnswer;

    /** A request is about to be sent. */
    void sent() {
        requests.incrementAndGet();
    }

    /** A request turned out to say nothing. */
    void takenBack() {
        requests.decrementAndGet();
    }

    void accepted() {
        accepted.incrementAndGet();
    }

    /** By the other side, or by us before it was sent. */
    void refused() {
        refused.incrementAndGet();
    }

    /** Since the beginning. */
    long acceptedSoFar() {
        return accepted.get();
    }

    /** Since the beginning. */
    long refusedSoFar() {
        return refused.get();
    }

    /** Requests in the window that have been answered, or are old enough that they should have been. */
    long requests() {
        long first = firstRequest;
        long answers = accepted.get() + refused.get() - firstAnswer;
        return Math.max(0, Math.min(requests.get() - first, Math.max(firstYoungRequest - first, answers)));
    }

    /** How many were accepted. */
    long acceptedRequests() {
        return accepted.get() - firstAccepted;
    }

    /**
     * Forgets what is too old.
     *
     * @param youngSlices so many, besides the current one, are young
     */
    void advance(long now, long sliceNanos, int youngSlices) {
        if (now >= sliceEnd) {
            endSlices(now, sliceNanos, youngSlices);
        }
    }

    private synchronized void endSlices(long now, long sliceNanos, int youngSlices) {
        long late = now - sliceEnd;
        if (late < 0) {
            return;
        }
        long ended = 1 + late / sliceNanos;
        // One more than all of them: the first is the current one, which may itself be too old.
        for (long slice = 0; slice < Math.min(ended, SLICES + 1); slice++) {
            endSlice();
        }
        firstYoungRequest = pastRequests[(oldest - 1 - youngSlices + SLICES) % SLICES];
        sliceEnd += ended * sliceNanos;
    }

    private void endSlice() {
        firstRequest = pastRequests[oldest];
        firstAnswer = pastAccepted[oldest] + pastRefused[oldest];
        firstAccepted = pastAccepted[oldest];
        pastRequests[oldest] = requests.get();
        pastAccepted[oldest] = accepted.get();
        pastRefused[oldest] = refused.get();
        oldest = (oldest + 1) % SLICES;
    }
}
