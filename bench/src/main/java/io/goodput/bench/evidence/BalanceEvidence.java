package io.goodput.bench.evidence;

import io.goodput.balance.Balancer.Settings;
import io.goodput.balance.OutlierEjection;
import io.goodput.balance.Strategy;
import io.goodput.bench.evidence.BalancedFleet.Figures;
import io.goodput.bench.evidence.BalancedFleet.Trouble;
import io.goodput.sim.Estimate;
import io.goodput.sim.Replications;
import io.goodput.sim.stat.Estimates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Every strategy, with ejection and without, in a fleet of which a part is in trouble. */
public final class BalanceEvidence {
    private static final int SEEDS = 10;
    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    private BalanceEvidence() {}

    /** The figures of one strategy, each with its interval over the seeds. */
    record Row(Estimate goodput, Estimate p99, Estimate share) {}

    /** Prints a table for each kind of trouble. */
    public static void main(String[] args) {
        for (Trouble trouble : Trouble.values()) {
            System.out.printf("%s%n%n", trouble.title());
            System.out.printf(
                    "%-28s %16s %18s %20s%n", "strategy", "goodput (%)", "p99 of good (ms)", "to the bad (%)");
            strategies().forEach((name, settings) -> {
                Row row = row(trouble, settings, SEEDS);
                System.out.printf(
                        "%-28s %16s %18s %20s%n",
                        name, text(row.goodput), text(row.p99), trouble.hasBad() ? text(row.share) : "");
            });
            System.out.println();
        }
    }

    /** What is compared. */
    static Map<String, Settings> strategies() {
        Map<String, Settings> all = new LinkedHashMap<>();
        for (Strategy strategy : Strategy.values()) {
            String name = strategy.name().toLowerCase(Locale.ROOT).replace('_', '-');
            Settings alone = Settings.STANDARD.withStrategy(strategy).withEjection(null);
            all.put(name, alone);
            all.put(name + ", ejection", alone.withEjection(OutlierEjection.Settings.STANDARD));
        }
        return all;
    }

    /** Runs so many seeds. */
    static Row row(Trouble trouble, Settings settings, int seeds) {
        List<Figures> runs;
        try {
            runs = new Replications(THREADS).run(seeds, seed -> new BalancedFleet(trouble, settings, seed).run());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return new Row(
                estimate(runs, run -> 100 * run.goodput()),
                estimate(runs, run -> run.p99Nanos() / 1e6),
                estimate(runs, run -> 100 * run.shareOfBad()));
    }

    private static Estimate estimate(List<Figures> runs, ToDoubleFunction<Figures> figure) {
        return Estimates.mean(runs.stream().mapToDouble(figure).toArray());
    }

    private static String text(Estimate figure) {
        return String.format(Locale.ROOT, "%.1f ±%.1f", figure.mean(), figure.high() - figure.mean());
    }
}
