package io.goodput.lab.world;

import io.goodput.CallContext;
import io.goodput.Deadline;
import io.goodput.Outcome;
import io.goodput.lab.model.Latency;
import io.goodput.lab.model.Target;
import io.goodput.lab.world.server.Job;
import io.goodput.lab.world.server.Server;
import io.goodput.lab.world.server.Unserved;
import io.goodput.lab.world.wire.Parcel;
import io.goodput.sim.net.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One attempt on its way: to an endpoint, through it, and back. It is the event of each of its stages. */
final class Request implements Parcel, Job, Caller {
    private enum Stage {
        GOING("arrive"),
        WORKING("worked"),
        RETURNING("answer");

        private final String label;

        Stage(String label) {
            this.label = label;
        }
    }

    final Call call;
    final Host host;

    /** When nobody waits any more, as the endpoint is told; {@link Long#MAX_VALUE} if it is told nothing. */
    private final long deadline;

    /** What the endpoint works more for it, in nanoseconds. */
    private final long handshake;

    private final World world;
    private final int attempt;
    private Stage stage = Stage.GOING;
    private Outcome outcome = Outcome.SUCCESS;

    /** Where it is inside; null outside, and once the endpoint has gone down under it. */
    private @Nullable Server server;

    private long enteredAt;
    private long startedAt;
    private boolean begun;
    private int step;

    /** Why it was not served. */
    private @Nullable Unserved why;

    /** Behind how many it waits. */
    private int behind;

    /** What it brings along, if what is done for it is followed. */
    private @Nullable CallContext carried;

    private @Nullable FollowedUnit unit;

    Request(Call call, int attempt, Host host, long deadline, long handshake) {
        this.world = call.channel.world;
        this.call = call;
        this.attempt = attempt;
        this.host = host;
        this.deadline = deadline;
        this.handshake = handshake;
    }

    /** It brings that along: what goes from one process to another, without the unit of work it comes from. */
    void carry(CallContext context) {
        carried = new CallContext(
                Deadline.NONE,
                context.criticality(),
                context.tenant(),
                context.trace(),
                context.traceState(),
                context.requestId());
    }

    void send(long now) {
        host.sent(now);
        if (world.traced) {
            world.tracer.sent(exchange(), now);
        }
        travel(now);
    }

    private void travel(long now) {
        boolean returning = stage == Stage.RETURNING;
        Link<Request> way = call.channel.way(host);
        boolean lost = !(returning ? way.back() : way).send(this);
        if (lost && world.traced) {
            world.tracer.lost(exchange(), returning, now);
        }
    }

    @Override
    public void fire(long now) {
        switch (stage) {
            case GOING -> {
                if (world.traced) {
                    world.tracer.arrived(exchange(), host.inFlight(), now);
                }
                host.arrive(this, now);
            }
            case WORKING -> worked(now);
            case RETURNING -> {
                if (world.traced) {
                    world.tracer.returned(exchange(), outcome, now);
                }
                call.returned(attempt, outcome, why);
            }
        }
    }

    @Override
    public void enter(Server inside, long now) {
        server = inside;
        enteredAt = now;
        startedAt = now;
        behind = inside.waiting();
    }

    @Override
    public long deadline(long now) {
        return deadline == Long.MAX_VALUE ? deadline : deadline - host.skew(now);
    }

    @Override
    public boolean isTooLate(long now) {
        return now >= deadline(now);
    }

    /** For how long it brings down the endpoint that it reaches from outside; 0 if it does not. */
    long poison() {
        return call.channel.isFromOutside() ? call.origin.poison() : 0;
    }

    long enteredAt() {
        return enteredAt;
    }

    @Override
    public long startedAt() {
        return startedAt;
    }

    boolean hasBegun() {
        return begun;
    }

    @Override
    public void work(long nanos, long now) {
        if (server == null) {
            return;
        }
        started(now);
        stage = Stage.WORKING;
        world.simulation.schedule(host.pace.after(now, nanos), this);
    }

    @Override
    public void started(long now) {
        startedAt = now;
        begun = true;
        host.began(this, now);
        unit = follow(now - enteredAt, now);
        if (world.traced) {
            world.tracer.started(exchange(), now);
        }
    }

    /** Its work begins, if anybody follows that. */
    private @Nullable FollowedUnit follow(long waited, long now) {
        if (carried == null) {
            return null;
        }
        long until = deadline(now);
        CallContext context = until == Long.MAX_VALUE ? carried : carried.within(new Deadline(until));
        return host.process()
                .instruments()
                .begin(new UnitBegin(call.operation.name(), call.origin.number(), context, waited, behind));
    }

    /** Next come the calls that belong to it. */
    @Override
    public void worked(long now) {
        if (server == null) {
            return;
        }
        if (host.fails(this, now)) {
            leave(Outcome.TRANSIENT_FAILURE, Unserved.ERROR, now);
        } else if (!server.commits(this, now)) {
            leave(Outcome.TRANSIENT_FAILURE, Unserved.CONFLICT, now);
        } else {
            proceed(now);
        }
    }

    private void proceed(long now) {
        List<Callee> calls = host.calls(call.operation);
        if (step == calls.size()) {
            leave(Outcome.SUCCESS, null, now);
        } else {
            CallOrigin origin = unit == null ? call.origin : call.origin.in(unit.context());
            calls.get(step++).call(origin, deadline, this, now);
        }
    }

    /** A call that this request has made is over. */
    @Override
    public void answered(Outcome called, long now) {
        if (server == null) {
            return;
        }
        if (called == Outcome.SUCCESS) {
            proceed(now);
        } else {
            leave(Outcome.TRANSIENT_FAILURE, Unserved.CALL_FAILED, now);
        }
    }

    /** It leaves the endpoint with its answer. */
    private void leave(Outcome how, @Nullable Unserved reason, long now) {
        Server inside = server;
        if (inside == null) {
            return;
        }
        server = null;
        ended(how, reason);
        host.left(this, now);
        inside.left(this, how, now);
        if (how == Outcome.SUCCESS) {
            host.fleet.tally.served.add(now);
        }
        answer(how, reason, now);
    }

    /** The endpoint goes down under it. What is scheduled for it here comes to nothing. */
    void cutOff(long now) {
        server = null;
        host.left(this, now);
        ended(Outcome.TRANSIENT_FAILURE, Unserved.WENT_DOWN);
        new Request(call, attempt, host, deadline, 0).turnAway(Outcome.TRANSIENT_FAILURE, Unserved.WENT_DOWN, now);
    }

    private void ended(Outcome how, @Nullable Unserved reason) {
        if (unit != null) {
            unit.ended(how, reason);
            unit = null;
        }
    }

    @Override
    public void refuse(Outcome how, Unserved reason, long now) {
        if (server != null) {
            server = null;
            host.left(this, now);
            reject(how, reason, now - enteredAt, now);
        }
    }

    /** The endpoint sends it away, after it has waited for so long. */
    void reject(Outcome how, Unserved reason, long waited, long now) {
        unit = follow(waited, now);
        ended(how, reason);
        turnAway(how, reason, now);
    }

    /** It is not let in. */
    void turnAway(Outcome how, Unserved reason, long now) {
        host.fleet.tally.refused.add(now);
        answer(how, reason, now);
    }

    /** Sends the answer to a caller that may no longer be waiting. */
    private void answer(Outcome how, @Nullable Unserved reason, long now) {
        outcome = how;
        why = reason;
        stage = Stage.RETURNING;
        if (world.traced) {
            String words = reason == null ? "" : reason.words();
            world.tracer.answers(exchange(), how, words, host.inFlight(), now);
        }
        travel(now);
    }

    @Override
    public CallContext context() {
        return call.origin.context();
    }

    @Override
    public Latency latency() {
        return call.operation.latency();
    }

    @Override
    public double factor() {
        return call.origin.work();
    }

    @Override
    public long handshake() {
        return handshake;
    }

    @Override
    public boolean calls(Target target) {
        return host.is(target);
    }

    private Tracer.Exchange exchange() {
        return call.exchange(attempt, host.name());
    }

    @Override
    public String label() {
        return stage.label;
    }
}
