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
        var variants = report.variants();
        var latencies = variants.stream()
                .map(VariantResult::latency)
                .flatMap(latency -> List.of(latency.p50(), latency.p99(), latency.p999()).stream())
                .toList();
        return new FigureTable(
                "variant",
                variants.stream().map(VariantResult::name).toList(),
                List.of(
                        rate("goodput", "calls answered without error and in time", variants, VariantResult::goodput),
                        rate("throughput", "answers given, late ones included", variants, VariantResult::throughput),
                        rate("attempts", "requests sent, retries included", variants, VariantResult::attempts),
                        amplification(variants),
                        metastable(variants),
                        recovery(variants),
                        recovered(variants),
                        latency(
                                "p50",
                                latencies,
                                variants,
                                variant -> variant.latency().p50()),
                        latency(
                                "p99",
                                latencies,
                                variants,
                                variant -> variant.latency().p99()),
                        latency(
                                "p99.9",
                                latencies,
                                variants,
                                variant -> variant.latency().p999())));
    }

    private static Column rate(
            String heading,
            String explanation,
            List<VariantResult> variants,
            Function<VariantResult, Estimate> figure) {
        var figures = variants.stream().map(figure).toList();
        return FigureTable.column(heading, explanation, Scale.of("/s", figures), figures);
    }

    private static Column amplification(List<VariantResult> variants) {
        var figures = variants.stream().map(VariantResult::amplification).toList();
        return FigureTable.column("amplification", "attempts for each call offered", Scale.of("×", figures), figures);
    }

    private static Column metastable(List<VariantResult> variants) {
        var figures = variants.stream().map(VariantResult::metastable).toList();
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

    private static Column recovery(List<VariantResult> variants) {
        var figures =
                variants.stream().map(variant -> variant.recovery().time()).toList();
        return FigureTable.column(
                "recovery", "from the end of the disturbance until well again", Scale.time(figures), figures);
    }

    private static Column recovered(List<VariantResult> variants) {
        var cells = variants.stream()
                .map(variant -> new Cell(Figures.percent(variant.recovery().recovered()), ""))
                .toList();
        return new Column("recovered", "", "share of the runs that were well again by their end", cells);
    }

    private static Column latency(
            String heading,
            List<Estimate> all,
            List<VariantResult> variants,
            Function<VariantResult, Estimate> figure) {
        var figures = variants.stream().map(figure).toList();
        return FigureTable.column(
                heading, "latency of the calls that succeeded, retries included", Scale.time(all, figures), figures);
    }
}
