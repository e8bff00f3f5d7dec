package io.goodput.sim.net;

import io.goodput.sim.Streams;
import java.util.random.RandomGenerator;

/** What the draws for a message come from. */
@FunctionalInterface
public interface Chance {
    /** For the latest message of a link; asked for once a message. Used at once and not kept. */
    RandomGenerator of(Link<?> link);

    /** One stream for all, in the order in which they are sent: a message more moves the draws of all that follow. */
    static Chance inOrder(RandomGenerator random) {
        return _ -> random;
    }

    /**
     * Draws by link and number of the message on it: what happens on one link, or is drawn for another message, moves
     * none of them.
     *
     * @param streams of the one who draws; two that draw from the same get the same
     */
    static Chance byMessage(Streams streams) {
        return new MessageChance(streams);
    }
}
