package io.goodput.lab.world;

import io.goodput.lab.model.Service;
import io.goodput.sim.Simulation;

/** Servers by the capacity that they have. */
final class Servers {
    private Servers() {}

    static Server of(Service.Capacity capacity, Simulation simulation, Load load, Pace pace) {
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
