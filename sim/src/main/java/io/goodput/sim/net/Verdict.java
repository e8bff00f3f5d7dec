package io.goodput.sim.net;

/** What a {@link Rule} says of a message. */
public sealed interface Verdict {
    /** The rule has nothing to say. */
    Verdict PASS = new Pass(0);

    /** It does not arrive. */
    Verdict DROP = new Drop();

    /**
     * The next rule decides; if all pass, the message arrives after the link's own delay and all those that rules
     * added.
     *
     * @param delay by how much this rule makes it later, in nanoseconds; >= 0
     */
    record Pass(long delay) implements Verdict {
        /** Refuses to make it earlier. */
        public Pass {
            notNegative("delay", delay);
        }
    }

    /**
     * It arrives after that time, whatever the link and the rules so far say.
     *
     * @param delay in nanoseconds from now; >= 0
     */
    record Deliver(long delay) implements Verdict {
        /** Refuses what would be in the past. */
        public Deliver {
            notNegative("delay", delay);
        }
    }

    /** It does not arrive. */
    record Drop() implements Verdict {}

    /**
     * It arrives as it would have, and once more.
     *
     * @param later by how much the second one is later than the first, in nanoseconds; >= 0
     */
    record Duplicate(long later) implements Verdict {
        /** Refuses a second one before the first. */
        public Duplicate {
            notNegative("later", later);
        }
    }

    private static void notNegative(String name, long nanos) {
        if (nanos < 0) {
            throw new IllegalArgumentException(name + ": " + nanos + " (expected: >= 0)");
        }
    }
}
