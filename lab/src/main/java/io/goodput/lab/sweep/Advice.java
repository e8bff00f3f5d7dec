package io.goodput.lab.sweep;

import io.goodput.config.policy.client.GuardSettings;
import io.goodput.config.policy.server.ServerSettings;
import io.goodput.config.quantity.DurationSpan;
import io.goodput.lab.claim.Measure;
import io.goodput.lab.claim.Metric;
import io.goodput.lab.model.Model;
import io.goodput.lab.model.Population;
import io.goodput.lab.model.Service;
import io.goodput.lab.result.AdviceResult;
import io.goodput.lab.result.AdviceResult.Row;
import io.goodput.lab.run.Samples;
import io.goodput.lab.scenario.RunPlan;
import io.goodput.lab.scenario.Scenario;
import io.goodput.sim.Estimate;
import io.goodput.sim.Span;
import io.goodput.sim.stat.Differences;
import io.goodput.sim.stat.Estimates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.DoubleStream;

/**
 * Looks for settings that keep more goodput through the disturbances of a scenario.
 *
 * <p>The grid of {@link AdviceCandidates} is halved in rounds: all under 2 seeds, the best quarter under 4, the best
 * quarter of those under 8, and so on until {@value #FINALISTS} are left, who meet what is written under all the seeds
 * of the plan. All of a round meet the same seeds. The measure is the goodput from the start of the first disturbance
 * to the end of the run (without disturbances, that of the settled window).
 *
 * <p>Of those that are not significantly worse than the best of them (95 % interval of the differences seed by seed),
 * or by less than 1 %, the simplest is recommended, provided that it is better than what is written, significantly and
 * by more than 1 %, or does the same with less. More attempts without a budget are no candidates: what they gain in one
 * scenario they cost in the next.
 */
public final class Advice {
    /** How many meet what is written in the end. */
    static final int FINALISTS = 6;

    private static final int FIRST_SEEDS = 2;
    private static final int KEPT = 4;
    private static final double SAME = 0.005;
    private static final double WORTH_IT = 0.01;

    private final Scenario scenario;
    private final Model model;
    private final Population population;
    private final int threads;
    private final Measure objective;
    private final Measure disturbed;
    private int runs;

    /**
     * A search that has not begun.
     *
     * @param scenario with the one variant that is to be improved
     * @param population whose guard is sought, with the capacity of what it calls
     */
    public Advice(Scenario scenario, Population population, int threads) {
        this.scenario = scenario;
        this.model = scenario.variants().firstEntry().getValue();
        this.population = population;
        this.threads = threads;
        RunPlan plan = scenario.plan();
        List<Span> spans = model.disturbances();
        if (spans.isEmpty()) {
            objective = new Measure(Metric.GOODPUT, null, plan.settled());
            disturbed = objective;
        } else {
            long from = spans.stream().mapToLong(Span::from).min().orElseThrow();
            long to = spans.stream().mapToLong(Span::to).max().orElseThrow();
            objective =
                    new Measure(Metric.GOODPUT, null, span(from, plan.length().toNanos(), plan));
            disturbed = new Measure(Metric.GOODPUT, null, span(from, to, plan));
        }
    }

    /** How many runs there will be at the most. */
    public int runs() {
        int candidates = runnable().size();
        int sum = (FINALISTS + 1) * scenario.plan().seeds();
        for (int seeds = FIRST_SEEDS; candidates > FINALISTS; seeds *= 2) {
            sum += candidates * Math.min(seeds, scenario.plan().seeds());
            candidates = Math.max(FINALISTS, candidates / KEPT);
        }
        return sum;
    }

    /** In whole windows of the run. */
    private static DurationSpan span(long from, long to, RunPlan plan) {
        long window = plan.windowNanos();
        long end = Math.min(Math.ceilDiv(to, window) * window, plan.length().toNanos() / window * window);
        return new DurationSpan(Duration.ofNanos(from / window * window), Duration.ofNanos(end));
    }

    /** What was sampled of a candidate. */
    private record Tried(Candidate candidate, Samples samples) {}

    /**
     * Searches.
     *
     * @param progress told how many runs are done
     */
    public AdviceResult search(String command, IntConsumer progress) throws InterruptedException {
        List<Candidate> left = runnable();
        int tried = left.size();
        Candidate written = left.getFirst();
        for (int seeds = FIRST_SEEDS; left.size() > FINALISTS; seeds *= 2) {
            List<Tried> round = run(left, Math.min(seeds, scenario.plan().seeds()), progress);
            int kept = Math.max(FINALISTS, left.size() / KEPT);
            left = ranked(round).stream().limit(kept).toList();
        }
        List<Candidate> last = new ArrayList<>(List.of(written));
        left.stream().filter(each -> !each.equals(written)).forEach(last::add);
        List<Tried> finals = run(last, scenario.plan().seeds(), progress);
        return report(finals, tried, command);
    }

    /** The scenario refuses what would run for ever. */
    private List<Candidate> runnable() {
        Service service = model.service(population.calls().service());
        var runnable = new ArrayList<Candidate>();
        for (Candidate each : AdviceCandidates.around(population.calls().guard(), service.capacity())) {
            try {
                new Scenario(
                        scenario.name(),
                        "",
                        "",
                        new LinkedHashMap<>(Map.of("candidate", each.in(model, population))),
                        scenario.plan(),
                        List.of(),
                        null);
                runnable.add(each);
            } catch (IllegalArgumentException tooMuch) {
                // Not a candidate, for it might never end.
            }
        }
        return runnable;
    }

    private List<Tried> run(List<Candidate> candidates, int seeds, IntConsumer progress) throws InterruptedException {
        RunPlan plan = scenario.plan();
        var few = new RunPlan(plan.length(), seeds, plan.firstSeed(), plan.settled());
        var also = List.of(objective, disturbed, Measure.of(Metric.P99)).stream()
                .distinct()
                .toList();
        var round = new ArrayList<Tried>();
        for (Candidate each : candidates) {
            int before = runs;
            round.add(new Tried(
                    each,
                    Samples.run(
                            each.in(model, population), few, also, threads, done -> progress.accept(before + done))));
            runs += seeds;
        }
        return round;
    }

    /** By goodput in steps of half a percent of the best, the simpler of equals first. */
    private List<Candidate> ranked(List<Tried> round) {
        double best = round.stream().mapToDouble(this::goodput).max().orElse(0);
        double step = Math.max(best * SAME, Double.MIN_NORMAL);
        return round.stream()
                .sorted(Comparator.<Tried>comparingLong(each -> Math.round((best - goodput(each)) / step))
                        .thenComparingInt(each -> each.candidate().complexity()))
                .map(Tried::candidate)
                .toList();
    }

    private double goodput(Tried tried) {
        return Estimates.mean(tried.samples().of(objective)).mean();
    }

    private Estimate difference(Tried before, Tried after) {
        return Differences.paired(
                before.samples().of(objective), after.samples().of(objective));
    }

    private AdviceResult report(List<Tried> finals, int tried, String command) {
        Tried written = finals.getFirst();
        Tried best =
                finals.stream().max(Comparator.comparingDouble(this::goodput)).orElseThrow();
        Tried chosen = finals.stream()
                .filter(each -> isNotWorse(best, each))
                .min(Comparator.comparingInt((Tried each) -> each.candidate().complexity()))
                .orElse(best);
        Estimate gain = difference(written, chosen);
        boolean isBetter = !chosen.equals(written)
                && gain.hasInterval()
                && gain.low() > 0
                && gain.mean() > WORTH_IT * goodput(written);
        boolean isSimpler = !chosen.equals(written)
                && isNotWorse(written, chosen)
                && chosen.candidate().complexity() < written.candidate().complexity();
        Tried advised = isBetter || isSimpler ? chosen : written;
        return new AdviceResult(
                scenario.name(),
                scenario.variants().firstEntry().getKey(),
                population.name(),
                command,
                scenario.plan().seeds(),
                tried,
                runs,
                String.valueOf(objective.span()),
                isBetter
                        ? AdviceResult.Verdict.BETTER
                        : isSimpler ? AdviceResult.Verdict.SIMPLER : AdviceResult.Verdict.KEEP,
                gain,
                yaml(advised.candidate(), written.candidate()),
                finals.stream()
                        .map(each -> row(each, written, each.equals(advised)))
                        .toList());
    }

    private boolean isNotWorse(Tried than, Tried each) {
        Estimate difference = difference(than, each);
        boolean isClose = difference.mean() >= -WORTH_IT * goodput(than);
        return isClose || (difference.hasInterval() && difference.high() >= 0);
    }

    private Row row(Tried tried, Tried written, boolean isAdvised) {
        Samples samples = tried.samples();
        return new Row(
                (tried.equals(written) ? "as written: " : "")
                        + tried.candidate().text(written.candidate()),
                isAdvised,
                mean(samples, objective),
                mean(samples, disturbed),
                mean(samples, Measure.of(Metric.GOODPUT)),
                mean(samples, Measure.of(Metric.AMPLIFICATION)),
                mean(samples, Measure.of(Metric.METASTABLE)),
                mean(samples, Measure.of(Metric.RECOVERY)),
                mean(samples, Measure.of(Metric.P99)));
    }

    private static Estimate mean(Samples samples, Measure measure) {
        return Estimates.mean(DoubleStream.of(samples.of(measure))
                .filter(value -> !Double.isNaN(value))
                .toArray());
    }

    /** A configuration with the guard of what is called, and its server. */
    private String yaml(Candidate advised, Candidate written) {
        String service = population.calls().service();
        var guards = new LinkedHashMap<String, GuardSettings>();
        guards.put(service, advised.guard());
        var servers = new LinkedHashMap<String, ServerSettings>();
        if (advised.capacity() instanceof Service.Admission(ServerSettings settings)) {
            servers.put(service, settings);
        }
        String slots = advised.capacity() instanceof Service.Slots
                        && !advised.capacity().equals(written.capacity())
                ? "# and the service of the scenario: {" + advised.server() + "}\n"
                : "";
        return ConfigurationText.of(guards, servers) + slots;
    }
}
