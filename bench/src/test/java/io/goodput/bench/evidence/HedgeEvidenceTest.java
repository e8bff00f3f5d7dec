package io.goodput.bench.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.bench.evidence.HedgedFleet.Load;
import io.goodput.bench.evidence.HedgedFleet.Result;
import io.goodput.bench.evidence.HedgedFleet.Strategy;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** What the page on hedging says, on few seeds. */
class HedgeEvidenceTest {
    private static final int SEEDS = 2;

    private static double mean(
            Load load, Map<String, Strategy> strategies, String name, ToDoubleFunction<Result> figure)
            throws InterruptedException {
        Strategy strategy = Objects.requireNonNull(strategies.get(name), name);
        return HedgeEvidence.runs(load, strategy, SEEDS).stream()
                .mapToDouble(figure)
                .average()
                .orElseThrow();
    }

    private static double calm(String name, ToDoubleFunction<Result> figure) throws InterruptedException {
        return mean(HedgeEvidence.calm(), HedgeEvidence.calmStrategies(), name, figure);
    }

    private static double burst(String name, ToDoubleFunction<Result> figure) throws InterruptedException {
        return mean(HedgeEvidence.burst(), HedgeEvidence.burstStrategies(), name, figure);
    }

    private static double pieces(String name, ToDoubleFunction<Result> figure) throws InterruptedException {
        return mean(HedgeEvidence.pieces(), HedgeEvidence.pieceStrategies(), name, figure);
    }

    @Test
    void a_few_hedges_shorten_the_tail_as_much_as_twice_the_requests() throws Exception {
        String hedged = "hedge at p95, 5 % budget";
        assertThat(calm(hedged, Result::requests)).isBetween(1.01, 1.051);
        assertThat(calm(hedged, Result::p99)).isLessThan(0.75 * calm("one request", Result::p99));
        assertThat(calm("two requests, always", Result::requests)).isEqualTo(2);
    }

    @Test
    void hedges_without_a_budget_keep_a_burst_from_ending() throws Exception {
        assertThat(burst("one request", Result::p50)).isLessThan(100);
        assertThat(burst("hedge after 20 ms, no budget", Result::p50)).isGreaterThan(1_000);
        assertThat(burst("hedge after 20 ms, 5 % budget", Result::p50)).isLessThan(100);
        assertThat(burst("hedge at p95, 5 % budget", Result::p50)).isLessThan(100);
    }

    @Test
    void four_of_five_do_not_wait_for_the_slowest() throws Exception {
        assertThat(pieces("4 of 5, all at once", Result::p99)).isLessThan(0.8 * pieces("4 of 4", Result::p99));
        assertThat(pieces("4 of 5, the fifth after 5 ms", Result::requests)).isBetween(4.2, 4.9);
    }

    @Test
    void the_same_seeds_give_the_same_tables() throws Exception {
        assertThat(printed()).isEqualTo(printed()).contains("| 4 of 5, all at once |");
    }

    private static String printed() throws InterruptedException {
        var out = new ByteArrayOutputStream();
        HedgeEvidence.print(new PrintStream(out, true, StandardCharsets.UTF_8), 1);
        return out.toString(StandardCharsets.UTF_8);
    }
}
