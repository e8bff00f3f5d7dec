package io.goodput.sim;

/**
 * Something that happens at an instant of a {@link Simulation}.
 *
 * <p>An event is an ordinary object that its owner may schedule as often as it likes: an entity in flight implements
 * this interface and is scheduled again for each of its stages, so that a run allocates nothing per event.
 */
@FunctionalInterface
public interface Event {
    /**
     * Lets the event happen.
     *
     * @param now the simulation's time in nanoseconds, the instant the event was scheduled for
     */
    void fire(long now);

    /**
     * What kind of event this is, read just before it fires, for the trace: two runs are the same if the same labels
     * fire at the same times. It must be a constant such as {@code "arrival"}: a string that is built anew on every
     * call costs the run its speed, and one that holds an identity hash or an address makes equal runs look different.
     */
    default String label() {
        return "event";
    }
}
