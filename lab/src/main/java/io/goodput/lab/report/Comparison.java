package io.goodput.lab.report;

import io.goodput.sim.Estimate;
import java.util.List;
import java.util.function.Function;

/**
 * A table that sets the policies side by side: its columns in order, each with one cell for each policy.
 *
 * @param title over the names of the policies: what the figures are of
 */
record Comparison(String title, List<String> policies, List<Column> columns) {
    /**
     * One figure of all policies.
     *
     * @param explanation what the heading means, in a few words
     */
    record Column(String heading, String unit, String explanation, List<Cell> cells) {}

    /** A figure and its interval as written; the interval is empty where there is none. */
    record Cell(String figure, String interval) {}

    static Comparison of(ScenarioReport report) {
        var policies = report.policies();
        var latencies = policies.stream()
                .map(PolicyReport::latency)
                .flatMap(latency -> List.of(latency.p50(), latency.p99(), latency.p999()).stream())
                .toList();
        return new Comparison(
                "policy",
                policies.stream().map(PolicyReport::name).toList(),
                List.of(
                        rate("goodput", "calls answered without error and in time", policies, PolicyReport::goodput),
                        rate("throughput", "answers given, late ones included", policies, PolicyReport::throughput),
                        rate("attempts", "requests sent, retries included", policies, PolicyReport::attempts),
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
            String heading, String explanation, List<PolicyReport> policies, Function<PolicyReport, Estimate> figure) {
        var figures = policies.stream().map(figure).toList();
        return column(heading, explanation, Scale.of("/s", figures), figures);
    }

    private static Column amplification(List<PolicyReport> policies) {
        var figures = policies.stream().map(PolicyReport::amplification).toList();
        return column("amplification", "attempts for each call offered", Scale.of("×", figures), figures);
    }

    private static Column metastable(List<PolicyReport> policies) {
        var figures = policies.stream().map(PolicyReport::metastable).toList();
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

    private static Column recovery(List<PolicyReport> policies) {
        var figures = policies.stream().map(policy -> policy.recovery().time()).toList();
        return column("recovery", "from the end of the disturbance until well again", Scale.time(figures), figures);
    }

    private static Column recovered(List<PolicyReport> policies) {
        var cells = policies.stream()
                .map(policy -> new Cell(Figures.percent(policy.recovery().recovered()), ""))
                .toList();
        return new Column("recovered", "", "share of the runs that were well again by their end", cells);
    }

    private static Column latency(
            String heading, List<Estimate> all, List<PolicyReport> policies, Function<PolicyReport, Estimate> figure) {
        var figures = policies.stream().map(figure).toList();
        return column(
                heading, "latency of the calls that succeeded, retries included", Scale.time(all, figures), figures);
    }

    static Column column(String heading, String explanation, Scale scale, List<Estimate> figures) {
        var cells = figures.stream()
                .map(figure -> new Cell(scale.figure(figure), scale.interval(figure)))
                .toList();
        return new Column(heading, scale.unit(), explanation, cells);
    }
}
