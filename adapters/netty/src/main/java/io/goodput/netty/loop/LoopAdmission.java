package io.goodput.netty.loop;

import io.goodput.Outcome;
import io.goodput.admission.Admission;
import io.goodput.admission.AdmissionAnswers;
import io.goodput.admission.AdmissionQueue;
import io.goodput.admission.AdmissionRequest;
import io.goodput.admission.AdmissionSettings;
import io.goodput.admission.Served;
import io.goodput.admission.Shed;
import io.goodput.admission.Ticket;
import java.util.function.ToIntFunction;

/**
 * An {@link AdmissionQueue} for requests of several event loops: one queue bounds them all, and each hears of what becomes
 * of it on its own loop. Nobody waits in a thread.
 */
public final class LoopAdmission {
    private final AdmissionQueue<Entrant> queue;

    /** An empty queue in which all tenants weigh the same. */
    public LoopAdmission(int limit, AdmissionSettings settings) {
        this(limit, settings, tenant -> 1);
    }

    /** An empty queue; see {@link AdmissionQueue}. */
    public LoopAdmission(int limit, AdmissionSettings settings, ToIntFunction<Object> weights) {
        this.queue = new AdmissionQueue<>(limit, settings, new Calling(), weights);
    }

    /** What decides: to change it, and to see what it does. */
    public AdmissionQueue<?> queue() {
        return queue;
    }

    /**
     * A request has come. The entrant hears of it before this returns or later, once: {@link Entrant#admitted} or
     * {@link Entrant#shed}, unless it is given up first.
     */
    public void enter(Entrant entrant, AdmissionRequest request, long now) {
        entrant.enters(this, request, now);
        Admission answer = queue.offer(entrant, request, now);
        switch (answer) {
            case Served _ -> entrant.isServed(now);
            case Shed reason -> entrant.isShed(reason, now);
            case Ticket<?> ticket -> entrant.waits(ticket);
        }
    }

    void expire(long now) {
        queue.expire(now);
    }

    void leave(Entrant entrant, Outcome outcome, long servedSince, long now) {
        queue.finished(entrant.priority(), outcome, now - servedSince, now);
    }

    /** By whichever thread: the answer is written down, and the entrant's loop looks at it. */
    private static final class Calling implements AdmissionAnswers<Entrant> {
        @Override
        public void serve(Entrant entrant) {
            entrant.answered(Served.NOW);
        }

        @Override
        public void shed(Entrant entrant, Shed reason) {
            entrant.answered(reason);
        }
    }
}
