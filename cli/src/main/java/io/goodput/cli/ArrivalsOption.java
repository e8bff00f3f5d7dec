package io.goodput.cli;

import picocli.CommandLine.Option;

/** How requests come: by chance, or at even distances. */
final class ArrivalsOption {
    @Option(
            names = "--arrivals",
            defaultValue = "poisson",
            description = "poisson, by chance, or constant, at even distances (default: poisson).")
    private String arrivals;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of the chance (default: 1).")
    private long seed;

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    ArrivalsOption() {}

    boolean isPoisson() {
        if (!arrivals.equals("poisson") && !arrivals.equals("constant")) {
            throw new IllegalArgumentException("--arrivals: " + arrivals + " (expected: poisson or constant)");
        }
        return arrivals.equals("poisson");
    }

    long seed() {
        return seed;
    }
}
