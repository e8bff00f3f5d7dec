package io.goodput.admission;

import io.goodput.fair.Queued;
import org.jspecify.annotations.Nullable;

/**
 * The request waits. What becomes of it is told to the queue's {@link AdmissionQueue.Answers}, unless it is cancelled
 * first.
 *
 * @param <T> what is to be done
 */
public final class Ticket<T> implements Admission {
    final T work;
    final Priority priority;
    final Object tenant;
    final long since;
    final long deadline;
    final long expiry;

    private final AdmissionQueue<T> queue;

    // The rest is guarded by the queue's lock.
    @Nullable Queued<Ticket<T>> place;

    int heapIndex = ExpiryHeap.NOWHERE;
    boolean waits = true;

    @Nullable Refusal refusal;

    @Nullable Ticket<T> nextAnswered;

    Ticket(AdmissionQueue<T> queue, T work, Priority priority, Object tenant, long since, long deadline, long expiry) {
        this.queue = queue;
        this.work = work;
        this.priority = priority;
        this.tenant = tenant;
        this.since = since;
        this.deadline = deadline;
        this.expiry = expiry;
    }

    /** What waits. */
    public T work() {
        return work;
    }

    /**
     * When it will have waited for too long: its deadline, or what the discipline allows. {@link Long#MAX_VALUE} for
     * never.
     */
    public long expiry() {
        return expiry;
    }

    /**
     * Gives up waiting. If true, no answer will follow. If false, it was given, or is being given by another thread: if
     * it is to be served, that must be {@linkplain AdmissionQueue#finished finished}.
     */
    public boolean cancel(long now) {
        return queue.cancel(this, now);
    }
}
