package io.goodput.conformance.admission;

import io.goodput.admission.AdmissionControl;
import io.goodput.admission.AdmissionSnapshot;
import io.goodput.conformance.admission.AdmissionScript.Visit;
import java.util.List;

/** By {@link AdmissionControl}, as a simulation or an event loop runs it. */
final class ControlHarness extends TicketHarness {
    private final AdmissionControl<Visit> control;

    private ControlHarness(AdmissionScript script) {
        super(script);
        this.control = new AdmissionControl<>(script.limit(), script.settings());
    }

    static List<String> run(AdmissionScript script) {
        return new ControlHarness(script).play();
    }

    @Override
    void arrive(Visit visit) {
        answered(visit, control.offer(visit, visit.request(), agenda.nanos()));
        control.tell(this, agenda.nanos());
    }

    @Override
    void finish(Visit visit) {
        control.finished(visit.request().priority(), visit.ends(), visit.serves(), agenda.nanos());
        control.tell(this, agenda.nanos());
    }

    @Override
    void giveUp(Visit visit) {
        super.giveUp(visit);
        control.tell(this, agenda.nanos());
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
