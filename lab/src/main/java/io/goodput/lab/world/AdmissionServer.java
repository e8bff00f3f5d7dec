package io.goodput.lab.world;

import io.goodput.Outcome;
import io.goodput.admission.AdmissionQueue;
import io.goodput.admission.Priority;
import io.goodput.admission.Refusal;
import io.goodput.admission.Served;
import io.goodput.admission.Ticket;
import io.goodput.config.policy.ServerSettings;
import io.goodput.sim.Simulation;

/** Works on what an application's own {@link AdmissionQueue} lets in. */
final class AdmissionServer implements Server, AdmissionQueue.Answers<Request> {
    private final Simulation simulation;
    private final Load load;
    private final AdmissionQueue<Request> queue;
    private final Reminder expiry;

    AdmissionServer(Simulation simulation, Load load, ServerSettings settings) {
        this.simulation = simulation;
        this.load = load;
        this.queue = new AdmissionQueue<>(settings.limit(), settings.admission(), this);
        this.expiry = new Reminder(simulation, "expiry", this::expire);
    }

    @Override
    public void arrive(Request request, long now) {
        request.enter(this, now);
        String tenant = request.call.origin.context().tenant();
        switch (queue.offer(request, priority(request), tenant, request.deadline(now), now)) {
            case Served _ -> work(request, now);
            case Refusal reason -> refuse(request, reason);
            case Ticket<?> _ -> {}
        }
        expiry.set(queue.nextExpiry());
    }

    @Override
    public void left(Request request, Outcome outcome, long now) {
        queue.finished(priority(request), outcome, now - request.startedAt(), now);
        expiry.set(queue.nextExpiry());
    }

    @Override
    public void serve(Request request) {
        work(request, simulation.nanos());
    }

    @Override
    public void refuse(Request request, Refusal reason) {
        request.refuse(Outcome.THROTTLED, why(reason), simulation.nanos());
    }

    private static String why(Refusal reason) {
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
        queue.expire(now);
        expiry.set(queue.nextExpiry());
    }

    @Override
    public int inFlight() {
        return queue.inService() + queue.waiting();
    }
}
