package io.goodput.lab.world.server;

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
import io.goodput.config.policy.server.ServerSettings;
import io.goodput.sim.Reminder;
import io.goodput.sim.Simulation;

/** Works on what an application's own {@link AdmissionControl} lets in. */
final class AdmissionServer implements Server, AdmissionAnswers<Job> {
    private final Simulation simulation;
    private final Load load;
    private final AdmissionControl<Job> control;
    private final Reminder expiry;

    AdmissionServer(Simulation simulation, Load load, ServerSettings settings) {
        this.simulation = simulation;
        this.load = load;
        this.control = new AdmissionControl<>(settings.limit(), settings.admission());
        this.expiry = new Reminder(simulation, "expiry", this::expire);
    }

    @Override
    public void arrive(Job job, long now) {
        job.enter(this, now);
        String tenant = job.context().tenant();
        var asked = new AdmissionRequest(priority(job), tenant, new Deadline(job.deadline(now)));
        Admission answer = control.offer(job, asked, now);
        tell(now);
        switch (answer) {
            case Served _ -> work(job, now);
            case Shed reason -> shed(job, reason);
            case Ticket<?> _ -> {}
        }
        expiry.set(control.nextExpiry());
    }

    @Override
    public void left(Job job, Outcome outcome, long now) {
        control.finished(priority(job), outcome, now - job.startedAt(), now);
        tell(now);
        expiry.set(control.nextExpiry());
    }

    @Override
    public AdmissionControl<Job> admission() {
        return control;
    }

    private void tell(long now) {
        control.tell(this, now);
    }

    @Override
    public void serve(Job job) {
        work(job, simulation.nanos());
    }

    @Override
    public void shed(Job job, Shed reason) {
        job.refuse(Outcome.THROTTLED, why(reason), simulation.nanos());
    }

    private static Unserved why(Shed reason) {
        return switch (reason) {
            case FULL -> Unserved.FULL;
            case DISPLACED -> Unserved.DISPLACED;
            case OVER_SHARE -> Unserved.OVER_SHARE;
            case WAITED_TOO_LONG -> Unserved.WAITED_TOO_LONG;
            case EXPIRED -> Unserved.EXPIRED;
            case CANNOT_FINISH -> Unserved.CANNOT_FINISH;
            case PING_FLOOD -> Unserved.PING_FLOOD;
        };
    }

    private void work(Job job, long now) {
        job.work(load.of(job, inFlight()), now);
    }

    private static Priority priority(Job job) {
        return Priority.starting(job.context().criticality());
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

    @Override
    public int waiting() {
        return control.waiting();
    }
}
