package io.goodput.admission;

import org.jspecify.annotations.Nullable;

/**
 * What waits: in its lane for its turn, in a heap until its time is up, and counted in the {@link Occupancy}. Who
 * leaves one leaves all three; who leaves with an answer is kept until it is told. For one thread at a time.
 */
final class WaitingRoom<T> {
    private final Occupancy occupancy;
    private final AdmissionCounts counts;
    private final Ticket.Owner<T> owner;
    private final Lanes<T> lanes;
    private final Displacement<T> displacement;
    private final OverloadWatch overload;
    private final ExpiryHeap<T> expiries = new ExpiryHeap<>();
    private final AnsweredTickets<T> answered = new AnsweredTickets<>();
    private final QueueTimes times;
    private AdmissionSettings settings;

    /** One in which nobody waits. */
    WaitingRoom(Occupancy occupancy, AdmissionCounts counts, AdmissionSettings settings, Ticket.Owner<T> owner) {
        this.occupancy = occupancy;
        this.counts = counts;
        this.owner = owner;
        this.settings = settings;
        this.times = new QueueTimes(occupancy, settings.discipline());
        this.lanes = new Lanes<>(settings, times);
        this.displacement = new Displacement<>(lanes, this::drop);
        this.overload = new OverloadWatch(lanes);
    }

    /** Sees to it that one more can wait; answers why not. Pings always can. */
    @Nullable Shed makeRoom(AdmissionRequest request, int weight, long now) {
        Priority priority = request.priority();
        return priority == Priority.PING ? null : displacement.makeRoom(priority, flow(request), weight, now);
    }

    /** One that the occupancy counts already. */
    Ticket<T> add(T work, AdmissionRequest request, int weight, long now) {
        var ticket = new Ticket<>(owner, work, stay(request, weight, now));
        lanes.add(ticket, flow(request), weight);
        expiries.add(ticket);
        return ticket;
    }

    private Ticket.Stay stay(AdmissionRequest request, int weight, long now) {
        Priority priority = request.priority();
        long longest = settings.maxWaitNanos();
        Discipline discipline = settings.discipline();
        if (discipline.controlledDelay()) {
            // The overload is not that of a tenant with less than others: its turn comes, if it may wait for it.
            boolean cut = lanes.isOverloaded(priority.criticalityClass(), now)
                    && !lanes.isBelowShare(priority, flow(request), weight);
            longest = Math.min(longest, cut ? times.target() : times.interval());
        }
        boolean forEver = priority == Priority.PING || longest == Long.MAX_VALUE;
        long until = forEver ? Long.MAX_VALUE : now + longest;
        return new Ticket.Stay(request, now, Math.min(request.deadline().nanos(), until));
    }

    /** Whose turn is counted. */
    private Object flow(AdmissionRequest request) {
        return settings.fair() ? request.payer() : AdmissionRequest.NO_TENANT;
    }

    /** How many pings wait. */
    int pings() {
        return lanes.pings();
    }

    /** The next, which is out of its lane now: to be {@linkplain #serve served} or {@linkplain #drop dropped}. */
    @Nullable Ticket<T> takeNext(long now) {
        return lanes.takeNext(now);
    }

    void serve(Ticket<T> ticket, long now) {
        expiries.remove(ticket);
        occupancy.serveWaiting();
        counts.waited(now - ticket.since);
        counts.served(ticket.priority());
        answer(ticket);
    }

    /** Refuses one that is in no lane any more. */
    void drop(Ticket<T> ticket, Shed reason) {
        leave(ticket);
        ticket.shed = reason;
        counts.shed(reason, ticket.request, settings.tenantsCounted());
        answer(ticket);
    }

    /** Drops those that have waited for too long. */
    void dropExpired(long now) {
        for (Ticket<T> ticket = expiries.firstExpired(now); ticket != null; ticket = expiries.firstExpired(now)) {
            lanes.remove(ticket);
            if (ticket.request.deadline().hasPassed(now)) {
                drop(ticket, Shed.EXPIRED);
            } else {
                displacement.shedBelow(ticket.priority().criticalityClass(), now);
                drop(ticket, Shed.WAITED_TOO_LONG);
            }
        }
    }

    /** When the next has waited for too long; {@link Long#MAX_VALUE} for never. */
    long nextExpiry() {
        return expiries.nextExpiry();
    }

    /** Lets one go that has given up; false if it does not wait any more. */
    boolean takeBack(Ticket<T> ticket) {
        boolean waited = ticket.waits;
        if (waited) {
            ticket.waits = false;
            lanes.remove(ticket);
            leave(ticket);
            counts.cancelled();
        }
        return waited;
    }

    /** Goes by other settings; if there is less room than before, the worst are dropped. */
    void change(AdmissionSettings other, long now) {
        settings = other;
        times.change(other.discipline());
        lanes.change(other);
        displacement.shedOverCapacity(now);
    }

    private void leave(Ticket<T> ticket) {
        expiries.remove(ticket);
        occupancy.stopWaiting();
    }

    private void answer(Ticket<T> ticket) {
        ticket.waits = false;
        answered.add(ticket);
    }

    /** Those whom to tell, first to last; null if there are none. */
    @Nullable Ticket<T> takeAnswered() {
        return answered.take();
    }

    QueueTimes times() {
        return times;
    }

    OverloadWatch overload() {
        return overload;
    }
}
