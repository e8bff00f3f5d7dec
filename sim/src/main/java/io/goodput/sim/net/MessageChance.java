package io.goodput.sim.net;

import io.goodput.sim.Streams;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Draws that hang on the link and the number of the message, and on nothing else. */
final class MessageChance implements Chance {
    private final Streams streams;
    private final Map<Link<?>, Draws> draws = new HashMap<>();

    MessageChance(Streams streams) {
        this.streams = streams;
    }

    @Override
    public RandomGenerator of(Link<?> link) {
        Draws own = draws.computeIfAbsent(link, this::first);
        own.restart(link.sent());
        return own;
    }

    private Draws first(Link<?> link) {
        return new Draws(
                streams.fork(link.from().name()).stream(link.to().name()).nextLong());
    }

    /** SplitMix64 (Steele, Lea and Flood, OOPSLA 2014), started anew for each message. */
    private static final class Draws implements RandomGenerator {
        private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

        private final long key;
        private long state;

        Draws(long key) {
            this.key = key;
        }

        /** Mixed once more than a draw is, so that no message begins in the middle of another one's sequence. */
        void restart(long number) {
            state = mix(mix(key + number * GOLDEN) ^ key);
        }

        @Override
        public long nextLong() {
            state += GOLDEN;
            return mix(state);
        }

        private static long mix(long z) {
            z = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
            z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
            return z ^ (z >>> 31);
        }
    }
}
