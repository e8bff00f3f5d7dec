package io.goodput.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.lab.result.ClaimResult.Verdict;
import io.goodput.lab.scenario.Catalogue;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scenarios of caches, tails, shards, health checks, instances, connections and control planes. */
class ExtendedCatalogueTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "cache-stampede",
                "fallback",
                "tail-latency",
                "tail-latency-talk",
                "shuffle-sharding",
                "jitter",
                "false-positive-health",
                "cold-starts",
                "connection-age",
                "constant-work"
            })
    void its_claims_are_true(String name) throws InterruptedException {
        var scenario = Objects.requireNonNull(Catalogue.find(name));
        assertThat(new Experiment(scenario, "", 2).run(_ -> {}).claims())
                .isNotEmpty()
                .allMatch(claim -> claim.verdict() == Verdict.HOLDS);
    }
}
