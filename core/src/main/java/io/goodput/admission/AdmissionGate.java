package io.goodput.admission;

import io.goodput.CallContext;
import io.goodput.Outcome;
import io.goodput.Ticker;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * An {@link AdmissionQueue} for servers that handle each request in a thread of its own, virtual ones above all:
 * whoever has to wait is parked.
 *
 * <pre>{@code
 * try (var permit = gate.enter(CallContext.current())) {
 *     var answer = handle(request);
 *     permit.succeeded();
 *     return answer;
 * } catch (AdmissionRefusedException refused) {
 *     return tooBusy(refused.reason());
 * }
 * }</pre>
 *
 * <p>The way in and out allocates the permit and nothing else if there is no wait. To be shed allocates two small
 * objects; the exception is made beforehand.
 */
public final class AdmissionGate {
    private final Ticker ticker;
    private final AdmissionQueue<Waiter> queue;

    /** A gate that lets {@code limit} in at a time, all tenants alike, by the machine's clock. */
    public AdmissionGate(int limit, AdmissionSettings settings) {
        this(limit, settings, tenant -> 1, Ticker.system());
    }

    /**
     * A gate.
     *
     * @param weights the weight of a tenant; see {@link AdmissionQueue}
     * @param ticker must go with real time where requests wait for a limited time
     */
    public AdmissionGate(int limit, AdmissionSettings settings, ToIntFunction<Object> weights, Ticker ticker) {
        this.ticker = ticker;
        this.queue = new AdmissionQueue<>(limit, settings, new Waking(), weights);
    }

    /** The queue behind the gate: to change it, and to see what it does. */
    public AdmissionQueue<?> queue() {
        return queue;
    }

    /** What it goes by. */
    public AdmissionSettings settings() {
        return queue.settings();
    }

    /** Goes by other settings from now on; see {@link AdmissionQueue#change}. */
    public void change(AdmissionSettings other) {
        queue.change(other, ticker.nanos());
    }

    /**
     * Waits until a request that starts something may be served.
     *
     * @param context its criticality, its tenant, and its deadline on this gate's ticker
     * @return the slot, to be closed when the request is done
     * @throws AdmissionRefusedException if it is not to be served
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public Permit enter(CallContext context) throws AdmissionRefusedException, InterruptedException {
        long now = ticker.nanos();
        Priority priority = Priority.starting(context.criticality());
        // Nothing is made for those who need not wait.
        if (queue.tryServe(priority, context.deadline(), now)) {
            return new Permit(this, priority, now, now);
        }
        return enter(AdmissionRequest.starting(context), now);
    }

    /**
     * Waits until the request may be served: one that finishes something, or a ping.
     *
     * @return the slot, to be closed when the request is done
     * @throws AdmissionRefusedException if it is not to be served
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public Permit enter(AdmissionRequest request) throws AdmissionRefusedException, InterruptedException {
        return enter(request, ticker.nanos());
    }

    private Permit enter(AdmissionRequest request, long now) throws AdmissionRefusedException, InterruptedException {
        var waiter = new Waiter(Thread.currentThread());
        return switch (queue.offer(waiter, request, now)) {
            case Served _ -> new Permit(this, request.priority(), now, now);
            case Shed reason -> throw AdmissionRefusedException.of(reason);
            case Ticket<?> ticket -> await(waiter, ticket);
        };
    }

    private Permit await(Waiter waiter, Ticket<?> ticket) throws AdmissionRefusedException, InterruptedException {
        while (waiter.answer == null) {
            if (Thread.interrupted()) {
                giveUp(waiter, ticket);
                throw new InterruptedException("while waiting to be admitted");
            }
            park(ticket.expiry());
        }
        if (waiter.answer instanceof Shed reason) {
            throw AdmissionRefusedException.of(reason);
        }
        return new Permit(this, ticket.priority(), ticket.since, ticker.nanos());
    }

    /** Until there is an answer, an interrupt, or the time is up, which the queue is then told. */
    private void park(long expiry) {
        if (expiry == Long.MAX_VALUE) {
            LockSupport.park(this);
            return;
        }
        long now = ticker.nanos();
        if (now >= expiry) {
            queue.expire(now);
        } else {
            LockSupport.parkNanos(this, expiry - now);
        }
    }

    /** A slot that was given in the meantime goes back. */
    private void giveUp(Waiter waiter, Ticket<?> ticket) {
        long now = ticker.nanos();
        if (ticket.cancel(now)) {
            return;
        }
        while (waiter.answer == null) {
            Thread.onSpinWait(); // whoever has taken it is about to say so
        }
        if (waiter.answer == Served.NOW) {
            queue.finished(ticket.priority(), Outcome.CANCELLED, 0, now);
        }
    }

    @Override
    public String toString() {
        return queue.toString();
    }

    private void leave(Permit permit, Outcome outcome) {
        long now = ticker.nanos();
        queue.finished(permit.priority, outcome, now - permit.since, now);
    }

    /** A thread that waits. */
    private static final class Waiter {
        private final Thread thread;
        private volatile @Nullable Admission answer;

        Waiter(Thread thread) {
            this.thread = thread;
        }

        void wake(Admission answer) {
            this.answer = answer;
            LockSupport.unpark(thread);
        }
    }

    private static final class Waking implements AdmissionAnswers<Waiter> {
        @Override
        public void serve(Waiter waiter) {
            waiter.wake(Served.NOW);
        }

        @Override
        public void shed(Waiter waiter, Shed reason) {
            waiter.wake(reason);
        }
    }

    /** A slot. It belongs to the thread that entered, and closing it gives it back. */
    public static final class Permit implements AutoCloseable {
        private final Priority priority;
        private final long came;
        private final long since;
        private Outcome outcome = Outcome.PERMANENT_FAILURE;

        /** Null once it is closed. */
        private @Nullable AdmissionGate gate;

        private Permit(AdmissionGate gate, Priority priority, long came, long since) {
            this.gate = gate;
            this.priority = priority;
            this.came = came;
            this.since = since;
        }

        /**
         * For how long the request waited before it had the slot, in nanoseconds of the gate's ticker; 0 if it was let
         * in at once. The record of a request tells it apart from the time that was worked on it.
         */
        public long waitedNanos() {
            return since - came;
        }

        /** To be called before closing if all went well: only then does the time say how long others will take. */
        public void succeeded() {
            outcome = Outcome.SUCCESS;
        }

        /** Gives the slot back; the second time does nothing. */
        @Override
        public void close() {
            AdmissionGate left = gate;
            if (left != null) {
                gate = null;
                left.leave(this, outcome);
            }
        }
    }
}
