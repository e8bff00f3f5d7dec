package io.goodput.lab.world;

import io.goodput.CallContext;
import io.goodput.Outcome;
import io.goodput.guard.CallOptions;
import io.goodput.lab.model.Population;
import io.goodput.lab.model.Requests;
import io.goodput.sim.Streams;
import io.goodput.sim.net.Station;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** A population in action: its processes, and the calls that they make. */
final class Crowd {
    final World world;
    final ClientTally tally;

    private final Population population;
    private final List<Callee> processes = new ArrayList<>();
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
            var site = new ProcessSite(population.name(), name);
            var process = new LabProcess(station, tally, world.instrumentation.process(site));
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
        Callee callee = processes.get(process % processes.size());
        callee.call(origin, Long.MAX_VALUE, new Visit(origin, caller, now), now);
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
        private final Origin origin;
        private final Caller caller;
        private final long startedAt;

        Visit(Origin origin, Caller caller, long startedAt) {
            this.origin = origin;
            this.caller = caller;
            this.startedAt = startedAt;
        }

        @Override
        public void answered(Outcome outcome, long now) {
            if (outcome == Outcome.SUCCESS) {
                long latency = now - startedAt;
                tally.answered(now, latency, latency <= population.requests().useful());
            }
            world.tracer.answered(population.name(), origin.number(), outcome, now);
            caller.answered(outcome, now);
        }
    }
}
