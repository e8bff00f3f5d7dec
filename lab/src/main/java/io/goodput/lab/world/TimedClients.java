package io.goodput.lab.world;

import io.goodput.Outcome;
import io.goodput.lab.model.Workload;
import io.goodput.sim.Event;
import java.util.random.RandomGenerator;

/** Clients that call by the clock: periodically, or once. */
final class TimedClients implements Caller {
    private final Crowd crowd;
    private final long every;

    /** Calls at an even period, {@link Long#MAX_VALUE} for no second time. */
    private TimedClients(Crowd crowd, long every) {
        this.crowd = crowd;
        this.every = every;
    }

    static void start(Crowd crowd, Workload.Periodic periodic, RandomGenerator random) {
        var clients = new TimedClients(crowd, periodic.everyNanos());
        double spread = periodic.spread() * periodic.everyNanos();
        for (int client = 0; client < periodic.clients(); client++) {
            clients.schedule(client, (long) (spread * random.nextDouble()));
        }
    }

    static void start(Crowd crowd, Workload.Once once) {
        var clients = new TimedClients(crowd, Long.MAX_VALUE);
        for (int client = 0; client < once.clients(); client++) {
            clients.schedule(client, once.atNanos());
        }
    }

    private void schedule(int client, long at) {
        if (at > crowd.world.end) {
            return;
        }
        crowd.world.simulation.schedule(at, new Event() {
            @Override
            public void fire(long now) {
                if (every <= crowd.world.end - now) {
                    crowd.world.simulation.after(every, this);
                }
                crowd.call(client, TimedClients.this, now);
            }

            @Override
            public String label() {
                return "call";
            }
        });
    }

    @Override
    public void answered(Outcome outcome, long now) {}
}
