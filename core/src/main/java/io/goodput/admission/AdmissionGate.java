package io.goodput.admission;

import io.goodput.Deadline;
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
 * try (var permit = gate.enter(priority, tenant, deadline)) {
 *     var answer = handle(request);
 *     permit.succeeded();
 *     return answer;
 * } catch (AdmissionRefusedException refused) {
 *     return tooBusy(refused.reason());
 * }
 * }</pre>
 *
 * <p>The way in and out allocates the permit and nothing else if there is no wait. A refusal allocates one small
 * object; its exception is made beforehand.
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

    /**
     * Waits until the request may be served.
     *
     * @param tenant who is to get a fair share; null for none
     * @param deadline on this gate's ticker
     * @return the slot, to be closed when the request is done
     * @throws AdmissionRefusedException if it is not to be served
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public Permit enter(Priority priority, @Nullable Object tenant, Deadline deadline)
            throws AdmissionRefusedException, InterruptedException {
        long now = ticker.nanos();
        // Waiters are made for those who may have to wait: a free slot is taken without.
        if (queue.tryServe(priority, deadline.nanos(), now)) {
            return new Permit(this, priority, now);
        }
        var waiter = new Waiter(Thread.currentThread());
        return switch (queue.offer(waiter, priority, tenant, deadline.nanos(), now)) {
            case Served _ -> new Permit(this, priority, now);
            case Refusal reason -> throw AdmissionRefusedException.of(reason);
            case Ticket<?> ticket -> await(waiter, ticket, priority);
        };
    }

    private Permit await(Waiter waiter, Ticket<?> ticket, Priority priority)
            throws AdmissionRefusedException, InterruptedException {
        while (waiter.answer == null) {
            if (Thread.interrupted()) {
                giveUp(waiter, ticket, priority);
                throw new InterruptedException("while waiting to be admitted");
            }
            park(ticket.expiry());
        }
        if (waiter.answer instanceof Refusal reason) {
            throw AdmissionRefusedException.of(reason);
        }
        return new Permit(this, priority, ticker.nanos());
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
    private void giveUp(Waiter waiter, Ticket<?> ticket, Priority priority) {
        long now = ticker.nanos();
        if (ticket.cancel(now)) {
            return;
        }
        while (waiter.answer == null) {
            Thread.onSpinWait(); // whoever has taken it is about to say so
        }
        if (waiter.answer == Served.NOW) {
            queue.finished(priority, Outcome.CANCELLED, 0, now);
        }
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

    private static final class Waking implements AdmissionQueue.Answers<Waiter> {
        @Override
        public void serve(Waiter waiter) {
            waiter.wake(Served.NOW);
        }

        @Override
        public void refuse(Waiter waiter, Refusal reason) {
            waiter.wake(reason);
        }
    }

    /** A slot. It belongs to the thread that entered, and closing it gives it back. */
    public static final class Permit implements AutoCloseable {
        private final AdmissionGate gate;
        private final Priority priority;
        private final long since;
        private Outcome outcome = Outcome.PERMANENT_FAILURE;
        private boolean closed;

        private Permit(AdmissionGate gate, Priority priority, long since) {
            this.gate = gate;
            this.priority = priority;
            this.since = since;
        }

        /** To be called before closing if all went well: only then does the time say how long others will take. */
        public void succeeded() {
            outcome = Outcome.SUCCESS;
        }

        /** Gives the slot back; the second time does nothing. */
        @Override
        public void close() {
            if (!closed) {
                closed = true;
                gate.leave(this, outcome);
            }
        }
    }
}
