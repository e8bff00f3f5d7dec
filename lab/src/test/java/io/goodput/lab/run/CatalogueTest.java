package io.goodput.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.lab.result.ClaimResult.Verdict;
import io.goodput.lab.scenario.Catalogue;
import io.goodput.lab.scenario.RunPlan;
import io.goodput.lab.scenario.ScenarioReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenarios that come with the lab are what they say, and show what they claim. */
class CatalogueTest {
    static List<String> names() {
        return Catalogue.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_scenario_is_there_under_its_name(String name) {
        var scenario = Objects.requireNonNull(Catalogue.find(name));
        assertThat(scenario.name()).isEqualTo(name);
        assertThat(scenario.about()).isNotBlank();
        assertThat(scenario.claims()).isNotEmpty();
        assertThat(scenario.plan().seeds()).isGreaterThanOrEqualTo(30);
        assertThat(scenario.variants())
                .as("something that fails, and something that holds")
                .hasSizeGreaterThan(1);
        // Of a sweep each variant is there at each value, as variant@value.
        assertThat(scenario.variants().keySet().stream()
                        .map(variant -> variant.split("@", 2)[0])
                        .distinct())
                .allSatisfy(variant -> assertThat(scenario.claims())
                        .as("a claim about " + variant)
                        .anyMatch(claim -> claim.text().matches(".*\\(" + variant + "[@,)].*")));
    }

    @Test
    void another_name_is_not_found_but_may_be_near_one() {
        assertThat(Catalogue.find("retry-strom")).isNull();
        assertThat(Catalogue.find("../retry-storm")).isNull();
        assertThat(Catalogue.nearest("retry-strom")).isEqualTo("retry-storm");
        assertThat(Catalogue.nearest("coffee")).isNull();
    }

    /** In quick mode. */
    @ParameterizedTest
    @MethodSource("names")
    void its_claims_are_true(String name) throws InterruptedException {
        var scenario = Objects.requireNonNull(Catalogue.find(name));
        RunPlan plan = scenario.plan();
        var quick = new RunPlan(plan.length(), Math.min(plan.seeds(), 30), plan.firstSeed(), plan.settled());
        assertThat(new Experiment(scenario.withPlan(quick), "", 2).run(_ -> {}).claims())
                .isNotEmpty()
                .allMatch(claim -> claim.verdict() == Verdict.HOLDS);
    }

    /** As its comment says: the queue that outlasts the client's patience is half of the trouble. */
    @Test
    void plain_retries_recover_behind_a_short_queue() throws InterruptedException {
        String bounded =
                Objects.requireNonNull(Catalogue.find("retry-storm-bounded")).source();
        var report = new Experiment(
                        ScenarioReader.parse("f", bounded.replace("queue: 500", "queue: 200"), Path.of("")), "", 2)
                .run(_ -> {});
        assertThat(report.variants()).allMatch(variant -> variant.metastable().mean() == 0);
    }
}
