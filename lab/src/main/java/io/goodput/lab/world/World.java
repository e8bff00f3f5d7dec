package io.goodput.lab.world;

import io.goodput.lab.model.Dependency;
import io.goodput.lab.model.Fault;
import io.goodput.lab.model.Model;
import io.goodput.lab.model.Population;
import io.goodput.lab.model.Service;
import io.goodput.lab.model.Workload;
import io.goodput.lab.world.fault.CacheFaults;
import io.goodput.lab.world.fault.HostFaults;
import io.goodput.lab.world.wire.Wire;
import io.goodput.sim.Event;
import io.goodput.sim.Simulation;
import io.goodput.sim.Streams;
import io.goodput.sim.net.Station;
import io.goodput.sim.random.Arrivals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One run: one model, one seed.
 *
 * <p>Every component draws from a stream of its own name, so that the variants of a scenario meet the same arrivals.
 */
public final class World {
    final Simulation simulation = new Simulation();
    final Tally tally;
    final Tracer tracer;
    final boolean traced;
    final Wire<Request> wire;
    final Outages outages;
    final long end;
    final Instrumentation instrumentation;
    final boolean instrumented;
    final boolean follows;

    private final List<Fault.AtCaches> cacheFaults;
    private final Map<String, Fleet> fleets = new LinkedHashMap<>();
    private long calls;
    private long legs;

    /**
     * A world at time 0.
     *
     * @param tally of the length of the run
     */
    public World(Model model, long seed, Tally tally) {
        this(model, seed, tally, Tracer.NONE, Instrumentation.NONE);
    }

    /**
     * A world at time 0.
     *
     * @param tally of the length of the run
     * @param tracer told all that happens
     */
    public World(Model model, long seed, Tally tally, Tracer tracer) {
        this(model, seed, tally, tracer, Instrumentation.NONE);
    }

    /**
     * A world at time 0.
     *
     * @param tally of the length of the run
     * @param instrumentation asked for each process
     */
    public World(Model model, long seed, Tally tally, Instrumentation instrumentation) {
        this(model, seed, tally, Tracer.NONE, instrumentation);
    }

    private World(Model model, long seed, Tally tally, Tracer tracer, Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
        this.instrumented = !instrumentation.equals(Instrumentation.NONE);
        this.follows = instrumentation.followsUnits();
        this.tally = tally;
        this.tracer = tracer;
        this.traced = tracer.listens();
        this.end = tally.runNanos();
        this.outages = new Outages(this);
        var streams = new Streams(seed);
        this.wire = new Wire<>(
                simulation, model.network(), only(Fault.OnTheWay.class, model.faults()), streams.stream("network"));
        this.cacheFaults = only(Fault.AtCaches.class, model.faults());
        // Whoever is called is there before those who call.
        for (Service service : new CallOrder(model).calledFirst()) {
            build(service, model, streams.fork(service.name()));
        }
        for (Population population : model.populations()) {
            var own = streams.fork(population.name());
            var crowd = new Crowd(this, population, tally.clients(population.name()), own);
            populate(population.workload(), crowd, own);
        }
        outages.schedule(model);
        observeEveryWindow();
    }

    private static <F> List<F> only(Class<F> kind, List<Fault> faults) {
        return faults.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private void build(Service service, Model model, Streams streams) {
        var fleet = new Fleet(service, tally.service(service.name()));
        fleets.put(service.name(), fleet);
        boolean poisoned =
                model.populations().stream().anyMatch(each -> each.requests().poison() > 0);
        for (int number = 1; number <= service.endpoints(); number++) {
            int endpoint = number;
            String name = service.endpointName(number);
            var station = new Station(name, service.name(), service.zones().get(number - 1));
            var faults = only(Fault.AtEndpoints.class, model.faults()).stream()
                    .filter(fault -> fault.target().covers(service.name(), endpoint))
                    .toList();
            var own = streams.fork(name);
            var host = new Host(fleet, station, number, new HostFaults(faults, poisoned), own, this);
            fleet.add(host);
            if (service.health() != null) {
                var _ = new HealthProbe(this, host, service.health(), own.fork("health"));
            }
        }
    }

    private void populate(Workload workload, Crowd crowd, Streams streams) {
        switch (workload) {
            case Workload.Open open -> new OpenClients(crowd, arrivals(open, streams)).start();
            case Workload.Closed closed ->
                new ClosedClients(crowd, closed.clients(), closed.think(), streams.stream("think")).start();
            case Workload.Periodic periodic -> TimedClients.start(crowd, periodic, streams.stream("period"));
            case Workload.Once once -> TimedClients.start(crowd, once);
        }
    }

    private static Arrivals arrivals(Workload.Open open, Streams streams) {
        return open.poisson()
                ? Arrivals.poisson(open.rate(), streams.stream("arrivals"))
                : Arrivals.constant(open.rate());
    }

    private void observeEveryWindow() {
        long window = tally.windows().nanos();
        Event observe = new Event() {
            @Override
            public void fire(long now) {
                // The level at the end of a window.
                for (Fleet fleet : fleets.values()) {
                    fleet.tally.inFlight.sample(now - 1, fleet.inFlight());
                    fleet.lookAtSections(now);
                }
                if (now < end) {
                    simulation.after(Math.min(window, end - now), this);
                }
            }

            @Override
            public String label() {
                return "observe";
            }
        };
        simulation.after(Math.min(window, end), observe);
    }

    /**
     * Lets all of the time pass. What is under way at the end stays uncounted.
     *
     * @throws IllegalStateException if Little's law does not hold of an endpoint, which no model can be blamed for
     */
    public Tally run() {
        simulation.runUntil(end);
        for (Fleet fleet : fleets.values()) {
            for (Host host : fleet.hosts()) {
                if (!host.residence.littlesLawHolds(end)) {
                    throw new IllegalStateException("the simulation lost count of the requests at " + host.name());
                }
            }
        }
        return tally;
    }

    /** How many requests were inside a service at a time, so far, on average: its side of Little's law. */
    public double meanInside(String service) {
        long now = simulation.nanos();
        return now == 0 ? 0 : (double) fleet(service).timeInside(now) / now;
    }

    /** The time line, to step through or compare. */
    public Simulation simulation() {
        return simulation;
    }

    /** The number of a call that is being made. */
    long nextCall() {
        return ++calls;
    }

    /** The number of a guarded call that is being made. */
    long nextLeg() {
        return ++legs;
    }

    Fleet fleet(String service) {
        Fleet fleet = fleets.get(service);
        if (fleet == null) {
            throw new IllegalStateException("no service " + service);
        }
        return fleet;
    }

    /** What befalls the caches of a population or service. */
    CacheFaults cacheFaults(String owner) {
        return new CacheFaults(cacheFaults, owner);
    }

    /** What a process calls, through a guard of its own. */
    Callee callee(Dependency dependency, LabProcess process, Streams streams) {
        return new Wiring(this, process).callee(dependency, streams);
    }

    /** What an endpoint calls for one operation, in that order. */
    List<Callee> callees(List<Dependency> dependencies, LabProcess process, Streams streams) {
        var callees = new ArrayList<Callee>();
        for (Dependency dependency : dependencies) {
            String name = callees.size() + "-" + dependency.service();
            callees.add(callee(dependency, process, streams.fork(name)));
        }
        return callees;
    }
}
