package io.goodput.lab.world;

import io.goodput.CallContext;
import io.goodput.Outcome;
import io.goodput.guard.CallOptions;
import io.goodput.lab.model.Operation;
import io.goodput.lab.model.Population;
import io.goodput.lab.model.Requests;
import io.goodput.sim.Streams;
import io.goodput.sim.net.Station;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A population in action: its processes, and the calls that they make. */
final class Crowd {
    final World world;
    final ClientTally tally;

    private final Population population;
    private final List<Callee> processes = new ArrayList<>();
    private final List<Instruments> instruments = new ArrayList<>();
    private final RandomGenerator choice;
    private final CallContext context;
    private final CallOptions[] options;
    private final CallContext[] contexts;

    Crowd(World world, Population population, ClientTally tally, Streams streams) {
        this.world = world;
        this.population = population;
        this.tally = tally;
        this.choice = streams.stream("requests");
        Requests requests = population.requests();
        this.context = requests.criticality() == CallContext.NONE.criticality()
                ? CallContext.NONE
                : CallContext.NONE.withCriticality(requests.criticality());
        this.options = new CallOptions[requests.keys()];
        for (int key = 0; key < options.length; key++) {
            options[key] = CallOptions.NONE.keyed("key-" + (key + 1));
        }
        this.contexts = new CallContext[requests.tenants()];
        for (int tenant = 0; tenant < contexts.length; tenant++) {
            contexts[tenant] = context.withTenant(population.name() + "-" + (tenant + 1));
        }
        for (int i = 1; i <= population.processes(); i++) {
            String name = population.processName(i);
            var station = new Station(name, population.name(), population.zone());
            var site = ProcessSite.of(population, name, world.simulation);
            var process = new LabProcess(station, tally, world.instrumentation.process(site));
            instruments.add(process.instruments());
            processes.add(world.callee(population.calls(), process, streams.fork(name)));
        }
    }

    /** A call of any of the processes. */
    void call(Caller caller, long now) {
        call(processes.size() == 1 ? 0 : choice.nextInt(processes.size()), caller, now);
    }

    /** A call of that one, or of the one that stands in for it. */
    void call(int process, Caller caller, long now) {
        tally.offered.add(now);
        Origin origin = origin();
        world.tracer.called(population.name(), origin.number(), now);
        int standIn = process % processes.size();
        FollowedUnit unit = world.follows ? instruments.get(standIn).begin(begin(origin)) : null;
        processes
                .get(standIn)
                .call(
                        unit == null ? origin : origin.in(unit.context()),
                        Long.MAX_VALUE,
                        new Visit(origin.number(), unit, caller, now),
                        now);
    }

    private static UnitBegin begin(Origin origin) {
        return new UnitBegin(Operation.MAIN, origin.number(), origin.context(), 0, -1);
    }

    private Origin origin() {
        Requests requests = population.requests();
        int key = options.length == 0 ? 0 : choice.nextInt(options.length);
        return new Origin(
                world.nextCall(),
                options.length == 0 ? CallOptions.NONE : options[key],
                contexts.length == 0 ? context : contexts[choice.nextInt(contexts.length)],
                key,
                requests.work(),
                requests.poison());
    }

    /** One call, from its start to its end. */
    private final class Visit implements Caller {
        private final long number;
        private final @Nullable FollowedUnit unit;
        private final Caller caller;
        private final long startedAt;

        Visit(long number, @Nullable FollowedUnit unit, Caller caller, long startedAt) {
            this.number = number;
            this.unit = unit;
            this.caller = caller;
            this.startedAt = startedAt;
        }

        @Override
        public void answered(Outcome outcome, long now) {
            if (outcome == Outcome.SUCCESS) {
                long latency = now - startedAt;
                tally.answered(now, latency, latency <= population.requests().useful());
            }
            world.tracer.answered(population.name(), number, outcome, now);
            if (unit != null) {
                unit.ended(outcome, null);
            }
            caller.answered(outcome, now);
        }
    }
}
