package io.goodput.bench.evidence;

import io.goodput.bench.evidence.LimitedServer.Result;
import io.goodput.limit.AimdLimit;
import io.goodput.limit.ConcurrencyLimit.Settings;
import io.goodput.limit.FixedLimit;
import io.goodput.limit.GradientLimit;
import io.goodput.sim.Estimate;
import io.goodput.sim.Replications;
import io.goodput.sim.stat.Estimates;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Which concurrency limit to start with: every candidate in every {@link LimitScenario}, as Markdown. */
public final class ConcurrencyLimitEvidence {
    private static final int SEEDS = 20;
    private static final String NUMBER = "%.0f";
    private static final String FINE = "%.1f";

    private ConcurrencyLimitEvidence() {}

    /** Prints the tables; one argument, if there is one, is the number of seeds. */
    public static void main(String... args) throws InterruptedException {
        print(System.out, args.length == 0 ? SEEDS : Integer.parseInt(args[0]));
    }

    static Map<String, Settings> candidates() {
        var all = new LinkedHashMap<String, Settings>();
        all.put("none", new FixedLimit(Settings.MOST));
        all.put("fixed 20", new FixedLimit(20));
        all.put("fixed 7", new FixedLimit(7));
        all.put("fixed 60", new FixedLimit(60));
        all.put("AIMD", AimdLimit.STANDARD);
        all.put("AIMD, 100 ms is too long", AimdLimit.STANDARD.withTooLong(Duration.ofMillis(100)));
        all.put("gradient", GradientLimit.STANDARD);
        all.put("gradient, baseline of 10 windows", GradientLimit.STANDARD.withBaseline(10));
        all.put("gradient, no guard", GradientLimit.STANDARD.withDriftGuard(false));
        return all;
    }

    static void print(PrintStream out, int seeds) throws InterruptedException {
        for (LimitScenario scenario : LimitScenario.ALL) {
            out.println("\n**" + scenario.name() + "**\n");
            out.println(
                    "| | goodput, % of the best | p99, ms | refused, % | mean limit | last limit | adapted after, s |");
            out.println("|:---|---:|---:|---:|---:|---:|---:|");
            for (var candidate : candidates().entrySet()) {
                out.println(line(candidate.getKey(), runs(scenario, candidate.getValue(), seeds)));
            }
        }
    }

    static List<Result> runs(LimitScenario scenario, Settings settings, int seeds) throws InterruptedException {
        return new Replications(Runtime.getRuntime().availableProcessors())
                .run(seeds, seed -> LimitedServer.run(scenario, settings, seed));
    }

    private static String line(String name, List<Result> runs) {
        return "| %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        name,
                        cell(runs, FINE, run -> 100 * run.goodput()),
                        cell(runs, NUMBER, Result::p99),
                        cell(runs, FINE, run -> 100 * run.dropped()),
                        cell(runs, NUMBER, Result::limit),
                        cell(runs, NUMBER, Result::last),
                        cell(runs, FINE, Result::adapted));
    }

    private static String cell(List<Result> runs, String format, ToDoubleFunction<Result> figure) {
        double[] samples =
                runs.stream().mapToDouble(figure).filter(Double::isFinite).toArray();
        Estimate estimate = Estimates.mean(samples);
        if (!estimate.hasInterval()) {
            return "–";
        }
        String numbers = format + " ±" + format;
        return String.format(Locale.ROOT, numbers, estimate.mean(), estimate.high() - estimate.mean());
    }
}
