package io.goodput.lab.world;

import io.goodput.CallContext;
import io.goodput.Outcome;
import io.goodput.lab.model.Latency;
import io.goodput.lab.model.Target;
import io.goodput.lab.world.server.Job;
import io.goodput.lab.world.server.Server;
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
    private int step;

    Request(Call call, int attempt, Host host, long deadline, long handshake) {
        this.world = call.channel.world;
        this.call = call;
        this.attempt = attempt;
        this.host = host;
        this.deadline = deadline;
        this.handshake = handshake;
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
                call.attemptEnded(attempt, outcome, null);
            }
        }
    }

    @Override
    public void enter(Server inside, long now) {
        server = inside;
        enteredAt = now;
        startedAt = now;
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
        if (world.traced) {
            world.tracer.started(exchange(), now);
        }
    }

    /** Next come the calls that belong to it. */
    @Override
    public void worked(long now) {
        if (server == null) {
            return;
        }
        if (host.fails(this, now)) {
            leave(Outcome.TRANSIENT_FAILURE, "an error", now);
        } else if (!server.commits(this, now)) {
            leave(Outcome.TRANSIENT_FAILURE, "a conflict", now);
        } else {
            proceed(now);
        }
    }

    private void proceed(long now) {
        List<Callee> calls = host.calls(call.operation);
        if (step == calls.size()) {
            leave(Outcome.SUCCESS, "", now);
        } else {
            calls.get(step++).call(call.origin, deadline, this, now);
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
            leave(Outcome.TRANSIENT_FAILURE, "a call of its own failed", now);
        }
    }

    /** It leaves the endpoint with its answer. */
    private void leave(Outcome how, String why, long now) {
        Server inside = server;
        if (inside == null) {
            return;
        }
        server = null;
        host.left(this, now);
        inside.left(this, how, now);
        if (how == Outcome.SUCCESS) {
            host.fleet.tally.served.add(now);
        }
        answer(how, why, now);
    }

    /** The endpoint goes down under it. What is scheduled for it here comes to nothing. */
    void cutOff(long now) {
        server = null;
        host.left(this, now);
        new Request(call, attempt, host, deadline, 0)
                .turnAway(Outcome.TRANSIENT_FAILURE, "the endpoint went down", now);
    }

    @Override
    public void refuse(Outcome how, String why, long now) {
        if (server != null) {
            server = null;
            host.left(this, now);
            turnAway(how, why, now);
        }
    }

    /**
     * The endpoint does not let it in.
     *
     * @param why in a few words
     */
    void turnAway(Outcome how, String why, long now) {
        host.fleet.tally.refused.add(now);
        answer(how, why, now);
    }

    /** Sends the answer to a caller that may no longer be waiting. */
    private void answer(Outcome how, String why, long now) {
        outcome = how;
        stage = Stage.RETURNING;
        if (world.traced) {
            world.tracer.answers(exchange(), how, why, host.inFlight(), now);
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
