package io.goodput.logs.cost;

import java.util.Locale;

/** By what costs are added up. */
public enum CostGroup {
    /** What was asked for. */
    OPERATION("operation", "for_operation"),
    /** For whom. */
    TENANT("tenant", "tenant"),
    /** By which version. */
    RELEASE("release", "release");

    private final String ofRequests;
    private final String ofDependencies;

    CostGroup(String ofRequests, String ofDependencies) {
        this.ofRequests = ofRequests;
        this.ofDependencies = ofDependencies;
    }

    String ofRequests() {
        return ofRequests;
    }

    String ofDependencies() {
        return ofDependencies;
    }

    /** As people write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
