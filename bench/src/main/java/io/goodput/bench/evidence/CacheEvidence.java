package io.goodput.bench.evidence;

import io.goodput.bench.evidence.CacheFleet.Figures;
import io.goodput.bench.evidence.CacheFleet.Setup;
import io.goodput.cache.Freshness.Retries;
import io.goodput.cache.Freshness.Settings;
import io.goodput.sim.Replications;
import io.goodput.sim.Span;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What coalescing, a soft TTL, waits after a failure and jitter are each good for, as Markdown. */
public final class CacheEvidence {
    private static final int SEEDS = 10;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** A failure is forgotten at once: the next request loads again. */
    private static final Retries NO_WAIT = new Retries(Duration.ofNanos(1), 1, Duration.ofNanos(1), 0);

    private CacheEvidence() {}

    /** Prints the tables; one argument, if there is one, is the number of seeds. */
    public static void main(String... args) throws InterruptedException {
        print(System.out, args.length == 0 ? SEEDS : Integer.parseInt(args[0]));
    }

    static void print(PrintStream out, int seeds) throws InterruptedException {
        out.println("**A fleet starts cold**\n");
        out.println("| | loads in 30 s | served in the first 10 s, % | served in the last 10 s, % |");
        out.println("|:---|---:|---:|---:|");
        for (var setup : cold().entrySet()) {
            List<Figures> runs = runs(setup.getValue(), seeds);
            out.printf(
                    "| %s | %s | %s | %s |%n",
                    setup.getKey(),
                    Interval.of(runs, "%.0f", run -> run.loads(0, 30)),
                    Interval.of(runs, "%.1f", run -> 100 * run.served(0, 10)),
                    Interval.of(runs, "%.1f", run -> 100 * run.served(20, 30)));
        }
        out.println("\n**The dependency is down for five minutes**\n");
        out.println("| | served while it is down, % | loads a second while it is down |");
        out.println("|:---|---:|---:|");
        for (var setup : outage().entrySet()) {
            List<Figures> runs = runs(setup.getValue(), seeds);
            out.printf(
                    "| %s | %s | %s |%n",
                    setup.getKey(),
                    Interval.of(runs, "%.1f", run -> 100 * run.served(120, 420)),
                    Interval.of(runs, "%.1f", run -> run.loads(120, 420) / 300.0));
        }
        out.println("\n**A thousand entries loaded at the same time**\n");
        out.println("| | most loads in a second, 2nd minute | 10th minute | mean |");
        out.println("|:---|---:|---:|---:|");
        for (var setup : inStep().entrySet()) {
            List<Figures> runs = runs(setup.getValue(), seeds);
            out.printf(
                    "| %s | %s | %s | %s |%n",
                    setup.getKey(),
                    Interval.of(runs, "%.0f", run -> run.mostLoads(30, 90)),
                    Interval.of(runs, "%.0f", run -> run.mostLoads(540, 600)),
                    Interval.of(runs, "%.1f", run -> run.loads(0, 600) / 600.0));
        }
    }

    static List<Figures> runs(Setup setup, int seeds) throws InterruptedException {
        return new Replications(Runtime.getRuntime().availableProcessors())
                .run(seeds, seed -> CacheFleet.run(setup, seed));
    }

    /** 10 processes, 50 keys, 1,000 requests a second each; the dependency has room for 1,000 loads a second. */
    static Map<String, Setup> cold() {
        var all = new LinkedHashMap<String, Setup>();
        all.put("every miss loads", cold(false));
        all.put("coalesced", cold(true));
        return all;
    }

    private static Setup cold(boolean coalesced) {
        long load = CacheFleet.SECOND / 5;
        return new Setup(10, 50, 1_000, 1, Settings.STANDARD, coalesced, false, null, 200, load, 30);
    }

    /** 5 processes, 20 keys, 50 requests a second each, warm; the dependency is down from 120 s to 420 s. */
    static Map<String, Setup> outage() {
        var hard = Settings.STANDARD.withTtl(MINUTE, MINUTE);
        var all = new LinkedHashMap<String, Setup>();
        all.put("hard TTL of 1 min only, no wait after a failure", outage(hard.withRetries(NO_WAIT)));
        all.put("hard TTL of 1 min only, waits", outage(hard));
        all.put("soft 1 min, hard 1 h, no wait after a failure", outage(Settings.STANDARD.withRetries(NO_WAIT)));
        all.put("soft 1 min, hard 1 h, waits (standard)", outage(Settings.STANDARD));
        return all;
    }

    private static Setup outage(Settings settings) {
        var outage = new Span(120 * CacheFleet.SECOND, 420 * CacheFleet.SECOND);
        return new Setup(5, 20, 50, 1, settings, true, true, outage, 1_000, CacheFleet.SECOND / 20, 480);
    }

    /** 5 processes, 200 keys, 200 requests a second each, spread evenly; all entries are from the same instant. */
    static Map<String, Setup> inStep() {
        var plain = Settings.STANDARD.withEarly(0);
        var all = new LinkedHashMap<String, Setup>();
        all.put("no jitter", inStep(plain.withJitter(0)));
        all.put("jitter 0.1 (standard)", inStep(plain));
        all.put("jitter 0.5", inStep(plain.withJitter(0.5)));
        all.put("no jitter, early refresh", inStep(plain.withJitter(0).withEarly(1)));
        return all;
    }

    private static Setup inStep(Settings settings) {
        return new Setup(5, 200, 200, 0, settings, true, true, null, 10_000, CacheFleet.SECOND / 20, 600);
    }
}
