package io.goodput.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.config.problem.ConfigException;
import io.goodput.lab.claim.Measure;
import io.goodput.lab.claim.Metric;
import io.goodput.lab.model.Model;
import io.goodput.lab.model.Workload;
import io.goodput.retry.RetryPolicy;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scenarios in which a key takes several values. */
class SweepTest {
    private static final String LONG = """
        goodput: 1
        scenario: two
        services:
          shop: {latency: 10ms, slots: 5, queue: 5, calls: [{to: stock}]}
          stock: {latency: 10ms}
        clients:
          users: {rate: 10/s, calls: {to: shop, guard: {retry: {attempts: 2}}}}
        faults: [{fault: errors, of: stock, share: 10%, from: 2s, to: 4s}]
        variants:
          as-is: {}
          busy: {clients: {users: {rate: 30/s}}}
        run: {for: 30s, seeds: 2}
        """;

    private static Scenario vary(String vary) {
        return Texts.parse(LONG + vary);
    }

    private static Sweep sweep(String vary) {
        return Objects.requireNonNull(vary(vary).sweep());
    }

    private static double rate(Model model) {
        return ((Workload.Open) model.populations().getFirst().workload())
                .rate()
                .expected(0, 1_000_000_000L);
    }

    private static int attempts(Model model) {
        return retry(model).attempts();
    }

    private static RetryPolicy.Settings retry(Model model) {
        return Objects.requireNonNull(
                model.populations().getFirst().calls().guard().retry());
    }

    @Test
    void each_variant_is_there_at_each_value_as_written() {
        assertThat(vary("vary: {clients.users.rate: 5/s..20/s/7.5/s}")
                        .variants()
                        .keySet())
                .containsExactly("as-is@5/s", "as-is@12.5/s", "as-is@20/s", "busy@5/s", "busy@12.5/s", "busy@20/s");
    }

    @Test
    void a_value_of_the_sweep_wins_over_that_of_a_variant() {
        assertThat(rate(Objects.requireNonNull(
                        vary("vary: {clients.users.rate: [5/s]}").variants().get("busy@5/s"))))
                .isEqualTo(5);
    }

    @Test
    void a_value_for_the_client_wins_over_that_of_each_policy_that_has_the_block() {
        Scenario scenario =
                Texts.parse(Texts.EXAMPLE.replaceAll("(?s)claims:.*", "") + "vary: {client.retry.attempts: 4..5/1}");

        assertThat(scenario.variants().values()).extracting(SweepTest::attempts).containsExactly(4, 5, 4, 5, 4, 5);
        assertThat(retry(Objects.requireNonNull(scenario.variants().get("budget@4")))
                        .budget())
                .isNotNull();
    }

    @Test
    void an_item_of_a_list_can_vary() {
        assertThat(vary("vary: {'faults[0].share': 0%..100%/50%}").variants().keySet())
                .containsExactly("as-is@0%", "as-is@50%", "as-is@100%", "busy@0%", "busy@50%", "busy@100%");
    }

    @Test
    void two_keys_make_a_grid() {
        Sweep sweep = sweep("vary: {clients.users.rate: [5/s, 10/s], services.shop.slots: 1..3/1}");

        assertThat(sweep.points()).hasSize(6);
        assertThat(sweep.variants()).containsExactly("as-is", "busy");
        assertThat(vary("vary: {clients.users.rate: [5/s, 10/s], services.shop.slots: 1..3/1}")
                        .variants()
                        .keySet())
                .hasSize(12)
                .contains("busy@10/s@3");
    }

    @Test
    void figures_may_be_of_a_part() {
        assertThat(sweep("vary: {clients.users.rate: [5/s]}\nfigure: {metric: [p99, attempts(stock)], title: Load}")
                        .figures())
                .containsExactly(Measure.of(Metric.P99), new Measure(Metric.ATTEMPTS, "stock", null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "clients.usres.rate: [1/s] | did you mean clients.users.rate?",
                "clients.users.rte: [1/s] | unknown key (did you mean rate?",
                "service.shop.slots: [1] | beside services",
                "run.for: [1s] | unknown key run",
                "'faults[1].share': [1%] | faults has 1 items (expected: an item from 0 to 0)",
                "'clients.users.rate.high': [1/s] | is no block of keys",
                "'clients.users.rate x': [1/s] | not a path of keys",
                "clients.users.rate: 10/s..20/s | no range in steps",
                "clients.users.rate: 10/s..20/s/0/s | a step above 0",
                "clients.users.rate: 20/s..10/s/1/s | from below to",
                "clients.users.rate: [1/s, 1/s] | 1 of them different",
                "clients.users.rate: 1/s..401/s/1/s | (expected: 1 to 400",
                "clients.users.rate: [1/s, fast] | does not start with a number",
                "'': [1/s] | unknown key",
            })
    void what_cannot_vary_is_refused(String entry, String message) {
        assertThatThrownBy(() -> vary("vary:\n  " + entry))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    @Test
    void a_grid_is_bounded_as_a_whole() {
        assertThatThrownBy(() -> vary("vary: {clients.users.rate: 1/s..30/s/1/s, services.shop.slots: 1..30/1}"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("900 points");
    }

    @Test
    void a_figure_without_a_sweep_is_refused() {
        assertThatThrownBy(() -> vary("figure: {metric: goodput}"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("without vary");
    }
}
