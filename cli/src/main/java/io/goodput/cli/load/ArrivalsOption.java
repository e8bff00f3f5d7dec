package io.goodput.cli.load;

import picocli.CommandLine.Option;

/** How requests come: by chance, or at even distances. */
public final class ArrivalsOption {
    @Option(
            names = "--arrivals",
            defaultValue = "poisson",
            description = "poisson, by chance, or constant, at even distances (default: poisson).")
    private String arrivals;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of the chance (default: 1).")
    private long seed;

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    public ArrivalsOption() {}

    /**
     * Whether by chance.
     *
     * @throws IllegalArgumentException if it is neither; the message is for the user
     */
    public boolean isPoisson() {
        if (!arrivals.equals("poisson") && !arrivals.equals("constant")) {
            throw new IllegalArgumentException("--arrivals: " + arrivals + " (expected: poisson or constant)");
        }
        return arrivals.equals("poisson");
    }

    /** Of the chance. */
    public long seed() {
        return seed;
    }
}
