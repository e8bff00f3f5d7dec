package io.goodput.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.goodput.config.policy.client.GuardSettings;
import io.goodput.lab.claim.Claim;
import io.goodput.lab.claim.Dimension;
import io.goodput.lab.claim.Measure;
import io.goodput.lab.claim.Metric;
import io.goodput.lab.claim.Relation;
import io.goodput.lab.claim.Term;
import io.goodput.lab.model.Delays;
import io.goodput.lab.model.Latency;
import io.goodput.lab.model.Model;
import io.goodput.lab.model.Operation;
import io.goodput.lab.model.Service;
import io.goodput.lab.model.Workload;
import io.goodput.retry.Backoff;
import io.goodput.retry.RetryBudget;
import io.goodput.retry.RetryPolicy;
import io.goodput.sim.Span;
import io.goodput.sim.random.Distribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scenario file says is what the lab runs. */
class ScenarioReaderTest {
    private static final long S = 1_000_000_000;
    private static final long MS = 1_000_000;

    private static final Scenario EXAMPLE = Texts.parse(Texts.EXAMPLE);

    @Test
    void a_policy_may_have_all_that_holds_calls_back() {
        GuardSettings policy = Objects.requireNonNull(with(
                                "  none: {}",
                                "  none: {throttle: standard, rate-limit: 30/s, breaker: standard, limit: 20,"
                                        + " retry: {adaptive-rate: standard}}")
                        .variants()
                        .get("none"))
                .populations()
                .getFirst()
                .calls()
                .guard();

        assertThat(policy.throttle()).isNotNull();
        assertThat(policy.rateLimit()).isNotNull();
        assertThat(policy.breaker()).isNotNull();
        assertThat(policy.limit()).isNotNull();
        assertThat(Objects.requireNonNull(policy.retry()).adaptiveRate()).isNotNull();
    }

    private static Scenario with(String part, String instead) {
        return Texts.parse(Texts.with(part, instead));
    }

    @Test
    void the_example_has_its_name_its_text_and_its_source_to_the_letter() {
        assertThat(EXAMPLE.name()).isEqualTo("retry-storm");
        assertThat(EXAMPLE.about()).isEqualTo("Three attempts turn a spike into an outage.");
        assertThat(EXAMPLE.source()).isEqualTo(Texts.EXAMPLE);
    }

    @Test
    void the_example_offers_forty_a_second_and_twice_that_for_five() {
        var workload = (Workload.Open) workload(EXAMPLE);

        assertThat(workload.poisson()).isTrue();
        assertThat(workload.disturbances()).containsExactly(new Span(20 * S, 25 * S));
        assertThat(workload.rate().rateAt(20 * S - 1)).isCloseTo(40, within(1e-9));
        assertThat(workload.rate().rateAt(20 * S)).isCloseTo(80, within(1e-9));
        assertThat(workload.rate().rateAt(25 * S)).isCloseTo(40, within(1e-9));
    }

    @Test
    void the_example_has_its_network_and_its_service() {
        assertThat(model(EXAMPLE).network().eachWay()).isEqualTo(Distribution.exponential(100 * MS));
        assertThat(model(EXAMPLE).services())
                .containsExactly(Service.of(
                        "service", new Latency(List.of(Distribution.constant(S)), 10 * MS), new Service.Unlimited()));
    }

    @Test
    void the_examples_policies_have_what_every_client_does_and_their_own() {
        var timeout = Duration.ofSeconds(3);
        assertThat(EXAMPLE.variants().sequencedKeySet()).containsExactly("none", "three-attempts", "budget");
        List<GuardSettings> policies = EXAMPLE.variants().values().stream()
                .map(ScenarioReaderTest::guard)
                .toList();
        assertThat(policies).extracting(GuardSettings::timeout).containsOnly(timeout);
        assertThat(policies.get(0)).isEqualTo(GuardSettings.NONE.withTimeout(timeout));
        assertThat(policies.get(1).retry())
                .extracting("attempts", "backoff", "budget")
                .containsExactly(3, Backoff.NONE, null);
        assertThat(policies.get(2).retry())
                .isEqualTo(new RetryPolicy.Settings(
                        3, Backoff.NONE, RetryBudget.Settings.of(10, 0.1), null, RetryPolicy.Settings.RETRYABLE));
    }

    @Test
    void the_examples_plan_has_two_hundred_seeds_from_one() {
        var plan = EXAMPLE.plan();
        assertThat(plan.length()).isEqualTo(Duration.ofSeconds(200));
        assertThat(plan.seeds()).isEqualTo(200);
        assertThat(plan.firstSeed()).isEqualTo(1);
        assertThat(plan.settledSpan()).isEqualTo(new Span(60 * S, 80 * S));
        assertThat(plan.windowNanos()).isEqualTo(S);
    }

    @Test
    void the_examples_claims_are_understood() {
        assertThat(EXAMPLE.claims())
                .containsExactly(
                        new Claim(
                                "metastable(three-attempts) > 0.7",
                                new Term.Figure(1, Measure.of(Metric.METASTABLE), "three-attempts"),
                                Relation.Order.MORE,
                                new Term.Constant(0.7, Dimension.NUMBER)),
                        new Claim(
                                "metastable(budget) = 0",
                                new Term.Figure(1, Measure.of(Metric.METASTABLE), "budget"),
                                Relation.Order.EQUAL,
                                new Term.Constant(0, Dimension.NUMBER)),
                        new Claim(
                                "goodput(budget) within 2% of 40/s",
                                new Term.Figure(1, Measure.of(Metric.GOODPUT), "budget"),
                                new Relation.WithinShare(0.02),
                                new Term.Constant(40, Dimension.RATE)));
    }

    @Test
    void a_claim_may_compare_two_figures_with_a_factor_or_a_distance() {
        assertThat(with("metastable(budget) = 0", "attempts(three-attempts) <= 2.5 * attempts(none)")
                        .claims()
                        .get(1))
                .extracting(Claim::relation, Claim::right)
                .containsExactly(Relation.Order.AT_MOST, new Term.Figure(2.5, Measure.of(Metric.ATTEMPTS), "none"));
        assertThat(with("metastable(budget) = 0", "p99(none) within 50ms of 2s")
                        .claims()
                        .get(1))
                .extracting(Claim::relation, Claim::right)
                .containsExactly(new Relation.Within(0.05), new Term.Constant(2, Dimension.TIME));
        assertThat(with("metastable(budget) = 0", "recovery(none) >= 1m")
                        .claims()
                        .get(1)
                        .right())
                .isEqualTo(new Term.Constant(60, Dimension.TIME));
    }

    @Test
    void what_may_be_left_out_has_a_default() {
        var scenario = Texts.parse("""
            goodput: 1
            scenario: small
            workload: {rate: 1/s}
            service: {latency: 1ms}
            policies: {none: {}}
            run: {for: 1s}
            """);

        assertThat(scenario.about()).isEmpty();
        assertThat(scenario.claims()).isEmpty();
        assertThat(model(scenario).network()).isEqualTo(Delays.NONE);
        assertThat(((Workload.Open) workload(scenario)).poisson()).isTrue();
        assertThat(guard(model(scenario))).isEqualTo(GuardSettings.NONE);
        assertThat(scenario.plan().seeds()).isEqualTo(100);
        assertThat(scenario.plan().settledSpan()).isEqualTo(new Span(600 * MS, S));
        assertThat(scenario.plan().windowNanos()).isEqualTo(100 * MS);
    }

    @Test
    void capacity_is_slots_with_a_queue_or_shared_cores() {
        assertThat(service("{latency: 1ms, slots: 10, queue: 100}").capacity()).isEqualTo(new Service.Slots(10, 100));
        assertThat(service("{latency: 1ms, slots: 10}").capacity()).isEqualTo(new Service.Slots(10, 0));
        assertThat(service("{latency: 1ms, slots: 1, queue: 9, nudge: {small: 2ms, large: 3ms}}")
                        .capacity())
                .isEqualTo(new Service.Nudge(new Service.Slots(1, 9), 2 * MS, 3 * MS));
        assertThat(service("{latency: 1ms, slots: 1, queue: 9, read: 2ms}").capacity())
                .isEqualTo(new Service.Reading(new Service.Slots(1, 9), 2 * MS));
        assertThat(service("{latency: 1ms, cores: 4}").capacity()).isEqualTo(new Service.Sharing(4));
    }

    @Test
    void every_distribution_is_read_by_position_and_by_name() {
        assertThat(draw("normal(10ms, 2ms)")).isEqualTo("normal(mean=10ms, sd=2ms)");
        assertThat(draw("normal(sd=2ms, mean=10ms)")).isEqualTo("normal(mean=10ms, sd=2ms)");
        assertThat(draw("lognormal(10ms, 0.5)"))
                .isEqualTo(Distribution.logNormal(10 * MS, 0.5).toString());
        assertThat(draw("lognormal(p99=100ms, p50=10ms)"))
                .isEqualTo(Distribution.logNormalThrough(0.5, 10 * MS, 0.99, 100 * MS)
                        .toString());
        assertThat(draw("weibull(2.5, 10ms)"))
                .isEqualTo(Distribution.weibull(2.5, 10 * MS).toString());
        assertThat(draw("bimodal(normal(10ms, 2ms), 1%, 100ms)"))
                .isEqualTo(Distribution.bimodal(
                                0.01, Distribution.normal(10 * MS, 2 * MS), Distribution.constant(100 * MS))
                        .toString());
    }

    @Test
    void latency_is_a_sum_with_the_in_flight_term_anywhere() {
        assertThat(latency(service("{latency: inflight * 2ms + 3ms + exponential(4ms)}")))
                .isEqualTo(
                        new Latency(List.of(Distribution.constant(3 * MS), Distribution.exponential(4 * MS)), 2 * MS));
        assertThat(latency(service("{latency: 2ms * inflight}"))).isEqualTo(new Latency(List.of(), 2 * MS));
    }

    @Test
    void phases_may_ramp_and_need_not_be_in_order() {
        var workload = (Workload.Open) workload(with(
                "- {from: 20s, to: 25s, rate: 80/s}",
                "- {from: 100s, to: 110s, rate: 1/s..11/s}\n    - {from: 0s, to: 100s, rate: 5/s}"));

        assertThat(workload.rate().rateAt(50 * S)).isCloseTo(5, within(1e-9));
        assertThat(workload.rate().rateAt(105 * S)).isCloseTo(6, within(1e-9));
    }

    @Test
    void closed_clients_come_with_their_think_time_and_their_phases() {
        var scenario = Texts.parse("""
            goodput: 1
            scenario: closed
            workload: {arrivals: closed, clients: 10, think: exponential(1s), phases: [{from: 2s, to: 3s, clients: 30}]}
            service: {latency: 1ms}
            policies: {none: {}}
            run: {for: 10s}
            """);
        var workload = (Workload.Closed) workload(scenario);

        assertThat(workload.think()).hasToString("exponential(mean=1s)");
        assertThat(workload.clients().activeAt(2 * S - 1)).isEqualTo(10);
        assertThat(workload.clients().activeAt(2 * S)).isEqualTo(30);
        assertThat(workload.disturbances()).containsExactly(new Span(2 * S, 3 * S));
    }

    @Test
    void the_settled_window_may_lie_on_tenths_of_a_second() {
        assertThat(with("60s..80s", "60.5s..80s").plan().windowNanos()).isEqualTo(100 * MS);
    }

    @Test
    void a_file_of_latencies_lies_beside_the_scenario(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("data"));
        Files.writeString(folder.resolve("data/measured.csv"), "route,took\na,10\nb,30\n");
        Path file = Files.writeString(
                folder.resolve("s.yaml"),
                Texts.with("latency: 1s + 10ms * inflight", "latency: 'file(\"data/measured.csv\", ms, took)'"));

        assertThat(latency(model(ScenarioReader.read(file)).services().getFirst())
                        .draws())
                .hasToString("[resampled(n=2, median=10ms)]");
    }

    @Test
    void another_plan_leaves_the_rest_as_it_is() {
        var plan = new RunPlan(Duration.ofSeconds(100), 1, 7, EXAMPLE.plan().settled());

        assertThat(EXAMPLE.withPlan(plan).plan()).isEqualTo(plan);
        assertThat(EXAMPLE.withPlan(plan).withPlan(EXAMPLE.plan())).isEqualTo(EXAMPLE);
    }

    private static Service service(String block) {
        return model(with("{latency: 1s + 10ms * inflight}", block)).services().getFirst();
    }

    private static Latency latency(Service service) {
        return service.operation(Operation.MAIN).latency();
    }

    private static Model model(Scenario scenario) {
        return scenario.variants().firstEntry().getValue();
    }

    private static Workload workload(Scenario scenario) {
        return model(scenario).populations().getFirst().workload();
    }

    private static GuardSettings guard(Model model) {
        return model.populations().getFirst().calls().guard();
    }

    private static String draw(String distribution) {
        return latency(service("{latency: '" + distribution + "'}"))
                .draws()
                .getFirst()
                .toString();
    }
}
