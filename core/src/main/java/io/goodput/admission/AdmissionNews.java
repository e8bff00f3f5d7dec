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

    /**
     * Tells each of those behind the first too. What one of them throws, or who listens, keeps it from none: the first
     * failure is thrown once all have been told.
     */
    <T> void told(
            @Nullable AdmissionEvent overload,
            @Nullable Ticket<T> first,
            @Nullable Ticket<T> gaveUp,
            AdmissionAnswers<T> answers,
            long now) {
        Throwable failure = null;
        if (overload != null) {
            failure = failureOf(() -> listeners.tell(overload), null);
        }
        for (Ticket<T> ticket = first; ticket != null; ticket = ticket.nextAnswered) {
            Ticket<T> each = ticket;
            failure = failureOf(() -> answered(each, answers), failure);
            failure = failureOf(() -> heard(each, now), failure);
        }
        if (gaveUp != null) {
            failure = failureOf(() -> gaveUp(gaveUp, now), failure);
        }
        switch (failure) {
            case RuntimeException exception -> throw exception;
            case Error fatal -> throw fatal;
            case null, default -> {}
        }
    }

    private static @Nullable Throwable failureOf(Runnable telling, @Nullable Throwable earlier) {
        try {
            telling.run();
            return earlier;
        } catch (RuntimeException | Error thrown) {
            return earlier == null ? thrown : earlier;
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
