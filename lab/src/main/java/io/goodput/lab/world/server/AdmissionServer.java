package io.goodput.lab.world.server;

import io.goodput.Outcome;
import io.goodput.admission.AdmissionQueue;
import io.goodput.admission.Priority;
import io.goodput.admission.Refusal;
import io.goodput.admission.Served;
import io.goodput.admission.Ticket;
import io.goodput.config.policy.ServerSettings;
import io.goodput.sim.Reminder;
import io.goodput.sim.Simulation;

/** Works on what an application's own {@link AdmissionQueue} lets in. */
final class AdmissionServer implements Server, AdmissionQueue.Answers<Job> {
    private final Simulation simulation;
    private final Load load;
    private final AdmissionQueue<Job> queue;
    private final Reminder expiry;

    AdmissionServer(Simulation simulation, Load load, ServerSettings settings) {
        this.simulation = simulation;
        this.load = load;
        this.queue = new AdmissionQueue<>(settings.limit(), settings.admission(), this);
        this.expiry = new Reminder(simulation, "expiry", this::expire);
    }

    @Override
    public void arrive(Job job, long now) {
        job.enter(this, now);
        String tenant = job.context().tenant();
        switch (queue.offer(job, priority(job), tenant, job.deadline(now), now)) {
            case Served _ -> work(job, now);
            case Refusal reason -> refuse(job, reason);
            case Ticket<?> _ -> {}
        }
        expiry.set(queue.nextExpiry());
    }

    @Override
    public void left(Job job, Outcome outcome, long now) {
        queue.finished(priority(job), outcome, now - job.startedAt(), now);
        expiry.set(queue.nextExpiry());
    }

    @Override
    public void serve(Job job) {
        work(job, simulation.nanos());
    }

    @Override
    public void refuse(Job job, Refusal reason) {
        job.refuse(Outcome.THROTTLED, why(reason), simulation.nanos());
    }

    private static String why(Refusal reason) {
        return switch (reason) {
            case FULL -> "the queue is full";
            case DISPLACED -> "made room for a higher priority";
            case OVER_SHARE -> "its tenant has the most waiting";
            case WAITED_TOO_LONG -> "waited for too long";
            case EXPIRED -> Job.TOO_LATE;
            case CANNOT_FINISH -> "would not be done before its deadline";
            case PING_FLOOD -> "too many pings";
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
        queue.expire(now);
        expiry.set(queue.nextExpiry());
    }

    @Override
    public int inFlight() {
        return queue.inService() + queue.waiting();
    }
}
