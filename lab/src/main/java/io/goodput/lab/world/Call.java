package io.goodput.lab.world;

import io.goodput.Outcome;
import io.goodput.balance.Endpoint;
import io.goodput.guard.Attempt;
import io.goodput.guard.GuardedCall;
import io.goodput.lab.world.server.Unserved;
import io.goodput.sim.SimulatedCall;
import org.jspecify.annotations.Nullable;

/** One call of a process, through its guard, with all its attempts. */
final class Call extends SimulatedCall {
    final Channel channel;
    final CallOrigin origin;
    final AskedOperation operation;
    private final Caller caller;
    private final long number;

    Call(Channel channel, CallOrigin origin, Caller caller) {
        super(channel.world.simulation, channel.guard);
        this.channel = channel;
        this.origin = origin;
        this.operation = channel.operation(origin);
        this.caller = caller;
        this.number = channel.world.nextLeg();
    }

    @Override
    protected void begin(int attempt, long now) {
        channel.sent(now);
        if (!channel.describesAttempts()) {
            Host host = channel.route(origin, now);
            new Request(this, attempt, host, Long.MAX_VALUE, channel.handshake()).send(now);
            return;
        }
        Attempt described = call().described();
        Endpoint endpoint = described.endpoint();
        Host host = endpoint == null ? channel.route(origin, now) : channel.fleet.host(endpoint.name());
        long deadline = channel.fleet.honoursDeadlines() ? described.deadline().nanos() : Long.MAX_VALUE;
        var request = new Request(this, attempt, host, deadline, channel.handshake());
        if (channel.world.follows) {
            request.carry(described.context());
        }
        request.send(now);
    }

    /** The answer of an attempt has come in, whether or not anybody waits for it. */
    void returned(int attempt, Outcome outcome, @Nullable Unserved why) {
        if (why != null && channel.world.instrumented) {
            call().gave(attempt, null, new SimulatedFailure(outcome, why));
        }
        attemptEnded(attempt, outcome, null);
    }

    /** The service is not told: it works on, and its answer is ignored. */
    @Override
    protected void cancel(int attempt, long now) {
        if (channel.world.traced) {
            channel.world.tracer.abandoned(exchange(attempt, channel.fleet.service.name()), now);
        }
        // What a hedge made superfluous has not timed out.
        if (call().outcome() != Outcome.SUCCESS) {
            channel.timedOut(now);
        }
    }

    @Override
    protected void finished(GuardedCall call, long now) {
        if (channel.world.traced) {
            channel.world.tracer.ended(exchange(0, channel.fleet.service.name()), call, now);
        }
        caller.answered(call.outcome(), now);
    }

    /** Who speaks with whom, for a trace. */
    Tracer.Exchange exchange(int attempt, String callee) {
        return new Tracer.Exchange(origin.number(), number, channel.from.name(), callee, attempt);
    }
}
