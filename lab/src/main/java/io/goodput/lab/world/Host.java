package io.goodput.lab.world;

import io.goodput.Outcome;
import io.goodput.Ticker;
import io.goodput.admission.AdmissionControl;
import io.goodput.balance.Address;
import io.goodput.lab.model.Operation;
import io.goodput.lab.model.Service;
import io.goodput.lab.model.Target;
import io.goodput.lab.world.fault.HostFaults;
import io.goodput.lab.world.fault.SpeedProfile;
import io.goodput.lab.world.server.Load;
import io.goodput.lab.world.server.Server;
import io.goodput.lab.world.server.Servers;
import io.goodput.lab.world.server.Unserved;
import io.goodput.meter.CriticalSection;
import io.goodput.sim.Streams;
import io.goodput.sim.net.Station;
import io.goodput.sim.stat.WindowedCounter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One endpoint of a service: a process that takes requests in, works on them and calls others for them. */
final class Host {
    final Fleet fleet;
    final SpeedProfile pace;
    final Residence residence = new Residence();

    private final Station station;
    private final LabProcess process;
    private final @Nullable WindowedCounter sent;
    private final int number;
    private final HostFaults faults;
    private final RandomGenerator errors;
    private final Supplier<Server> newServer;
    private final Outages outages;
    private final Tracer tracer;
    private final List<List<Callee>> calls = new ArrayList<>();

    /** Those inside, while that has to be known. */
    private final Set<Request> inside = new LinkedHashSet<>();

    private final @Nullable CriticalSection section;

    private Server server;
    private int downs;

    /**
     * Nobody inside.
     *
     * @param number among the endpoints of the service, from 1
     */
    Host(Fleet fleet, Station station, int number, HostFaults faults, Streams streams, World world) {
        this.fleet = fleet;
        this.number = number;
        this.station = station;
        this.sent = world.tally.sentTo(station.name());
        this.faults = faults;
        this.pace = faults.pace();
        this.outages = world.outages;
        this.tracer = world.tracer;
        this.errors = streams.stream("errors");
        var load = new Load(streams.stream("service"));
        Ticker ticker = world.simulation;
        var site = ProcessSite.of(fleet.service, name(), ticker, () -> ticker.nanos() + faults.skew(ticker.nanos()));
        Instruments instruments = world.instrumentation.process(site);
        this.process = new LabProcess(station, null, instruments);
        CriticalSection.Settings sectioned = fleet.service.section();
        this.section = sectioned == null ? null : instruments.section(sectioned, world.simulation.nanos());
        this.newServer = () -> Servers.of(fleet.service.capacity(), world.simulation, load, pace);
        this.server = instrumented(newServer.get());
        for (Operation operation : fleet.service.operations().values()) {
            calls.add(world.callees(operation.calls(), process, streams));
        }
    }

    private Server instrumented(Server made) {
        AdmissionControl<?> control = made.admission();
        if (control != null) {
            process.instruments().admission(control);
        }
        return made;
    }

    String name() {
        return station.name();
    }

    /** Its place among the endpoints of the service, from 0. */
    int index() {
        return number - 1;
    }

    Station station() {
        return station;
    }

    /** As one that calls others. */
    LabProcess process() {
        return process;
    }

    boolean is(Target target) {
        return target.covers(station.group(), number);
    }

    Address address() {
        return new Address(station.name(), station.zone());
    }

    List<Callee> calls(AskedOperation operation) {
        return calls.get(operation.number());
    }

    /** Somebody has sent it a request. */
    void sent(long now) {
        if (sent != null) {
            sent.add(now);
        }
    }

    void arrive(Request request, long now) {
        if (downs > 0) {
            request.turnAway(Outcome.TRANSIENT_FAILURE, Unserved.DOWN, now);
        } else if (faults.isBlackHole(now)) {
            request.reject(Outcome.TRANSIENT_FAILURE, Unserved.BLACK_HOLE, 0, now);
        } else if (request.isTooLate(now)) {
            request.reject(Outcome.TIMEOUT, Unserved.EXPIRED, 0, now);
        } else {
            residence.entered(now);
            if (faults.canGoDown()) {
                inside.add(request);
            }
            server.arrive(request, now);
            if (request.poison() > 0) {
                goDown(now);
                outages.later(now + request.poison(), this);
            }
        }
    }

    /** By how much its clock is ahead of those who send it deadlines; 0 if they send what is left of the time. */
    long skew(long now) {
        return fleet.service.deadlines() == Service.Deadlines.WALL_CLOCK ? faults.skew(now) : 0;
    }

    /** The work for a request begins. */
    void began(Request request, long now) {
        if (section != null) {
            section.entered(request.enteredAt(), now);
        }
    }

    /** Whether it serves one at a time, and has hardly been idle; not before that could be seen for a whole window. */
    boolean isNearSaturation(long now) {
        return section != null && now >= section.settings().window().toNanos() && section.isNearSaturation(now);
    }

    void left(Request request, long now) {
        if (section != null && request.hasBegun()) {
            section.left(request.startedAt(), now);
        }
        residence.left(request.enteredAt(), now);
        if (faults.canGoDown()) {
            inside.remove(request);
        }
    }

    /** Whether the work that has just been done for a request ends in an error. */
    boolean fails(Request request, long now) {
        double share = Math.max(request.call.operation.errors(), faults.errors(now));
        return share > 0 && errors.nextDouble() < share;
    }

    boolean isDown() {
        return downs > 0;
    }

    /** It goes down, for one reason more. */
    void goDown(long now) {
        downs++;
        if (downs == 1) {
            if (tracer.listens()) {
                tracer.down(name(), now);
            }
            process.instruments().down();
            server = instrumented(newServer.get());
            List.copyOf(inside).forEach(request -> request.cutOff(now));
        }
    }

    /** One reason to be down is over. */
    void comeUp(long now) {
        downs--;
        if (downs == 0) {
            process.instruments().up();
            if (tracer.listens()) {
                tracer.up(name(), now);
            }
        }
    }

    int inFlight() {
        return residence.inside();
    }
}
