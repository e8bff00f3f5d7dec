package io.goodput.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.goodput.lab.result.ClaimResult.Verdict;
import io.goodput.lab.result.ScenarioResult;
import io.goodput.lab.result.VariantResult;
import io.goodput.lab.scenario.RunPlan;
import io.goodput.lab.scenario.Scenario;
import io.goodput.lab.scenario.ScenarioReader;
import io.goodput.sim.Estimate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the runs of a scenario say together. */
class ExperimentTest {
    private static final String STORM = """
            goodput: 1
            scenario: storm
            workload: {rate: 40/s, phases: [{from: 10s, to: 15s, rate: 80/s}]}
            network: {each-way: exponential(100ms)}
            service: {latency: 1s + 10ms * inflight}
            client: {timeout: 3s}
            policies:
              none: {}
              three-attempts: {retry: {attempts: 3, backoff: {base: 10ms}}}
            run: {for: 60s, seeds: 24, first-seed: 5, settled: 40s..60s}
            claims: [metastable(three-attempts) > 0, goodput(none) > 100/s, recovered(none) >= 99%]
            """;

    private static ScenarioResult run(String text, int threads) throws InterruptedException {
        return new Experiment(parse(text), "command", threads).run(_ -> {});
    }

    private static Scenario parse(String text) {
        return ScenarioReader.parse("f", text, Path.of(""));
    }

    @Test
    void any_number_of_threads_and_every_repetition_give_the_same_report() throws Exception {
        ScenarioResult serial = run(STORM, 1);

        assertThat(serial.events()).isPositive();
        for (int threads : new int[] {1, 2, 7}) {
            assertThat(run(STORM, threads))
                    .usingRecursiveComparison()
                    .ignoringFields("eventsPerSecond")
                    .withComparatorForType(Double::compare, Double.class)
                    .isEqualTo(serial);
        }
    }

    @Test
    void other_seeds_give_other_figures() throws Exception {
        assertThat(run(STORM.replace("first-seed: 5", "first-seed: 1000"), 2)
                        .variants()
                        .getFirst()
                        .goodput())
                .isNotEqualTo(run(STORM, 2).variants().getFirst().goodput());
    }

    @Test
    void the_report_says_what_was_run() throws Exception {
        ScenarioResult report = run(STORM, 2);

        assertThat(report.scenario()).isEqualTo("storm");
        assertThat(report.source()).isEqualTo(STORM);
        assertThat(report.command()).isEqualTo("command");
        assertThat(report.firstSeed()).isEqualTo(5);
        assertThat(report.seeds()).isEqualTo(24);
        assertThat(report.seconds()).isEqualTo(60);
        assertThat(report.settled()).isEqualTo(new ScenarioResult.Span(40, 60));
        assertThat(report.disturbances()).containsExactly(new ScenarioResult.Disturbed(10, 15, ""));
        assertThat(report.variants()).extracting(VariantResult::name).containsExactly("none", "three-attempts");
    }

    @Test
    void the_report_names_the_faults() throws Exception {
        var report = run(
                STORM.replace("policies:", "faults:\n  - {fault: pause, of: service, from: 12s, to: 13s}\npolicies:"),
                2);

        assertThat(report.disturbances())
                .containsExactly(
                        new ScenarioResult.Disturbed(10, 15, ""), new ScenarioResult.Disturbed(12, 13, "pause"));
    }

    @Test
    void every_variant_meets_the_same_arrivals() throws Exception {
        List<VariantResult> variants = run(STORM, 2).variants();

        assertThat(variants.get(1).timeline().offered())
                .usingRecursiveComparison()
                .isEqualTo(variants.get(0).timeline().offered());
        assertThat(variants.get(1).timeline().attempts().mean())
                .isNotEqualTo(variants.get(0).timeline().attempts().mean());
    }

    @Test
    void claims_are_judged_by_the_figures() throws Exception {
        assertThat(run(STORM, 2).claims())
                .extracting(claim -> claim.verdict())
                .containsExactly(Verdict.HOLDS, Verdict.FAILS, Verdict.HOLDS);
    }

    @Test
    void progress_is_told_run_by_run_over_all_variants() throws Exception {
        var told = new ArrayList<Integer>();
        var experiment = new Experiment(parse(STORM), "command", 2);
        experiment.run(told::add);

        assertThat(experiment.runs()).isEqualTo(48);
        assertThat(told).isEqualTo(IntStream.rangeClosed(1, 48).boxed().toList());
    }

    @Test
    void the_replay_of_a_seed_is_that_seeds_run() throws Exception {
        Scenario storm = parse(STORM);
        VariantResult whole = run(STORM, 2).variants().get(1);
        var collapsed = new ArrayList<Long>();
        double goodput = 0;
        double attempts = 0;
        for (long seed = 5; seed < 29; seed++) {
            VariantResult one = replay(storm, seed).variants().get(1);
            collapsed.addAll(one.collapsedSeeds());
            goodput += one.goodput().mean() / 24;
            attempts += one.timeline().attempts().mean()[50] / 24;
        }

        assertThat(whole.collapsedSeeds()).isNotEmpty().hasSizeLessThan(24);
        assertThat(collapsed).isEqualTo(whole.collapsedSeeds());
        assertThat(goodput).isCloseTo(whole.goodput().mean(), within(1e-9));
        assertThat(attempts).isCloseTo(whole.timeline().attempts().mean()[50], within(1e-9));
    }

    private static ScenarioResult replay(Scenario scenario, long seed) throws InterruptedException {
        RunPlan plan = scenario.plan();
        return new Experiment(scenario.withPlan(new RunPlan(plan.length(), 1, seed, plan.settled())), "command", 1)
                .replay();
    }

    @Test
    void one_seed_has_no_intervals_and_leaves_the_claims_open() throws Exception {
        ScenarioResult report = replay(parse(STORM), 6);

        assertThat(report.claims()).extracting(claim -> claim.verdict()).containsOnly(Verdict.NOT_JUDGED);
        for (VariantResult variant : report.variants()) {
            assertThat(List.of(
                            variant.goodput(),
                            variant.throughput(),
                            variant.attempts(),
                            variant.amplification(),
                            variant.metastable(),
                            variant.recovery().time(),
                            variant.latency().p50(),
                            variant.latency().p999()))
                    .noneMatch(Estimate::hasInterval);
        }
    }

    @Test
    void figures_are_of_the_settled_window() throws Exception {
        VariantResult variant = run("""
                goodput: 1
                scenario: steady
                workload: {arrivals: constant, rate: 10/s, phases: [{from: 5s, to: 10s, rate: 100/s}]}
                service: {latency: 250ms}
                policies: {none: {}}
                run: {for: 30s, seeds: 2, settled: 15s..25s}
                """, 2).variants().getFirst();

        assertThat(variant.goodput()).isEqualTo(new Estimate(10, 10, 10));
        assertThat(variant.throughput()).isEqualTo(new Estimate(10, 10, 10));
        assertThat(variant.attempts()).isEqualTo(new Estimate(10, 10, 10));
        assertThat(variant.amplification()).isEqualTo(new Estimate(1, 1, 1));
        assertThat(variant.metastable().mean()).isZero();
        assertThat(variant.latency().p50().mean()).isCloseTo(0.25, within(0.001));
        assertThat(variant.recovery().recovered()).isEqualTo(1);
        assertThat(variant.recovery().time().mean()).isZero();
        assertThat(variant.timeline().step()).isEqualTo(1);
        assertThat(variant.timeline().goodput().mean()).hasSize(30);
    }

    @Test
    void a_mean_is_that_of_one_population_or_of_all_calls() throws Exception {
        ScenarioResult report = run("""
                goodput: 1
                scenario: means
                services: {api: {latency: 100ms}}
                clients:
                  light: {arrivals: constant, rate: 10/s, calls: {to: api}}
                  heavy: {arrivals: constant, rate: 10/s, work: 3, calls: {to: api}}
                run: {for: 10s, seeds: 2, settled: 5s..10s}
                claims:
                  - mean(base) = 200ms
                  - mean(base, light) = 100ms
                  - mean(base, heavy) = 300ms
                """, 1);

        assertThat(report.claims())
                .extracting(claim -> claim.value().mean())
                .satisfiesExactly(
                        all -> assertThat(all).isCloseTo(0.2, within(0.001)),
                        light -> assertThat(light).isCloseTo(0.1, within(0.001)),
                        heavy -> assertThat(heavy).isCloseTo(0.3, within(0.001)));
    }

    @Test
    void a_settled_window_on_tenths_is_measured_in_tenths() throws Exception {
        VariantResult variant = run(steady("{for: 20s, seeds: 1, settled: 4.5s..9.7s}"), 1)
                .variants()
                .getFirst();

        assertThat(variant.goodput().mean()).isCloseTo(10, within(1e-9));
        assertThat(variant.timeline().step()).isEqualTo(0.1);
        assertThat(variant.timeline().offered().mean()).hasSize(200);
    }

    @Test
    void a_long_run_is_drawn_in_at_most_four_hundred_points() throws Exception {
        for (int seconds : new int[] {400, 401, 3601}) {
            VariantResult variant = run(steady("{for: " + seconds + "s, seeds: 1, settled: 100s..200s}"), 1)
                    .variants()
                    .getFirst();
            int points = Math.ceilDiv(seconds, Math.ceilDiv(seconds, 400));

            assertThat(variant.timeline().step()).isEqualTo(Math.ceilDiv(seconds, 400));
            assertThat(variant.timeline().offered().mean()).hasSize(points).hasSizeLessThanOrEqualTo(400);
            assertThat(variant.timeline().inFlight().mean()).hasSize(points);
        }
    }

    /** The last step is shorter, and the rate in it is not lower for that. */
    @Test
    void a_run_that_ends_within_a_step_does_not_seem_to_end_in_a_fall() throws Exception {
        for (String length : List.of("401s", "30500ms", "999700ms")) {
            VariantResult variant = run(steady("{for: " + length + ", seeds: 1, settled: 10s..20s}"), 1)
                    .variants()
                    .getFirst();
            double[] offered = variant.timeline().offered().mean();

            assertThat(offered[offered.length - 1]).as(length).isCloseTo(10, within(2.5));
        }
    }

    @Test
    void recovery_is_the_start_of_the_first_five_good_seconds() throws Exception {
        // Refused from 10 s to 20 s but for the one in the slot, and well again as soon as it is answered.
        VariantResult variant = run("""
                goodput: 1
                scenario: refused
                workload: {arrivals: constant, rate: 1/s, phases: [{from: 10s, to: 20s, rate: 50/s}]}
                service: {latency: 500ms, slots: 1, queue: 20}
                policies: {none: {timeout: 3s}}
                run: {for: 60s, seeds: 1, settled: 40s..60s}
                """, 1).variants().getFirst();

        assertThat(variant.recovery().recovered()).isEqualTo(1);
        assertThat(variant.recovery().time().mean()).isBetween(6.0, 20.0);
    }

    @Test
    void a_run_that_ends_too_soon_after_the_disturbance_says_nothing_of_recovery() throws Exception {
        String late =
                STORM.replace("from: 10s, to: 15s", "from: 50s, to: 55001ms").replace(", recovered(none) >= 99%", "");
        VariantResult.Recovery recovery = run(late, 2).variants().getFirst().recovery();

        assertThat(recovery.recovered()).isNaN();
        assertThat(recovery.time().isDefined()).isFalse();
        assertThat(run(late.replace("55001ms", "55s"), 2)
                        .variants()
                        .getFirst()
                        .recovery()
                        .recovered())
                .isNotNaN();
    }

    @Test
    void clients_that_all_hang_for_ever_are_metastable_and_do_not_recover() throws Exception {
        VariantResult variant = run("""
                goodput: 1
                scenario: hang
                workload: {arrivals: closed, clients: 5, think: 100ms, phases: [{from: 10s, to: 11s, clients: 6}]}
                service: {latency: 10000d}
                policies: {none: {}}
                run: {for: 60s, seeds: 2}
                """, 1).variants().getFirst();

        assertThat(variant.metastable().mean()).isEqualTo(1);
        assertThat(variant.recovery().recovered()).isZero();
        assertThat(variant.amplification().isDefined()).isFalse();
    }

    private static String steady(String plan) {
        return """
                goodput: 1
                scenario: steady
                workload: {arrivals: constant, rate: 10/s}
                service: {latency: 250ms}
                policies: {none: {}}
                run:\s""" + plan + "\n";
    }
}
