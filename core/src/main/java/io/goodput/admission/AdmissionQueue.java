package io.goodput.admission;

import io.goodput.Outcome;
import io.goodput.Range;
import io.goodput.bounds.Expected;
import io.goodput.fair.FairQueue;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Bounds what a server does at a time, and what waits for it. At most {@code limit} requests are served at once; the
 * limit may be changed at any time, for example by an adaptive one, and is never exceeded. Up to {@code capacity} more
 * wait. Whatever else comes is refused.
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
 * <p>Every request is answered exactly once: by what {@link #offer} returns or, if that is a {@link Ticket}, by one
 * call of {@link Answers}, or by a cancel that is true. Answers are given by whichever thread brought them about, after
 * the lock is let go; that of a ticket may come before {@code offer} has returned it.
 *
 * <p>Thread-safe. While nobody waits, requests come and go by one compare-and-set. Otherwise a lock is held for a time
 * that depends on the number of priorities, not of requests or tenants; only the order of expiry is a heap, which a
 * request that waits goes in and out of once, and one that is refused does not. A refusal allocates nothing.
 *
 * @param <T> what is to be done
 */
public final class AdmissionQueue<T> {
    /** The tenant of requests that have none. */
    public static final Object NO_TENANT = new Object() {
        @Override
        public String toString() {
            return "no tenant";
        }
    };

    /** The highest limit. */
    public static final Range<Integer> LIMIT = new Range<>(1, 1_000_000);

    private final Occupancy occupancy;
    private final Answers<T> answers;
    private final ToIntFunction<Object> weights;
    private final DeadlineCheck deadlines;
    private final Counts counts = new Counts();
    private volatile AdmissionSettings settings;

    private final ReentrantLock lock = new ReentrantLock();

    // Guarded by the lock.
    private final Lanes<T> lanes;
    private final ExpiryHeap<T> expiries = new ExpiryHeap<>();
    private final QueueWait wait = new QueueWait();
    private int pings;
    private @Nullable Ticket<T> firstAnswered;
    private @Nullable Ticket<T> lastAnswered;

    /** What becomes of those that wait. */
    public interface Answers<T> {
        /** It has a slot now. Must not serve it in place, but have it served. */
        void serve(T work);

        /** It is refused. */
        void refuse(T work, Refusal reason);
    }

    /** An empty queue in which all tenants weigh the same. */
    public AdmissionQueue(int limit, AdmissionSettings settings, Answers<T> answers) {
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
    public AdmissionQueue(int limit, AdmissionSettings settings, Answers<T> answers, ToIntFunction<Object> weights) {
        LIMIT.check("limit", limit);
        this.occupancy = new Occupancy(limit);
        this.settings = settings;
        this.answers = answers;
        this.weights = weights;
        this.deadlines = new DeadlineCheck(settings.feasibility());
        this.lanes = new Lanes<>(settings);
    }

    /**
     * A request has come.
     *
     * @param tenant who is to get a fair share; null for {@link #NO_TENANT}
     * @param deadline when an answer is of no use any more, {@link Long#MAX_VALUE} for never
     * @return {@link Served#NOW}, a {@link Ticket}, or the {@link Refusal}
     */
    public Admission offer(T work, Priority priority, @Nullable Object tenant, long deadline, long now) {
        if (tryServe(priority, deadline, now)) {
            return Served.NOW;
        }
        Object payer = tenant == null ? NO_TENANT : tenant;
        int weight = weightOf(payer);
        Admission answer;
        Ticket<T> answered;
        lock.lock();
        try {
            answer = admit(work, priority, payer, weight, deadline, now);
            answered = takeAnswered();
        } finally {
            lock.unlock();
        }
        tell(answered);
        return answer;
    }

    /** Takes a slot if one is free, nobody waits for it and nothing speaks against it; the usual way in. */
    boolean tryServe(Priority priority, long deadline, long now) {
        if (priority == Priority.PING || !deadlines.isFeasible(deadline, now) || !occupancy.tryEnter()) {
            return false;
        }
        counts.served(priority);
        return true;
    }

    private Admission admit(T work, Priority priority, Object tenant, int weight, long deadline, long now) {
        dropExpired(now);
        Refusal refusal = refusal(priority, deadline, now);
        if (refusal == null && !occupancy.tryEnter()) {
            Object flow = settings.fair() ? tenant : NO_TENANT;
            refusal = priority == Priority.PING ? null : makeRoom(priority, flow, weight, now);
            if (refusal == null && !occupancy.enterOrWait()) {
                return waiting(work, priority, tenant, flow, weight, deadline, now);
            }
        }
        if (refusal != null) {
            counts.refused(refusal, priority, tenant, settings.tenantsCounted());
            return refusal;
        }
        if (priority == Priority.PING) {
            pings++;
        }
        counts.served(priority);
        return Served.NOW;
    }

    /** Why a request is refused whether there is room or not; null if there is no such reason. */
    private @Nullable Refusal refusal(Priority priority, long deadline, long now) {
        if (now >= deadline && deadline != Long.MAX_VALUE) {
            return Refusal.EXPIRED;
        }
        if (priority == Priority.PING) {
            return pings >= settings.pings() ? Refusal.PING_FLOOD : null;
        }
        return cannotFinish(deadline, now) ? Refusal.CANNOT_FINISH : null;
    }

    private boolean cannotFinish(long deadline, long now) {
        return !deadlines.isFeasible(deadline, now) && deadlines.drops(counts.allServed(), now);
    }

    /** Sees to it that one more can wait; answers why not. */
    private @Nullable Refusal makeRoom(Priority priority, Object tenant, int weight, long now) {
        if (lanes.size() < settings.capacity()) {
            return null;
        }
        Priority worst = lanes.worstFor(priority);
        if (worst == null) {
            return Refusal.FULL;
        }
        if (worst != priority) {
            drop(lanes.takeWorst(worst, now), Refusal.DISPLACED);
            return null;
        }
        if (lanes.isBelowShare(priority, tenant, weight)) {
            drop(lanes.takeWorst(priority, now), Refusal.OVER_SHARE);
            return null;
        }
        Ticket<T> oldest = lanes.newestFirst(priority, now) ? lanes.takeOldestOf(priority, tenant) : null;
        if (oldest == null) {
            return Refusal.FULL;
        }
        drop(oldest, Refusal.FULL);
        return null;
    }

    private Ticket<T> waiting(
            T work, Priority priority, Object tenant, Object flow, int weight, long deadline, long now) {
        long expiry = Math.min(deadline, mayWaitUntil(priority, flow, weight, now));
        var ticket = new Ticket<>(this, work, priority, tenant, now, deadline, expiry);
        lanes.add(ticket, flow, weight);
        expiries.add(ticket);
        if (priority == Priority.PING) {
            pings++;
        }
        return ticket;
    }

    private long mayWaitUntil(Priority priority, Object tenant, int weight, long now) {
        if (priority == Priority.PING) {
            return Long.MAX_VALUE;
        }
        long most = settings.maxWaitNanos();
        Discipline discipline = settings.discipline();
        if (discipline.controlledDelay()) {
            // The overload is not that of a tenant with less than others: its turn comes, if it may wait for it.
            boolean cut = lanes.isOverloaded(priority.criticalityClass(), now)
                    && !lanes.isBelowShare(priority, tenant, weight);
            most = Math.min(most, (cut ? discipline.target() : discipline.interval()).toNanos());
        }
        return most == Long.MAX_VALUE ? most : now + most;
    }

    /**
     * A request that was served is done. Its slot goes to the next that waits.
     *
     * @param outcome how it ended; only the time of a {@link Outcome#SUCCESS} says how long others will take
     * @param serviceNanos how long it was served, >= 0
     * @throws IllegalStateException if nothing is being served
     */
    public void finished(Priority priority, Outcome outcome, long serviceNanos, long now) {
        Expected.atLeast("serviceNanos", serviceNanos, 0);
        if (priority != Priority.PING) {
            if (outcome == Outcome.SUCCESS) {
                deadlines.record(serviceNanos);
            }
            if (occupancy.tryLeave()) {
                return;
            }
        }
        Ticket<T> answered;
        lock.lock();
        try {
            occupancy.leave();
            pings -= priority == Priority.PING ? 1 : 0;
            serveWaiting(now);
            answered = takeAnswered();
        } finally {
            lock.unlock();
        }
        tell(answered);
    }

    private void serveWaiting(long now) {
        dropExpired(now);
        while (occupancy.canServeWaiting()) {
            Ticket<T> next = lanes.takeNext(now);
            if (next == null) {
                return;
            }
            if (next.priority != Priority.PING && cannotFinish(next.deadline, now)) {
                drop(next, Refusal.CANNOT_FINISH);
            } else {
                expiries.remove(next);
                occupancy.serveWaiting();
                wait.record(now - next.since);
                counts.served(next.priority);
                answer(next);
            }
        }
    }

    /**
     * Drops what has waited for too long. Every other call that finds somebody waiting does so too; this one is for
     * when there is none, at {@link #nextExpiry()}.
     */
    public void expire(long now) {
        Ticket<T> answered;
        lock.lock();
        try {
            dropExpired(now);
            answered = takeAnswered();
        } finally {
            lock.unlock();
        }
        tell(answered);
    }

    private void dropExpired(long now) {
        for (Ticket<T> ticket = expiries.firstExpired(now); ticket != null; ticket = expiries.firstExpired(now)) {
            lanes.remove(ticket);
            if (now >= ticket.deadline) {
                drop(ticket, Refusal.EXPIRED);
            } else {
                shedBelow(ticket.priority.criticalityClass(), now);
                drop(ticket, Refusal.WAITED_TOO_LONG);
            }
        }
    }

    /** What is more critical is about to be shed: nothing less critical may wait any longer. */
    private void shedBelow(int criticality, long now) {
        for (Priority worst = lanes.worstBelow(criticality); worst != null; worst = lanes.worstBelow(criticality)) {
            drop(lanes.takeWorst(worst, now), Refusal.DISPLACED);
        }
    }

    private void shedTo(int capacity, long now) {
        Priority worst = lanes.worstBelow(Priority.NO_CLASS);
        while (worst != null && lanes.size() > capacity) {
            drop(lanes.takeWorst(worst, now), Refusal.FULL);
            worst = lanes.worstBelow(Priority.NO_CLASS);
        }
    }

    /** When to call {@link #expire} if nothing happens before; {@link Long#MAX_VALUE} for never. */
    public long nextExpiry() {
        lock.lock();
        try {
            return expiries.nextExpiry();
        } finally {
            lock.unlock();
        }
    }

    boolean cancel(Ticket<T> ticket, long now) {
        Ticket<T> answered;
        boolean waited;
        lock.lock();
        try {
            waited = ticket.waits;
            if (waited) {
                ticket.waits = false;
                lanes.remove(ticket);
                leaveQueue(ticket);
                counts.cancelled();
            }
            dropExpired(now);
            answered = takeAnswered();
        } finally {
            lock.unlock();
        }
        tell(answered);
        return waited;
    }

    /** How many may be served at a time. */
    public int limit() {
        return occupancy.limit();
    }

    /**
     * Changes how many may be served at a time, within {@link #LIMIT}. If more are being served, nobody else is until
     * enough of them are done.
     */
    public void limit(int limit, long now) {
        LIMIT.check("limit", limit);
        Ticket<T> answered;
        lock.lock();
        try {
            occupancy.limit(limit);
            serveWaiting(now);
            answered = takeAnswered();
        } finally {
            lock.unlock();
        }
        tell(answered);
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
     * than before, the worst of them are dropped.
     */
    public void change(AdmissionSettings other, long now) {
        Ticket<T> answered;
        lock.lock();
        try {
            settings = other;
            deadlines.change(other.feasibility());
            lanes.change(other);
            shedTo(other.capacity(), now);
            serveWaiting(now);
            answered = takeAnswered();
        } finally {
            lock.unlock();
        }
        tell(answered);
    }

    /**
     * True if the requests served in the last second that is over waited for longer than {@code overloadWait} on
     * average. A signal for others: this queue does not go by it.
     */
    public boolean isOverloaded(long now) {
        lock.lock();
        try {
            return wait.average(counts.allServed(), now)
                    > settings.overloadWait().toNanos();
        } finally {
            lock.unlock();
        }
    }

    /** What it holds and has done. */
    public AdmissionSnapshot snapshot(long now) {
        lock.lock();
        try {
            return new AdmissionSnapshot(
                    occupancy.limit(),
                    occupancy.served(),
                    occupancy.waiting(),
                    Duration.ofNanos(Math.round(wait.average(counts.allServed(), now))),
                    Duration.ofNanos(Math.round(deadlines.leastNanos())),
                    counts.servedByPriority(),
                    counts.refusedByReason(),
                    counts.refusedByTenant(),
                    counts.refusedOfOtherTenants(),
                    counts.cancelledSoFar(),
                    deadlines.wouldHaveDropped());
        } finally {
            lock.unlock();
        }
    }

    /** Refuses one that waited and is in no lane any more. */
    private void drop(@Nullable Ticket<T> ticket, Refusal reason) {
        if (ticket == null) {
            throw new AssertionError("nothing to drop for " + reason);
        }
        leaveQueue(ticket);
        ticket.refusal = reason;
        counts.refused(reason, ticket.priority, ticket.tenant, settings.tenantsCounted());
        answer(ticket);
    }

    private void leaveQueue(Ticket<T> ticket) {
        expiries.remove(ticket);
        occupancy.stopWaiting();
        pings -= ticket.priority == Priority.PING ? 1 : 0;
    }

    /** Puts it with those to be told of once the lock is let go. */
    private void answer(Ticket<T> ticket) {
        ticket.waits = false;
        if (lastAnswered == null) {
            firstAnswered = ticket;
        } else {
            lastAnswered.nextAnswered = ticket;
        }
        lastAnswered = ticket;
    }

    private @Nullable Ticket<T> takeAnswered() {
        Ticket<T> first = firstAnswered;
        firstAnswered = null;
        lastAnswered = null;
        return first;
    }

    private void tell(@Nullable Ticket<T> first) {
        RuntimeException failure = null;
        for (Ticket<T> ticket = first; ticket != null; ticket = ticket.nextAnswered) {
            try {
                tellOf(ticket);
            } catch (RuntimeException e) { // the others must be told all the same
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void tellOf(Ticket<T> ticket) {
        if (ticket.refusal == null) {
            answers.serve(ticket.work);
        } else {
            answers.refuse(ticket.work, ticket.refusal);
        }
    }

    private int weightOf(Object tenant) {
        int weight = weights.applyAsInt(tenant);
        if (weight < 1 || weight > FairQueue.MAX_WEIGHT) {
            throw Expected.refused("weight of " + tenant, weight, ">= 1 and <= " + FairQueue.MAX_WEIGHT);
        }
        return weight;
    }
}
