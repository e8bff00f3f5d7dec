package io.goodput.lab.model;

/**
 * What the clients call.
 *
 * @param latency of a request that has the service to itself, or, where it says so, beside others
 * @param capacity what happens when there are many
 */
public record Service(Latency latency, Capacity capacity) {
    /** How many requests are worked on at a time. */
    public sealed interface Capacity {}

    /** All of them, each for the time that was fixed when it was admitted. */
    public record Unlimited() implements Capacity {}

    /**
     * A fixed number; the others wait in line, first in, first out.
     *
     * @param slots worked on at a time
     * @param queue waiting at a time; one that finds the line full is refused at once, as throttled
     */
    public record Slots(int slots, int queue) implements Capacity {}

    /**
     * All of them, but they share what there is: with n requests and c cores, each proceeds at {@code min(1, c/n)} of
     * full speed.
     *
     * @param cores that many requests run at full speed
     */
    public record Sharing(int cores) implements Capacity {}
}
