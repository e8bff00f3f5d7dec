package io.goodput.admission;

import io.goodput.admission.AdmissionEvent.Admitted;
import io.goodput.admission.AdmissionEvent.GivenUp;
import io.goodput.admission.AdmissionEvent.LoadShed;
import io.goodput.admission.AdmissionEvent.Queued;
import io.goodput.event.Listeners;
import org.jspecify.annotations.Nullable;

/** Tells requests what becomes of them, and those who listen what happened. Under no lock. */
final class AdmissionNews {
    final Listeners<AdmissionEvent> listeners = new Listeners<>();

    /** What a request that came was answered. */
    void came(AdmissionRequest request, Admission answer, long now) {
        if (listeners.any()) {
            listeners.tell(
                    switch (answer) {
                        case Served _ -> new Admitted(request, 0, now);
                        case Ticket<?> ticket -> new Queued(request, ticket.expiry(), now);
                        case Shed reason -> new LoadShed(request, reason, 0, now);
                    });
        }
    }

    void gaveUp(Ticket<?> ticket, long now) {
        if (listeners.any()) {
            listeners.tell(new GivenUp(ticket.request, now - ticket.since, now));
        }
    }

    void overload(@Nullable AdmissionEvent event) {
        if (event != null) {
            listeners.tell(event);
        }
    }

    /** Tells each of those behind the first too; what one of them throws keeps it from none. */
    <T> void answered(@Nullable Ticket<T> first, AdmissionAnswers<T> answers, long now) {
        RuntimeException failure = null;
        for (Ticket<T> ticket = first; ticket != null; ticket = ticket.nextAnswered) {
            try {
                answered(ticket, answers);
            } catch (RuntimeException e) {
                failure = e;
            }
            heard(ticket, now);
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static <T> void answered(Ticket<T> ticket, AdmissionAnswers<T> answers) {
        if (ticket.shed == null) {
            answers.serve(ticket.work);
        } else {
            answers.shed(ticket.work, ticket.shed);
        }
    }

    private void heard(Ticket<?> ticket, long now) {
        if (listeners.any()) {
            long waited = now - ticket.since;
            listeners.tell(
                    ticket.shed == null
                            ? new Admitted(ticket.request, waited, now)
                            : new LoadShed(ticket.request, ticket.shed, waited, now));
        }
    }
}
