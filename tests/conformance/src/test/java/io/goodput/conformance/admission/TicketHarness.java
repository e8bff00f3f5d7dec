package io.goodput.conformance.admission;

import io.goodput.admission.Admission;
import io.goodput.admission.AdmissionAnswers;
import io.goodput.admission.Served;
import io.goodput.admission.Shed;
import io.goodput.admission.Ticket;
import io.goodput.conformance.admission.AdmissionScript.Visit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** By what answers at once, or gives a ticket and tells later. */
abstract class TicketHarness extends AdmissionHarness implements AdmissionAnswers<Visit> {
    private final Map<Visit, Ticket<?>> tickets = new HashMap<>();

    TicketHarness(AdmissionScript script) {
        super(script);
    }

    /** The answer to a visit that has come. */
    final void answered(Visit visit, Admission answer) {
        switch (answer) {
            case Served _ -> told(visit, SERVED);
            case Shed reason -> toldShed(visit, reason);
            case Ticket<?> ticket -> tickets.put(visit, ticket);
        }
    }

    @Override
    void giveUp(Visit visit) {
        if (Objects.requireNonNull(tickets.get(visit)).cancel(agenda.nanos())) {
            told(visit, "gave up");
        }
    }

    @Override
    public final void serve(Visit visit) {
        told(visit, SERVED);
    }

    @Override
    public final void shed(Visit visit, Shed reason) {
        toldShed(visit, reason);
    }
}
