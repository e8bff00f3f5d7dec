package io.goodput.admission;

import io.goodput.Deadline;
import io.goodput.Outcome;
import io.goodput.bounds.Expected;
import io.goodput.event.Subscription;
import io.goodput.fair.FairQueue;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a server does at a time, and what waits for it. At most {@code limit} requests are served at once; the
 * limit may be changed at any time, for example by an adaptive one, and is never exceeded. Up to {@code capacity} more
 * wait. Whatever else comes is shed.
 *
 * <ul>
 *   <li><b>Priority is strict.</b> The highest {@link Priority} is served first. Where there is no room, a newcomer
 *       displaces the worst of a lower priority, and what has waited for too long is shed only after all of a lower
 *       criticality. So a low one may be starved to nothing; {@link GuaranteedShares} are there for who wants
 *       otherwise.
 *   <li><b>Tenants take turns</b> within one priority, by weight, and the one with most waiting is the one to lose
 *       ({@link FairQueue}). Only what waits is shared out; what is being served is not looked at.
 *   <li>Which of a tenant's requests is next, and how long it may wait, is a matter of the {@link Discipline}.
 *   <li>What has expired, or would hardly be done in time ({@link Feasibility}), is dropped.
 *   <li>Pings go before all else and are never shed, but no more than {@code pings} are let in at a time, served or
 *       waiting.
 * </ul>
 *
 * <p>Every request is answered exactly once: by what {@link #offer} returns or, if that is a {@link Ticket}, by a later
 * {@link #tell}, or by a cancel that is true.
 *
 * <p>A state machine without locks, for one thread: an event loop, a simulation. After each call, {@link #tell} those
 * that wait no more. {@link AdmissionQueue} is this for many threads; {@link AdmissionGate}, for threads that wait.
 *
 * @param <T> what is to be done
 */
public final class AdmissionControl<T> {
    private final Occupancy occupancy;
    private final DeadlineCheck deadlines;
    private final AdmissionCounts counts = new AdmissionCounts();
    private final AdmissionNews news = new AdmissionNews();
    private final WaitingRoom<T> room;
    private final TenantWeights weights;
    private volatile AdmissionSettings settings;
    private int pingsServed;

    /** Nobody served and nobody waiting, all tenants alike. */
    public AdmissionControl(int limit, AdmissionSettings settings) {
        this(limit, settings, tenant -> 1);
    }

    /**
     * Nobody served and nobody waiting.
     *
     * @param limit how many are served at a time, within {@link AdmissionQueue#LIMIT}
     * @param weights the weight of a tenant, from 1 to {@link FairQueue#MAX_WEIGHT}; asked for every request that finds
     *     no free slot, so must be quick
     */
    public AdmissionControl(int limit, AdmissionSettings settings, ToIntFunction<Object> weights) {
        this(limit, settings, weights, null);
    }

    /** One whose tickets are taken back by somebody else. */
    AdmissionControl(
            int limit, AdmissionSettings settings, ToIntFunction<Object> weights, Ticket.@Nullable Owner<T> owner) {
        AdmissionQueue.LIMIT.check("limit", limit);
        this.occupancy = new Occupancy(limit);
        this.settings = settings;
        this.weights = new TenantWeights(weights);
        this.deadlines = new DeadlineCheck(settings.feasibility());
        this.room = new WaitingRoom<>(occupancy, counts, settings, owner == null ? this::cancel : owner);
    }

    /**
     * A request has come.
     *
     * @return {@link Served#NOW}, a {@link Ticket}, or why it is {@link Shed}
     */
    public Admission offer(T work, AdmissionRequest request, long now) {
        Admission answer = tryServe(request.priority(), request.deadline(), now)
                ? Served.NOW
                : admit(work, request, weights.of(request), now);
        news.came(request, answer, now);
        return answer;
    }

    /**
     * Takes a slot if one is free, nobody waits for it and nothing speaks against it; the usual way in. By any thread.
     */
    boolean tryServe(Priority priority, Deadline deadline, long now) {
        if (priority == Priority.PING || !deadlines.isFeasible(deadline.nanos(), now) || !occupancy.tryEnter()) {
            return false;
        }
        counts.served(priority);
        return true;
    }

    /** The way in for the others. */
    Admission admit(T work, AdmissionRequest request, int weight, long now) {
        room.dropExpired(now);
        Priority priority = request.priority();
        Shed reason = reasonToShed(priority, request.deadline().nanos(), now);
        if (reason == null && !occupancy.tryEnter()) {
            reason = room.makeRoom(request, weight, now);
            if (reason == null && !occupancy.enterOrWait()) {
                return room.add(work, request, weight, now);
            }
        }
        if (reason != null) {
            counts.shed(reason, request, settings.tenantsCounted());
            return reason;
        }
        pingsServed += priority == Priority.PING ? 1 : 0;
        counts.served(priority);
        return Served.NOW;
    }

    /** Why a request is shed whether there is room or not; null if there is no such reason. */
    private @Nullable Shed reasonToShed(Priority priority, long deadline, long now) {
        if (now >= deadline && deadline != Long.MAX_VALUE) {
            return Shed.EXPIRED;
        }
        if (priority == Priority.PING) {
            return pingsServed + room.pings() >= settings.pings() ? Shed.PING_FLOOD : null;
        }
        return cannotFinish(deadline, now) ? Shed.CANNOT_FINISH : null;
    }

    private boolean cannotFinish(long deadline, long now) {
        return !deadlines.isFeasible(deadline, now) && deadlines.drops(counts.allServed(), now);
    }

    /**
     * A request that was served is done. Its slot goes to the next that waits.
     *
     * @param outcome how it ended; only the time of a {@link Outcome#SUCCESS} says how long others will take
     * @param serviceNanos how long it was served, >= 0
     * @throws IllegalStateException if nothing is being served
     */
    public void finished(Priority priority, Outcome outcome, long serviceNanos, long now) {
        if (!tryFinish(priority, outcome, serviceNanos)) {
            passOn(priority, outcome, serviceNanos, now);
        }
    }

    /** Gives the slot back if nobody waits for it, and learns from a success; the usual way out. By any thread. */
    boolean tryFinish(Priority priority, Outcome outcome, long serviceNanos) {
        Expected.atLeast("serviceNanos", serviceNanos, 0);
        if (priority == Priority.PING) {
            return false;
        }
        if (outcome == Outcome.SUCCESS) {
            deadlines.record(serviceNanos);
            room.times().servedInCalm(serviceNanos);
        }
        return occupancy.tryLeave();
    }

    /** The way out for the others. */
    void passOn(Priority priority, Outcome outcome, long serviceNanos, long now) {
        if (priority != Priority.PING && outcome == Outcome.SUCCESS) {
            room.times().served(serviceNanos);
        }
        occupancy.leave();
        pingsServed -= priority == Priority.PING ? 1 : 0;
        serveWaiting(now);
    }

    private void serveWaiting(long now) {
        room.dropExpired(now);
        while (occupancy.canServeWaiting()) {
            Ticket<T> next = room.takeNext(now);
            if (next == null) {
                return;
            }
            boolean ping = next.priority() == Priority.PING;
            if (!ping && cannotFinish(next.request.deadline().nanos(), now)) {
                room.drop(next, Shed.CANNOT_FINISH);
            } else {
                pingsServed += ping ? 1 : 0;
                room.serve(next, now);
            }
        }
    }

    /**
     * Drops what has waited for too long. Every other call that finds somebody waiting does so too; this one is for
     * when there is none, at {@link #nextExpiry()}.
     */
    public void expire(long now) {
        room.dropExpired(now);
    }

    /** When to call {@link #expire} if nothing happens before; {@link Long#MAX_VALUE} for never. */
    public long nextExpiry() {
        return room.nextExpiry();
    }

    private boolean cancel(Ticket<T> ticket, long now) {
        boolean waited = takeBack(ticket, now);
        if (waited) {
            news.gaveUp(ticket, now);
        }
        return waited;
    }

    boolean takeBack(Ticket<T> ticket, long now) {
        boolean waited = room.takeBack(ticket);
        room.dropExpired(now);
        return waited;
    }

    /** Tells what has become of those that waited, since it was last called. */
    public void tell(AdmissionAnswers<T> answers, long now) {
        Ticket<T> first = room.takeAnswered();
        news.told(overloadChange(now), first, null, answers, now);
    }

    /** Those whom to tell, first to last; null if there are none. */
    @Nullable Ticket<T> takeAnswered() {
        return room.takeAnswered();
    }

    /** What to tell those who listen of overload; null if nobody does. */
    @Nullable AdmissionEvent overloadChange(long now) {
        return room.overload().look(news.listeners.any(), now);
    }

    /** How many may be served at a time. */
    public int limit() {
        return occupancy.limit();
    }

    /**
     * Changes how many may be served at a time, within {@link AdmissionQueue#LIMIT}. If more are being served, nobody
     * else is until enough of them are done.
     */
    public void limit(int limit, long now) {
        AdmissionQueue.LIMIT.check("limit", limit);
        occupancy.limit(limit);
        serveWaiting(now);
    }

    /** How many are being served. */
    public int inService() {
        return occupancy.served();
    }

    /** How many wait, pings included. */
    public int waiting() {
        return occupancy.waiting();
    }

    /** What it goes by. */
    public AdmissionSettings settings() {
        return settings;
    }

    /**
     * Goes by other settings from now on. Requests that wait keep their place and their expiry; if there is less room
     * than before, the worst of them are dropped at once: which those are, and what has expired, is a matter of time.
     */
    public void change(AdmissionSettings other, long now) {
        settings = other;
        deadlines.change(other.feasibility());
        room.change(other, now);
        serveWaiting(now);
    }

    /**
     * True if the requests served in the last second that is over waited for longer than {@code overloadWait} on
     * average. A signal for others: nothing here goes by it.
     */
    public boolean isOverloaded(long now) {
        return counts.averageWait(now) > settings.overloadWait().toNanos();
    }

    /** What it holds and has done. */
    public AdmissionSnapshot snapshot(long now) {
        return counts.snapshot(occupancy, deadlines, now);
    }

    /** Tells the listener of every event until the subscription is closed. */
    public Subscription listen(Consumer<? super AdmissionEvent> listener) {
        return news.listeners.add(listener);
    }

    AdmissionNews news() {
        return news;
    }

    TenantWeights weights() {
        return weights;
    }

    @Override
    public String toString() {
        return inService() + " of " + limit() + " served, " + waiting() + " of " + settings.capacity() + " waiting, "
                + settings.discipline();
    }
}
