package io.goodput.load.step;

import io.goodput.load.RequestOutcome;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one step: when each was due, when it was sent and how and when it ended. One thread begins them, any
 * thread ends them. Instants are readings of the clock of the load.
 */
final class SentRequests {
    /** Fewer answers than that do not show that a service fails. */
    private static final int TELLING = 50;

    private static final long NEVER = -1;

    /** How many were in flight as each began, itself included. */
    private final int[] beside;

    private final long[] due;
    private final long[] sent;
    private final long[] ended;
    private final AtomicReferenceArray<@Nullable RequestOutcome> answers;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger errors = new AtomicInteger();
    private int begun;

    /** Requests that are due at these instants. */
    SentRequests(long[] due) {
        this.due = due;
        this.sent = new long[due.length];
        this.ended = new long[due.length];
        this.beside = new int[due.length];
        this.answers = new AtomicReferenceArray<>(due.length);
    }

    /** Whether the next request may be sent: not while so many are in flight. It is counted in any case. */
    boolean begin(long now, int mostInFlight) {
        boolean fits = inFlight.get() < mostInFlight;
        sent[begun] = fits ? now : NEVER;
        if (fits) {
            beside[begun] = inFlight.incrementAndGet();
        }
        begun++;
        return fits;
    }

    /** The end of a request becomes visible to others with its answer. */
    void ended(int request, long now, RequestOutcome answer) {
        ended[request] = now;
        answers.set(request, answer);
        answered.incrementAndGet();
        if (answer != RequestOutcome.GOOD) {
            errors.incrementAndGet();
        }
        inFlight.decrementAndGet();
    }

    int inFlight() {
        return inFlight.get();
    }

    /** Whether more than this share of all answers so far are errors, warm-up included, of enough to tell. */
    boolean fails(double share) {
        int all = answered.get();
        return all >= TELLING && errors.get() > share * all;
    }

    /** How many were due so far. */
    int begun() {
        return begun;
    }

    long due(int request) {
        return due[request];
    }

    boolean isSent(int request) {
        return sent[request] != NEVER;
    }

    /** How much later than due a request was sent. */
    long lag(int request) {
        return Math.max(0, sent[request] - due[request]);
    }

    /** From the instant when it was due, not from when it was sent: waiting for its turn is part of it. */
    long latency(int request) {
        return Math.max(0, ended[request] - due[request]);
    }

    long endedAt(int request) {
        return ended[request];
    }

    int beside(int request) {
        return beside[request];
    }

    /** Null unless it was sent. */
    @Nullable RequestOutcome answer(int request) {
        return answers.get(request);
    }
}
