package io.goodput.admission;

import io.goodput.Deadline;
import io.goodput.Outcome;
import io.goodput.Range;
import io.goodput.event.Subscription;
import io.goodput.fair.FairQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * {@link AdmissionControl} for many threads: bounds what a server does at a time, and what waits for it.
 *
 * <p>Every request is answered exactly once: by what {@link #offer} returns or, if that is a {@link Ticket}, by one
 * call of {@link AdmissionAnswers}, or by a cancel that is true. Answers are given, and events told, by whichever
 * thread brought them about, after the lock is let go; that of a ticket may come before {@code offer} has returned it.
 *
 * <p>While nobody waits, requests come and go by one compare-and-set. Otherwise a lock is held for a time that depends
 * on the number of priorities, not of requests or tenants; only the order of expiry is a heap, which a request that
 * waits goes in and out of once, and one that is shed at once does not. To shed one allocates nothing.
 *
 * @param <T> what is to be done
 */
public final class AdmissionQueue<T> {
    /** How many may be served at a time. */
    public static final Range<Integer> LIMIT = new Range<>(1, 1_000_000);

    private final AdmissionControl<T> control;
    private final AdmissionNews news;
    private final AdmissionAnswers<T> answers;
    private final ReentrantLock lock = new ReentrantLock();

    /** An empty queue in which all tenants weigh the same. */
    public AdmissionQueue(int limit, AdmissionSettings settings, AdmissionAnswers<T> answers) {
        this(limit, settings, answers, tenant -> 1);
    }

    /**
     * An empty queue.
     *
     * @param limit how many are served at a time, within {@link #LIMIT}
     * @param answers told what becomes of those that wait
     * @param weights the weight of a tenant, from 1 to {@link FairQueue#MAX_WEIGHT}; asked for every request that finds
     *     no free slot, so must be quick
     */
    public AdmissionQueue(
            int limit, AdmissionSettings settings, AdmissionAnswers<T> answers, ToIntFunction<Object> weights) {
        this.control = new AdmissionControl<>(limit, settings, weights, this::cancel);
        this.news = control.news();
        this.answers = answers;
    }

    /**
     * A request has come.
     *
     * @return {@link Served#NOW}, a {@link Ticket}, or why it is {@link Shed}
     */
    public Admission offer(T work, AdmissionRequest request, long now) {
        Admission answer =
                control.tryServe(request.priority(), request.deadline(), now) ? Served.NOW : admit(work, request, now);
        news.came(request, answer, now);
        return answer;
    }

    private Admission admit(T work, AdmissionRequest request, long now) {
        int weight = control.weights().of(request);
        lock.lock();
        try {
            return control.admit(work, request, weight, now);
        } finally {
            unlockAndTell(now);
        }
    }

    /**
     * A request that was served is done. Its slot goes to the next that waits.
     *
     * @param outcome how it ended; only the time of a {@link Outcome#SUCCESS} says how long others will take
     * @param serviceNanos how long it was served, >= 0
     * @throws IllegalStateException if nothing is being served
     */
    public void finished(Priority priority, Outcome outcome, long serviceNanos, long now) {
        if (control.tryFinish(priority, outcome, serviceNanos)) {
            return;
        }
        lock.lock();
        try {
            control.passOn(priority, outcome, serviceNanos, now);
        } finally {
            unlockAndTell(now);
        }
    }

    /**
     * Drops what has waited for too long. Every other call that finds somebody waiting does so too; this one is for
     * when there is none, at {@link #nextExpiry()}.
     */
    public void expire(long now) {
        lock.lock();
        try {
            control.expire(now);
        } finally {
            unlockAndTell(now);
        }
    }

    /** When to call {@link #expire} if nothing happens before; {@link Long#MAX_VALUE} for never. */
    public long nextExpiry() {
        lock.lock();
        try {
            return control.nextExpiry();
        } finally {
            lock.unlock();
        }
    }

    private boolean cancel(Ticket<T> ticket, long now) {
        boolean waited = false;
        lock.lock();
        try {
            waited = control.takeBack(ticket, now);
        } finally {
            unlockAndTell(waited ? ticket : null, now);
        }
        return waited;
    }

    /** How many may be served at a time. */
    public int limit() {
        return control.limit();
    }

    /**
     * Changes how many may be served at a time, within {@link #LIMIT}. If more are being served, nobody else is until
     * enough of them are done.
     */
    public void limit(int limit, long now) {
        lock.lock();
        try {
            control.limit(limit, now);
        } finally {
            unlockAndTell(now);
        }
    }

    /** How many are being served. */
    public int inService() {
        return control.inService();
    }

    /** How many wait, pings included. */
    public int waiting() {
        return control.waiting();
    }

    /** What it goes by. */
    public AdmissionSettings settings() {
        return control.settings();
    }

    /**
     * Goes by other settings from now on. Requests that wait keep their place and their expiry; if there is less room
     * than before, the worst of them are dropped at once: which those are, and what has expired, is a matter of time.
     */
    public void change(AdmissionSettings other, long now) {
        lock.lock();
        try {
            control.change(other, now);
        } finally {
            unlockAndTell(now);
        }
    }

    /**
     * True if the requests served in the last second that is over waited for longer than {@code overloadWait} on
     * average. A signal for others: this queue does not go by it.
     */
    public boolean isOverloaded(long now) {
        lock.lock();
        try {
            return control.isOverloaded(now);
        } finally {
            lock.unlock();
        }
    }

    /** What it holds and has done. */
    public AdmissionSnapshot snapshot(long now) {
        lock.lock();
        try {
            return control.snapshot(now);
        } finally {
            lock.unlock();
        }
    }

    /** Tells the listener of every event until the subscription is closed. */
    public Subscription listen(Consumer<? super AdmissionEvent> listener) {
        return control.listen(listener);
    }

    /** The usual way in, for those who make nothing before they have to wait; not while anybody listens. */
    boolean tryServe(Priority priority, Deadline deadline, long now) {
        return !news.listeners.any() && control.tryServe(priority, deadline, now);
    }

    @Override
    public String toString() {
        return control.toString();
    }

    private void unlockAndTell(long now) {
        unlockAndTell(null, now);
    }

    private void unlockAndTell(@Nullable Ticket<T> gaveUp, long now) {
        Ticket<T> answered = control.takeAnswered();
        AdmissionEvent change = control.overloadChange(now);
        lock.unlock();
        news.told(change, answered, gaveUp, answers, now);
    }
}
