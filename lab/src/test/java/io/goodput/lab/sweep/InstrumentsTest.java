package io.goodput.lab.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.config.language.YamlFile;
import io.goodput.lab.json.SweepJson;
import io.goodput.lab.page.SweepPage;
import io.goodput.lab.picture.SweepPictures;
import io.goodput.lab.result.AdviceResult;
import io.goodput.lab.result.AdviceResult.Row;
import io.goodput.lab.result.SweepResult;
import io.goodput.lab.result.VariantResult;
import io.goodput.lab.run.Experiment;
import io.goodput.lab.scenario.RunPlan;
import io.goodput.lab.scenario.Scenario;
import io.goodput.lab.scenario.ScenarioText;
import io.goodput.lab.text.SweepCsv;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import tools.jackson.databind.json.JsonMapper;

/** Sweeps and advice on short scenarios. */
class InstrumentsTest {
    private static final ScenarioText STORM = new ScenarioText("f", """
        goodput: 1
        scenario: storm
        workload: {rate: 40/s, phases: [{from: 10s, to: 15s, rate: 80/s}]}
        network: {each-way: exponential(100ms)}
        service: {latency: 1s + 10ms * inflight}
        client: {timeout: 3s}
        policies:
          none: {}
          three-attempts: {retry: {attempts: 3}}
        run: {for: 60s, seeds: 12, settled: 40s..60s}
        """, Path.of(""));

    private static Scenario vary(String vary) {
        return STORM.read(List.of(YamlFile.parse("c", "vary: " + vary)));
    }

    private static SweepResult sweep(String vary) throws InterruptedException {
        Scenario scenario = vary(vary);
        return SweepFigures.of(
                Objects.requireNonNull(scenario.sweep()), new Experiment(scenario, "command", 2).run(_ -> {}));
    }

    @Test
    void a_point_of_a_sweep_is_the_run_of_the_scenario_with_that_value() throws InterruptedException {
        SweepResult sweep = sweep("{workload.rate: [30/s, 50/s]}");
        Scenario fifty = STORM.read(List.of(YamlFile.parse("c", "workload: {rate: 50/s}")));
        List<VariantResult> alone =
                new Experiment(fifty, "command", 2).run(_ -> {}).variants();

        for (int variant = 0; variant < 2; variant++) {
            assertThat(sweep.figures().get(0).estimates().get(variant).get(1))
                    .isEqualTo(alone.get(variant).goodput());
            assertThat(sweep.figures().get(1).estimates().get(variant).get(1))
                    .isEqualTo(alone.get(variant).metastable());
            assertThat(sweep.figures().get(3).estimates().get(variant).get(1))
                    .isEqualTo(alone.get(variant).latency().p99());
        }
        assertThat(sweep.figures().get(0).estimates().get(0).get(0))
                .isNotEqualTo(sweep.figures().get(0).estimates().get(0).get(1));
    }

    @Test
    void every_form_of_a_curve_and_of_a_map_can_be_read() throws Exception {
        for (String vary : List.of(
                "{workload.rate: [30/s, 50/s]}", "{workload.rate: [30/s, 50/s], client.retry.attempts: 1..3/1}")) {
            SweepResult report = sweep(vary);
            int points = vary.contains("attempts") ? 6 : 2;

            assertThat(SweepCsv.render(report).lines()).hasSize(1 + 2 * points);
            assertThat(new JsonMapper()
                            .readTree(SweepJson.render(report))
                            .at("/figures/0/variants/1/points")
                            .size())
                    .isEqualTo(points);
            assertThat(SweepPage.render(report)).contains("script-src").doesNotContain("<script", "{{");
            for (String picture : SweepPictures.render(report).values()) {
                DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(picture)));
            }
        }
    }

    @Test
    void a_map_writes_each_figure_into_its_cell() throws InterruptedException {
        SweepResult report = sweep("{workload.rate: [30/s, 50/s], client.retry.attempts: 1..3/1}");
        String picture = Objects.requireNonNull(SweepPictures.render(report).get("metastable.svg"));

        assertThat(picture.split("class=\"small middle\"", -1)).hasSize(1 + 2 * 6);
        assertThat(picture).contains("#00204d", "#ffea46");
    }

    private static AdviceResult advice(ScenarioText text, String variant, int seeds) throws InterruptedException {
        Scenario scenario = text.read(List.of()).withVariants(List.of(variant));
        RunPlan plan = scenario.plan();
        Scenario planned = scenario.withPlan(new RunPlan(plan.length(), seeds, 1, plan.settled()));
        var population =
                planned.variants().firstEntry().getValue().populations().getFirst();
        return new Advice(planned, population, 2).search("command", _ -> {});
    }

    @Test
    void advice_for_plain_retries_in_a_storm_recovers() throws InterruptedException {
        AdviceResult report = advice(STORM, "three-attempts", 20);
        Row advised = report.rows().stream().filter(Row::isAdvised).findFirst().orElseThrow();

        assertThat(report.verdict()).isEqualTo(AdviceResult.Verdict.BETTER);
        assertThat(report.gain().low()).isPositive();
        assertThat(report.rows().getFirst().metastable().mean()).isPositive();
        assertThat(advised.metastable().mean()).isZero();
        assertThat(advised.amplification().mean()).isLessThan(1.1);
        double best = report.rows().stream()
                .mapToDouble(row -> row.goodput().mean())
                .max()
                .orElseThrow();
        assertThat(advised.goodput().mean()).isGreaterThan(0.985 * best);
    }

    @Test
    void among_variants_that_keep_a_calm_service_well_the_simplest_is_advised() throws InterruptedException {
        var calm = new ScenarioText(
                "f", STORM.text().replace(", phases: [{from: 10s, to: 15s, rate: 80/s}]", ""), Path.of(""));

        assertThat(advice(calm, "none", 8).verdict()).isEqualTo(AdviceResult.Verdict.KEEP);
        AdviceResult simpler = advice(calm, "three-attempts", 8);
        assertThat(simpler.verdict()).isEqualTo(AdviceResult.Verdict.SIMPLER);
        assertThat(simpler.yaml()).contains("timeout: 3s").doesNotContain("retry", "limit");
    }

    @Test
    void the_same_search_comes_to_the_same_advice() throws InterruptedException {
        assertThat(advice(STORM, "three-attempts", 8)).isEqualTo(advice(STORM, "three-attempts", 8));
    }

    @Test
    void a_search_takes_no_more_runs_than_it_says() throws InterruptedException {
        Scenario scenario = STORM.read(List.of()).withVariants(List.of("three-attempts"));
        var population =
                scenario.variants().firstEntry().getValue().populations().getFirst();
        var advice = new Advice(scenario, population, 2);

        assertThat(advice.search("command", _ -> {}).runs()).isLessThanOrEqualTo(advice.runs());
    }

    @Test
    void retries_without_a_budget_are_not_advised_to_who_has_none() throws Exception {
        ScenarioText failing = new ScenarioText("f", """
            goodput: 1
            scenario: failing
            services: {api: {latency: 10ms}}
            clients: {users: {rate: 20/s, calls: {to: api, guard: {timeout: 1s}}}}
            faults: [{fault: errors, of: api, share: 50%, from: 5s, to: 10s}]
            run: {for: 20s, seeds: 6}
            """, Path.of(""));
        AdviceResult report = advice(failing, "base", 6);

        assertThat(report.verdict()).isEqualTo(AdviceResult.Verdict.BETTER);
        assertThat(report.yaml()).contains("attempts:", "budget:");
    }
}
