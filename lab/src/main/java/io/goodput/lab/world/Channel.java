package io.goodput.lab.world;

import io.goodput.balance.Address;
import io.goodput.balance.Balancer;
import io.goodput.guard.Guard;
import io.goodput.guard.GuardBuilder;
import io.goodput.lab.model.Connections;
import io.goodput.lab.model.Dependency;
import io.goodput.sim.Streams;
import io.goodput.sim.net.Link;
import io.goodput.sim.net.Station;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One process's way to a service: its guard, and the endpoints behind it. */
final class Channel implements Callee {
    final World world;
    final Guard guard;
    final Fleet fleet;
    final Station from;

    private final Dependency dependency;
    private final boolean balanced;
    private final @Nullable Connection connection;
    private final RandomGenerator routing;
    private final @Nullable ClientTally client;
    private final List<AskedOperation> operations;

    /** To each endpoint that was called, by its index. */
    private final List<@Nullable Link<Request>> ways;

    /**
     * A way on which nothing has happened.
     *
     * @param process whose way it is
     */
    Channel(World world, Dependency dependency, LabProcess process, Streams streams) {
        this.world = world;
        this.dependency = dependency;
        this.from = process.station();
        this.client = process.client();
        this.fleet = world.fleet(dependency.service());
        this.operations = fleet.asked(dependency.operation());
        this.ways = new ArrayList<>(Collections.nCopies(fleet.hosts().size(), null));
        this.routing = streams.stream("route");
        Connections connections = dependency.connections();
        this.connection = connections == null ? null : new Connection(connections, fleet, streams.stream("connection"));
        GuardBuilder builder = dependency.guard().newGuard(dependency.service());
        this.guard = builder.random(streams.stream("backoff"))
                .attemptContext(process.instruments().attemptContext())
                .build();
        Balancer balancer = guard.balancer();
        this.balanced = balancer != null;
        if (balancer != null) {
            balancer.update(addresses());
            fleet.balancedBy(balancer);
            if (dependency.partition() > 0) {
                balancer.change(balancer.settings().withSubset(new FixedShards(dependency.partition())));
            }
        }
        process.instruments().guard(guard);
    }

    private List<Address> addresses() {
        return fleet.hosts().stream().map(Host::address).toList();
    }

    @Override
    public void call(CallOrigin origin, long deadline, Caller caller, long now) {
        var options = dependency.idempotent() ? origin.options().idempotently() : origin.options();
        new Call(this, origin, caller).start(options, origin.within(deadline));
    }

    /** What a request asks for. */
    AskedOperation operation(CallOrigin origin) {
        if (operations.size() == 1) {
            return operations.getFirst();
        }
        boolean keyed = origin.options().key() != null;
        return operations.get(keyed ? origin.key() % operations.size() : routing.nextInt(operations.size()));
    }

    boolean isFromOutside() {
        return client != null;
    }

    /** Whether an attempt is told its endpoint, the time that it has, or the span that it is. */
    boolean describesAttempts() {
        return balanced || fleet.honoursDeadlines() || world.follows;
    }

    /** The endpoint of an attempt for which the guard has none. */
    Host route(CallOrigin origin, long now) {
        if (connection != null) {
            return connection.host(now);
        }
        List<Host> hosts = fleet.hosts();
        if (hosts.size() == 1) {
            return hosts.getFirst();
        }
        return hosts.get(
                dependency.route() == Dependency.Route.BY_KEY
                        ? origin.key() % hosts.size()
                        : routing.nextInt(hosts.size()));
    }

    /** Where requests to an endpoint travel. */
    Link<Request> way(Host host) {
        Link<Request> known = ways.get(host.index());
        if (known == null) {
            known = world.wire.way(from, host.station());
            ways.set(host.index(), known);
        }
        return known;
    }

    /** What the attempt that was just given its endpoint is more work. */
    long handshake() {
        return connection == null ? 0 : connection.takeHandshake();
    }

    void sent(long now) {
        fleet.tally.sent.add(now);
        if (client != null) {
            client.attempted.add(now);
        }
    }

    void timedOut(long now) {
        fleet.tally.timedOut.add(now);
        if (client != null) {
            client.timedOut.add(now);
        }
    }
}
