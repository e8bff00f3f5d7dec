package io.goodput.lab.wording;

import io.goodput.lab.result.ScenarioResult;
import io.goodput.lab.result.VariantResult;
import io.goodput.lab.wording.FigureTable.Cell;
import io.goodput.lab.wording.FigureTable.Column;
import io.goodput.sim.Estimate;
import java.util.List;
import java.util.function.Function;

/** The table that sets the variants of a scenario side by side: the figures that every report has. */
public final class ScenarioTable {
    private ScenarioTable() {}

    /** A row for each variant. */
    public static FigureTable of(ScenarioResult report) {
        var policies = report.policies();
        var latencies = policies.stream()
                .map(VariantResult::latency)
                .flatMap(latency -> List.of(latency.p50(), latency.p99(), latency.p999()).stream())
                .toList();
        return new FigureTable(
                "policy",
                policies.stream().map(VariantResult::name).toList(),
                List.of(
                        rate("goodput", "calls answered without error and in time", policies, VariantResult::goodput),
                        rate("throughput", "answers given, late ones included", policies, VariantResult::throughput),
                        rate("attempts", "requests sent, retries included", policies, VariantResult::attempts),
                        amplification(policies),
                        metastable(policies),
                        recovery(policies),
                        recovered(policies),
                        latency(
                                "p50",
                                latencies,
                                policies,
                                policy -> policy.latency().p50()),
                        latency(
                                "p99",
                                latencies,
                                policies,
                                policy -> policy.latency().p99()),
                        latency(
                                "p99.9",
                                latencies,
                                policies,
                                policy -> policy.latency().p999())));
    }

    private static Column rate(
            String heading,
            String explanation,
            List<VariantResult> policies,
            Function<VariantResult, Estimate> figure) {
        var figures = policies.stream().map(figure).toList();
        return FigureTable.column(heading, explanation, Scale.of("/s", figures), figures);
    }

    private static Column amplification(List<VariantResult> policies) {
        var figures = policies.stream().map(VariantResult::amplification).toList();
        return FigureTable.column("amplification", "attempts for each call offered", Scale.of("×", figures), figures);
    }

    private static Column metastable(List<VariantResult> policies) {
        var figures = policies.stream().map(VariantResult::metastable).toList();
        // So many seeds may leave an interval that two decimals would round to certainty.
        var narrow =
                figures.stream().anyMatch(share -> share.high() > share.low() && share.high() - share.low() < 0.01);
        var cells = figures.stream()
                .map(share -> probability(share, narrow ? 4 : 2))
                .toList();
        return new Column("P(metastable)", "", "share of the runs left below half of the offered load", cells);
    }

    /** The interval of a share is never symmetric for long, so it is written out. */
    private static Cell probability(Estimate share, int decimals) {
        var interval = share.isDefined() && share.hasInterval()
                ? Figures.fixed(share.low(), decimals) + "–" + Figures.fixed(share.high(), decimals)
                : "";
        return new Cell(Figures.fixed(share.mean(), decimals), interval);
    }

    private static Column recovery(List<VariantResult> policies) {
        var figures = policies.stream().map(policy -> policy.recovery().time()).toList();
        return FigureTable.column(
                "recovery", "from the end of the disturbance until well again", Scale.time(figures), figures);
    }

    private static Column recovered(List<VariantResult> policies) {
        var cells = policies.stream()
                .map(policy -> new Cell(Figures.percent(policy.recovery().recovered()), ""))
                .toList();
        return new Column("recovered", "", "share of the runs that were well again by their end", cells);
    }

    private static Column latency(
            String heading,
            List<Estimate> all,
            List<VariantResult> policies,
            Function<VariantResult, Estimate> figure) {
        var figures = policies.stream().map(figure).toList();
        return FigureTable.column(
                heading, "latency of the calls that succeeded, retries included", Scale.time(all, figures), figures);
    }
}
