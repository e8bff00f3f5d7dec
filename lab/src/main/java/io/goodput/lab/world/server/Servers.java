package io.goodput.lab.world.server;

import io.goodput.lab.model.Service;
import io.goodput.lab.world.fault.SpeedProfile;
import io.goodput.sim.Simulation;

/** Servers by the capacity that they have. */
public final class Servers {
    private Servers() {}

    /**
     * One with nobody inside.
     *
     * @param load how much work its jobs are
     * @param pace how fast it works over time
     */
    public static Server of(Service.Capacity capacity, Simulation simulation, Load load, SpeedProfile pace) {
        return switch (capacity) {
            case Service.Unlimited() -> new UnlimitedServer(load);
            case Service.Slots slots -> new SlotServer(load, slots);
            case Service.Nudge nudge -> new NudgeServer(load, nudge);
            case Service.Reading reading -> new ReadingServer(simulation, load, reading, pace);
            case Service.Sharing(int cores) ->
                new SharingServer(simulation, load, n -> n <= cores ? 1 : (double) cores / n, pace);
            case Service.Scalability(double contention, double coherence) ->
                new SharingServer(
                        simulation, load, n -> 1 / (1 + contention * (n - 1) + coherence * n * (n - 1.0)), pace);
            case Service.Instances instances -> new InstanceServer(load, instances, simulation.nanos());
            case Service.Optimistic() -> new OptimisticServer(load);
            case Service.Admission(var settings) -> new AdmissionServer(simulation, load, settings);
        };
    }
}
