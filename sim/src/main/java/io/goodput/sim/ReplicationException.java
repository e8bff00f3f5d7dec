package io.goodput.sim;

/** One of many runs failed; the cause says why, the seed index says how to see it again. */
public final class ReplicationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int seed;

    ReplicationException(int seed, Throwable cause) {
        super("seed " + seed + ": " + cause, cause);
        this.seed = seed;
    }

    /** The index of the run that failed. */
    public int seed() {
        return seed;
    }
}
