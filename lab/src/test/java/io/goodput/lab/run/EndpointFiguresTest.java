package io.goodput.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.lab.result.ClaimResult;
import io.goodput.lab.result.ClaimResult.Verdict;
import io.goodput.lab.scenario.ScenarioReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Claims about one endpoint of a service, and about the busiest window. */
class EndpointFiguresTest {
    private static List<ClaimResult> judged(String... claims) throws InterruptedException {
        var scenario = ScenarioReader.parse("f", """
                goodput: 1
                scenario: keys
                services: {store: {latency: 1ms, endpoints: 4}}
                clients:
                  users: {arrivals: constant, rate: 40/s, keys: 1, calls: {to: store, route: by-key}}
                  jobs: {arrivals: once, clients: 70, at: 4500ms, calls: {to: store}}
                run: {for: 10s, seeds: 2, settled: 2s..10s}
                claims:
                """ + "  - " + String.join("\n  - ", claims) + "\n", Path.of(""));
        return new Experiment(scenario, "", 1).run(_ -> {}).claims();
    }

    @Test
    void what_was_sent_to_an_endpoint_is_known() throws InterruptedException {
        assertThat(judged(
                        "attempts(base, store-1, 5s..10s) = 40/s",
                        "attempts(base, store-2, 5s..10s) = 0/s",
                        "attempts(base, store, 5s..10s) = 40/s",
                        "surge(base, store-2) < 70/s"))
                .allMatch(claim -> claim.verdict() == Verdict.HOLDS);
    }

    @Test
    void the_busiest_window_is_a_rate() throws InterruptedException {
        assertThat(judged(
                        "surge(base, store) = 110/s",
                        "surge(base, jobs) = 70/s",
                        "surge(base, users) = 40/s",
                        "surge(base, store, 5s..10s) = 40/s"))
                .allMatch(claim -> claim.verdict() == Verdict.HOLDS);
    }

    @Test
    void no_other_figure_is_known_of_an_endpoint() {
        assertThatThrownBy(() -> judged("refused(base, store-1) = 0/s"))
                .hasMessageContaining("refused: is not a figure of an endpoint");
        assertThatThrownBy(() -> judged("attempts(base, store-5) = 0/s"))
                .hasMessageContaining("store-5: unknown population or service");
    }
}
