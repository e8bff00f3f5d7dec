package io.goodput.lab.world;

import io.goodput.Outcome;
import io.goodput.balance.Endpoint;
import io.goodput.guard.Attempt;
import io.goodput.guard.GuardedCall;
import io.goodput.sim.SimulatedCall;

/** One call of a process, through its guard, with all its attempts. */
final class Call extends SimulatedCall {
    final Link link;
    final Origin origin;
    final Work operation;
    private final Caller caller;
    private final long number;

    Call(Link link, Origin origin, Caller caller) {
        super(link.world.simulation, link.guard);
        this.link = link;
        this.origin = origin;
        this.operation = link.operation(origin);
        this.caller = caller;
        this.number = link.world.nextLeg();
    }

    @Override
    protected void begin(int attempt, long now) {
        link.sent(now);
        if (!link.describesAttempts()) {
            Host host = link.route(origin, now);
            new Request(this, attempt, host, Long.MAX_VALUE, link.handshake()).send(now);
            return;
        }
        Attempt described = call().described();
        Endpoint endpoint = described.endpoint();
        Host host = endpoint == null ? link.route(origin, now) : link.fleet.host(endpoint.name());
        long deadline = link.fleet.honoursDeadlines() ? described.deadline().nanos() : Long.MAX_VALUE;
        new Request(this, attempt, host, deadline, link.handshake()).send(now);
    }

    /** The service is not told: it works on, and its answer is ignored. */
    @Override
    protected void cancel(int attempt, long now) {
        if (link.world.traced) {
            link.world.trace.abandoned(exchange(attempt, link.fleet.service.name()), now);
        }
        // What a hedge made superfluous has not timed out.
        if (call().outcome() != Outcome.SUCCESS) {
            link.timedOut(now);
        }
    }

    @Override
    protected void finished(GuardedCall call, long now) {
        if (link.world.traced) {
            link.world.trace.ended(exchange(0, link.fleet.service.name()), call, now);
        }
        caller.answered(call.outcome(), now);
    }

    /** Who speaks with whom, for a trace. */
    Trace.Exchange exchange(int attempt, String callee) {
        return new Trace.Exchange(origin.number(), number, link.from.name(), callee, attempt);
    }
}
