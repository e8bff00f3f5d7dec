package io.goodput.bench.evidence;

import io.goodput.bench.evidence.HedgedFleet.Load;
import io.goodput.bench.evidence.HedgedFleet.Result;
import io.goodput.bench.evidence.HedgedFleet.Strategy;
import io.goodput.hedge.HedgeDelay;
import io.goodput.hedge.HedgePolicy.Settings;
import io.goodput.quorum.QuorumFetch;
import io.goodput.sim.Estimate;
import io.goodput.sim.Replications;
import io.goodput.sim.Span;
import io.goodput.sim.random.Distribution;
import io.goodput.sim.random.RateProfile;
import io.goodput.sim.stat.Estimates;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What a second request does for the tail and to the load, and what fetching 4 of 5 does, as Markdown. */
public final class HedgeEvidence {
    private static final int SEEDS = 20;
    private static final double MILLI = 1e6;

    private static final Settings UNBOUNDED = Settings.STANDARD.withShare(1).withCapacity(1e6);
    private static final HedgeDelay FIXED = HedgeDelay.fixed(Duration.ofMillis(20));

    private HedgeEvidence() {}

    /** Prints the tables; one argument, if there is one, is the number of seeds. */
    public static void main(String... args) throws InterruptedException {
        print(System.out, args.length == 0 ? SEEDS : Integer.parseInt(args[0]));
    }

    /** One request in a hundred stalls for 100 ms; the others take {@code mean} milliseconds. */
    private static Distribution work(double mean) {
        return Distribution.bimodal(
                0.01, Distribution.exponential(mean * MILLI), Distribution.exponential(100 * MILLI));
    }

    /** Servers busy for 30 % of the time, without hedges. */
    static Load calm() {
        return new Load(RateProfile.constant(1_200), work(4), Duration.ofSeconds(10), Duration.ofSeconds(60));
    }

    static Map<String, Strategy> calmStrategies() {
        var all = new LinkedHashMap<String, Strategy>();
        all.put("one request", new Strategy.Parts(QuorumFetch.Settings.of(1, 1)));
        all.put("two requests, always", new Strategy.Parts(QuorumFetch.Settings.of(1, 2)));
        all.put("hedge at p95, 5 % budget", new Strategy.Hedged(Settings.STANDARD));
        all.put(
                "hedge at p99, 5 % budget",
                new Strategy.Hedged(Settings.STANDARD.withDelay(HedgeDelay.percentile(99))));
        all.put(
                "hedge at p90, 10 % budget",
                new Strategy.Hedged(Settings.STANDARD.withShare(0.1).withDelay(HedgeDelay.percentile(90))));
        return all;
    }

    /** 60 % busy, and 150 % from 10 s to 15 s; measured are the calls from 30 s on. */
    static Load burst() {
        var burst = new Span(
                Duration.ofSeconds(10).toNanos(), Duration.ofSeconds(15).toNanos());
        return new Load(
                RateProfile.constant(2_400).phase(burst, 6_000),
                work(4),
                Duration.ofSeconds(30),
                Duration.ofSeconds(45));
    }

    static Map<String, Strategy> burstStrategies() {
        var all = new LinkedHashMap<String, Strategy>();
        all.put("one request", new Strategy.Parts(QuorumFetch.Settings.of(1, 1)));
        all.put("hedge after 20 ms, no budget", new Strategy.Hedged(UNBOUNDED.withDelay(FIXED)));
        all.put("hedge after 20 ms, 5 % budget", new Strategy.Hedged(Settings.STANDARD.withDelay(FIXED)));
        all.put("hedge at p95, no budget", new Strategy.Hedged(UNBOUNDED));
        all.put("hedge at p95, 5 % budget", new Strategy.Hedged(Settings.STANDARD));
        return all;
    }

    /** Pieces of a quarter of the size, each of which may stall like a whole one. */
    static Load pieces() {
        return new Load(RateProfile.constant(600), work(1), Duration.ofSeconds(10), Duration.ofSeconds(60));
    }

    static Map<String, Strategy> pieceStrategies() {
        var all = new LinkedHashMap<String, Strategy>();
        all.put("4 of 4", new Strategy.Parts(QuorumFetch.Settings.of(4, 4)));
        all.put("4 of 5, all at once", new Strategy.Parts(QuorumFetch.Settings.of(4, 5)));
        all.put(
                "4 of 5, the fifth after 5 ms",
                new Strategy.Parts(QuorumFetch.Settings.of(4, 5).startingWith(4, Duration.ofMillis(5))));
        all.put("4 of 6, all at once", new Strategy.Parts(QuorumFetch.Settings.of(4, 6)));
        return all;
    }

    static void print(PrintStream out, int seeds) throws InterruptedException {
        table(out, "Servers 30 % busy", calm(), calmStrategies(), seeds);
        table(out, "15 to 30 s after a burst of 5 s", burst(), burstStrategies(), seeds);
        table(out, "Data in pieces", pieces(), pieceStrategies(), seeds);
    }

    private static void table(PrintStream out, String title, Load load, Map<String, Strategy> strategies, int seeds)
            throws InterruptedException {
        out.println("\n**" + title + "**\n");
        out.println("| | p50, ms | p99, ms | p99.9, ms | requests for a call | work sent, % | unanswered |");
        out.println("|:---|---:|---:|---:|---:|---:|---:|");
        for (var strategy : strategies.entrySet()) {
            List<Result> runs = runs(load, strategy.getValue(), seeds);
            out.println("| %s | %s | %s | %s | %s | %s | %s |"
                    .formatted(
                            strategy.getKey(),
                            cell(runs, "%.1f", Result::p50),
                            cell(runs, "%.0f", Result::p99),
                            cell(runs, "%.0f", Result::p999),
                            cell(runs, "%.3f", Result::requests),
                            cell(runs, "%.1f", run -> 100 * run.work()),
                            cell(runs, "%.0f", Result::unanswered)));
        }
    }

    static List<Result> runs(Load load, Strategy strategy, int seeds) throws InterruptedException {
        return new Replications(Runtime.getRuntime().availableProcessors())
                .run(seeds, seed -> HedgedFleet.run(load, strategy, seed));
    }

    private static String cell(List<Result> runs, String format, ToDoubleFunction<Result> figure) {
        Estimate estimate = Estimates.mean(runs.stream().mapToDouble(figure).toArray());
        String mean = String.format(Locale.ROOT, format, estimate.mean());
        return estimate.hasInterval()
                ? mean + " ±" + String.format(Locale.ROOT, format, estimate.high() - estimate.mean())
                : mean;
    }
}
