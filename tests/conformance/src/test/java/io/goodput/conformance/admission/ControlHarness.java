package io.goodput.conformance.admission;

import io.goodput.admission.AdmissionAnswers;
import io.goodput.admission.AdmissionControl;
import io.goodput.admission.AdmissionSnapshot;
import io.goodput.admission.Served;
import io.goodput.admission.Shed;
import io.goodput.admission.Ticket;
import io.goodput.conformance.admission.AdmissionScript.Visit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** By {@link AdmissionControl}, as a simulation or an event loop runs it. */
final class ControlHarness extends AdmissionHarness implements AdmissionAnswers<Visit> {
    private final AdmissionControl<Visit> control;
    private final Map<Visit, Ticket<?>> tickets = new HashMap<>();

    private ControlHarness(AdmissionScript script) {
        super(script);
        this.control = new AdmissionControl<>(script.limit(), script.settings());
    }

    static List<String> run(AdmissionScript script) {
        return new ControlHarness(script).play();
    }

    @Override
    void arrive(Visit visit) {
        switch (control.offer(visit, visit.request(), agenda.nanos())) {
            case Served _ -> told(visit, SERVED);
            case Shed reason -> toldShed(visit, reason);
            case Ticket<?> ticket -> tickets.put(visit, ticket);
        }
        control.tell(this, agenda.nanos());
    }

    @Override
    void finish(Visit visit) {
        control.finished(visit.request().priority(), visit.ends(), visit.serves(), agenda.nanos());
        control.tell(this, agenda.nanos());
    }

    @Override
    void giveUp(Visit visit) {
        if (Objects.requireNonNull(tickets.get(visit)).cancel(agenda.nanos())) {
            told(visit, "gave up");
        }
        control.tell(this, agenda.nanos());
    }

    @Override
    public void serve(Visit visit) {
        told(visit, SERVED);
    }

    @Override
    public void shed(Visit visit, Shed reason) {
        toldShed(visit, reason);
    }

    @Override
    long nextExpiry() {
        return control.nextExpiry();
    }

    @Override
    void expire() {
        control.expire(agenda.nanos());
        control.tell(this, agenda.nanos());
    }

    @Override
    AdmissionSnapshot snapshot() {
        return control.snapshot(agenda.nanos());
    }
}
