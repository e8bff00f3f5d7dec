package io.goodput.admission;

import io.goodput.fair.Queued;
import org.jspecify.annotations.Nullable;

/**
 * The request waits. What becomes of it is told to the {@link AdmissionAnswers}, unless it is cancelled first.
 *
 * @param <T> what is to be done
 */
public final class Ticket<T> implements Admission {
    final T work;
    final AdmissionRequest request;
    final long since;
    final long expiry;

    private final Owner<T> owner;

    // The rest belongs to the owner, under its lock if it has one.
    @Nullable Queued<Ticket<T>> place;

    int heapIndex = ExpiryHeap.NOWHERE;
    boolean waits = true;

    @Nullable Shed shed;

    @Nullable Ticket<T> nextAnswered;

    /** Whoever takes tickets back. */
    interface Owner<T> {
        boolean cancel(Ticket<T> ticket, long now);
    }

    /** Which request waits, since when and until when. */
    record Stay(AdmissionRequest request, long since, long expiry) {}

    Ticket(Owner<T> owner, T work, Stay stay) {
        this.owner = owner;
        this.work = work;
        this.request = stay.request;
        this.since = stay.since;
        this.expiry = stay.expiry;
    }

    Priority priority() {
        return request.priority();
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
        return owner.cancel(this, now);
    }
}
