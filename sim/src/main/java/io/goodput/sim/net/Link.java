package io.goodput.sim.net;

import io.goodput.sim.Event;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The way from one station to another; the way back is a link of its own.
 *
 * @param <M> what messages are
 */
public final class Link<M extends Event> {
    private final Network<M> network;
    private final Station from;
    private final Station to;
    private ToLongFunction<RandomGenerator> delay;
    private @Nullable Link<M> back;
    private long sent;

    Link(Network<M> network, Station from, Station to, ToLongFunction<RandomGenerator> delay) {
        this.network = network;
        this.from = from;
        this.to = to;
        this.delay = delay;
    }

    /** Where its messages come from. */
    public Station from() {
        return from;
    }

    /** Where they go to. */
    public Station to() {
        return to;
    }

    /** The way back. */
    public Link<M> back() {
        Link<M> known = back;
        if (known == null) {
            known = network.link(to, from);
            back = known;
        }
        return known;
    }

    /** How many messages have been sent on it, the one that is being sent included. */
    public long sent() {
        return sent;
    }

    /**
     * Changes how long messages take that no rule touches.
     *
     * @param delay in nanoseconds, drawn for each message; {@code Distribution::sample} of any distribution is one
     */
    public void takes(ToLongFunction<RandomGenerator> delay) {
        this.delay = delay;
    }

    /**
     * Sends a message: it is scheduled as the event that it is, for the instant at which it arrives.
     *
     * @return false if it is lost
     */
    public boolean send(M message) {
        sent++;
        return network.send(this, message);
    }

    long draw(RandomGenerator random) {
        return delay.applyAsLong(random);
    }

    @Override
    public String toString() {
        return from.name() + " > " + to.name();
    }
}
