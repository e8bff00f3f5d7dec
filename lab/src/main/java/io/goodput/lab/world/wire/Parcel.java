package io.goodput.lab.world.wire;

import io.goodput.lab.model.Target;
import io.goodput.sim.Event;

/** A message of a call, on its way there or back. */
public interface Parcel extends Event {
    /** Whether whoever is called is what a fault befalls. */
    boolean calls(Target target);
}
