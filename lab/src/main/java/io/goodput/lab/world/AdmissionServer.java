package io.goodput.lab.world;

import io.goodput.Deadline;
import io.goodput.Outcome;
import io.goodput.admission.Admission;
import io.goodput.admission.AdmissionAnswers;
import io.goodput.admission.AdmissionControl;
import io.goodput.admission.AdmissionRequest;
import io.goodput.admission.Priority;
import io.goodput.admission.Served;
import io.goodput.admission.Shed;
import io.goodput.admission.Ticket;
import io.goodput.config.ServerSettings;
import io.goodput.sim.Simulation;

/** Works on what an application's own {@link AdmissionControl} lets in. */
final class AdmissionServer implements Server, AdmissionAnswers<Request> {
    private final Simulation simulation;
    private final Load load;
    private final AdmissionControl<Request> control;
    private final Reminder expiry;

    AdmissionServer(Simulation simulation, Load load, ServerSettings settings) {
        this.simulation = simulation;
        this.load = load;
        this.control = new AdmissionControl<>(settings.limit(), settings.admission());
        this.expiry = new Reminder(simulation, "expiry", this::expire);
    }

    @Override
    public void arrive(Request request, long now) {
        request.enter(this, now);
        String tenant = request.call.origin.context().tenant();
        var asked = new AdmissionRequest(priority(request), tenant, new Deadline(request.deadline(now)));
        Admission answer = control.offer(request, asked, now);
        tell(now);
        switch (answer) {
            case Served _ -> work(request, now);
            case Shed reason -> shed(request, reason);
            case Ticket<?> _ -> {}
        }
        expiry.set(control.nextExpiry());
    }

    @Override
    public void left(Request request, Outcome outcome, long now) {
        control.finished(priority(request), outcome, now - request.startedAt(), now);
        tell(now);
        expiry.set(control.nextExpiry());
    }

    private void tell(long now) {
        control.tell(this, now);
    }

    @Override
    public void serve(Request request) {
        work(request, simulation.nanos());
    }

    @Override
    public void shed(Request request, Shed reason) {
        request.refuse(Outcome.THROTTLED, why(reason), simulation.nanos());
    }

    private static String why(Shed reason) {
        return switch (reason) {
            case FULL -> "the queue is full";
            case DISPLACED -> "made room for a higher priority";
            case OVER_SHARE -> "its tenant has the most waiting";
            case WAITED_TOO_LONG -> "waited for too long";
            case EXPIRED -> Request.TOO_LATE;
            case CANNOT_FINISH -> "would not be done before its deadline";
            case PING_FLOOD -> "too many pings";
        };
    }

    private void work(Request request, long now) {
        request.work(load.of(request, inFlight()), now);
    }

    private static Priority priority(Request request) {
        return Priority.starting(request.call.origin.context().criticality());
    }

    /** What has waited for too long goes. */
    private void expire(long now) {
        control.expire(now);
        tell(now);
        expiry.set(control.nextExpiry());
    }

    @Override
    public int inFlight() {
        return control.inService() + control.waiting();
    }
}
