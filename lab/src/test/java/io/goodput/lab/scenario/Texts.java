package io.goodput.lab.scenario;

import java.nio.file.Path;

/** Scenario texts that tests start from. */
final class Texts {
    /** As users are shown it. */
    static final String EXAMPLE = """
            goodput: 1
            scenario: retry-storm
            about: Three attempts turn a spike into an outage.
            workload:
              arrivals: poisson
              rate: 40/s
              phases:
                - {from: 20s, to: 25s, rate: 80/s}
            network: {each-way: exponential(100ms)}
            service: {latency: 1s + 10ms * inflight}
            client: {timeout: 3s}
            policies:
              none: {}
              three-attempts: {retry: {attempts: 3}}
              budget: {retry: {attempts: 3, budget: {capacity: 10, deposit: 0.1}}}
            run: {for: 200s, seeds: 200, settled: 60s..80s}
            claims:
              - metastable(three-attempts) > 0.7
              - metastable(budget) = 0
              - goodput(budget) within 2% of 40/s
            """;

    private Texts() {}

    /** The example with something else in place of a part of it. */
    static String with(String part, String instead) {
        if (!EXAMPLE.contains(part)) {
            throw new IllegalArgumentException(part + ": not in the example");
        }
        return EXAMPLE.replace(part, instead);
    }

    static Scenario parse(String text) {
        return ScenarioReader.parse("f", text, Path.of(""));
    }
}
