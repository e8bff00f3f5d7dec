package io.goodput.lab.result;

import io.goodput.lab.result.ClaimResult.Unit;
import io.goodput.lab.result.ClaimResult.Verdict;
import io.goodput.lab.result.ScenarioResult.Disturbed;
import io.goodput.lab.result.ScenarioResult.Span;
import io.goodput.lab.result.VariantResult.Latency;
import io.goodput.lab.result.VariantResult.Recovery;
import io.goodput.sim.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/** Reports as the retry storm gives them, made up from its published figures. */
public final class SampleResults {
    private static final int STEPS = 200;

    private SampleResults() {}

    public static ScenarioResult retryStorm() {
        return new ScenarioResult(
                "retry-storm",
                "A spike of five seconds meets clients that time out and try again. The service would be well again in"
                        + " seconds; whether it ever is depends on how they retry.",
                """
                goodput: 1
                scenario: retry-storm
                workload: {rate: 40/s, spike: {from: 20s, to: 25s, rate: 80/s}}
                service:
                  latency: 1s + 10ms × in-flight   # fixed at admission
                  network: exponential(100ms)
                policies:
                  none: {timeout: 3s}
                  three-attempts: {timeout: 3s, retry: {attempts: 3}}
                  backoff: {timeout: 3s, retry: {attempts: 3, backoff: {base: 20s, jitter: full}}}
                  bucket-small: {timeout: 3s, retry: {attempts: 3, budget: {deposit: 0.1, capacity: 10}}}
                  bucket-large: {timeout: 3s, retry: {attempts: 3, budget: {deposit: 0.02, capacity: 500}}}
                claims:
                  - metastable of three-attempts > 0.5
                  - metastable of bucket-small = 0
                  - recovery of bucket-small < 10s
                """,
                "./goodput lab retry-storm",
                1,
                200,
                200,
                new Span(60, 80),
                List.of(new Disturbed(20, 25, "")),
                14_312_877,
                6_204_311.7,
                List.of(
                        well("none", 40.12, 0.1, 1.0, 4.9, 0.4),
                        collapsing("three-attempts"),
                        well("backoff", 40.2, 0.1, 1.02, 5.8, 0.5),
                        well("bucket-small", 40.1, 0.1, 1.01, 5.6, 0.45),
                        well("bucket-large", 40.0, 0.14, 1.19, 17.4, 1.3)),
                List.of(
                        new ClaimResult(
                                "metastable of three-attempts > 0.5",
                                Verdict.HOLDS,
                                new Estimate(0.815, 0.755, 0.863),
                                Unit.NONE,
                                ""),
                        new ClaimResult(
                                "metastable of bucket-small = 0",
                                Verdict.HOLDS,
                                new Estimate(0, 0, 0.0188),
                                Unit.NONE,
                                ""),
                        new ClaimResult(
                                "recovery of bucket-small < 10s",
                                Verdict.HOLDS,
                                new Estimate(5.6, 5.15, 6.05),
                                Unit.SECONDS,
                                "")));
    }

    /** The replay of one seed: no intervals, no bands, no judgement. */
    public static ScenarioResult oneSeed() {
        var storm = retryStorm();
        var claims = storm.claims().stream()
                .map(claim -> new ClaimResult(
                        claim.text(),
                        Verdict.NOT_JUDGED,
                        new Estimate(1, Double.NaN, Double.NaN),
                        claim.unit(),
                        "one seed only"))
                .toList();
        var variants = storm.variants().stream().map(SampleResults::alone).toList();
        return with(storm, storm.scenario(), storm.about(), storm.source(), 7, 1, variants, claims);
    }

    /** Nothing ever succeeded, so most figures do not exist. */
    public static ScenarioResult nothingSucceeded() {
        var storm = retryStorm();
        var variants = storm.variants().stream()
                .map(variant -> new VariantResult(
                        variant.name(),
                        new Estimate(0, 0, 0),
                        Estimate.NONE,
                        Estimate.NONE,
                        Estimate.NONE,
                        new Estimate(1, 0.98, 1),
                        new Recovery(Estimate.NONE, 0),
                        new Latency(Estimate.NONE, Estimate.NONE, Estimate.NONE),
                        gaps(variant.timeline()),
                        LongStream.rangeClosed(1, 200).boxed().toList(),
                        variant.figures()))
                .toList();
        var claims = List.of(new ClaimResult(
                "recovery of none < 10s", Verdict.FAILS, Estimate.NONE, Unit.SECONDS, "no run of none recovered"));
        return with(storm, storm.scenario(), storm.about(), storm.source(), 1, 200, variants, claims);
    }

    /** Every text of the scenario is the given one. */
    public static ScenarioResult named(String text) {
        var storm = retryStorm();
        var variants = storm.variants().stream()
                .map(variant -> new VariantResult(
                        text,
                        variant.goodput(),
                        variant.throughput(),
                        variant.attempts(),
                        variant.amplification(),
                        variant.metastable(),
                        variant.recovery(),
                        variant.latency(),
                        variant.timeline(),
                        variant.collapsedSeeds(),
                        variant.figures()))
                .toList();
        var claims = List.of(new ClaimResult(text, Verdict.FAILS, Estimate.NONE, Unit.NONE, text));
        return new ScenarioResult(
                text,
                text,
                text,
                text,
                storm.firstSeed(),
                storm.seeds(),
                storm.seconds(),
                storm.settled(),
                storm.disturbances(),
                storm.events(),
                storm.eventsPerSecond(),
                variants,
                claims);
    }

    public static ScenarioResult disturbed(List<Disturbed> disturbances) {
        var storm = retryStorm();
        return new ScenarioResult(
                storm.scenario(),
                storm.about(),
                storm.source(),
                storm.command(),
                storm.firstSeed(),
                storm.seeds(),
                storm.seconds(),
                storm.settled(),
                disturbances,
                storm.events(),
                storm.eventsPerSecond(),
                storm.variants(),
                storm.claims());
    }

    public static ScenarioResult undisturbed() {
        var storm = retryStorm();
        var variants = storm.variants().stream()
                .map(variant -> new VariantResult(
                        variant.name(),
                        variant.goodput(),
                        variant.throughput(),
                        variant.attempts(),
                        variant.amplification(),
                        variant.metastable(),
                        new Recovery(Estimate.NONE, Double.NaN),
                        variant.latency(),
                        variant.timeline(),
                        variant.collapsedSeeds(),
                        variant.figures()))
                .toList();
        return new ScenarioResult(
                storm.scenario(),
                storm.about(),
                storm.source(),
                storm.command(),
                1,
                200,
                200,
                storm.settled(),
                List.of(),
                storm.events(),
                storm.eventsPerSecond(),
                variants,
                storm.claims());
    }

    public static ScenarioResult with(
            ScenarioResult report,
            String scenario,
            String about,
            String source,
            long firstSeed,
            int seeds,
            List<VariantResult> variants,
            List<ClaimResult> claims) {
        return new ScenarioResult(
                scenario,
                about,
                source,
                report.command(),
                firstSeed,
                seeds,
                report.seconds(),
                report.settled(),
                report.disturbances(),
                report.events(),
                report.eventsPerSecond(),
                variants,
                claims);
    }

    private static VariantResult well(
            String name, double goodput, double margin, double amplification, double recovery, double recoveryMargin) {
        return new VariantResult(
                name,
                around(goodput, margin),
                around(goodput + 0.03, margin),
                around(40.1 * amplification, margin * 1.2),
                around(amplification, 0.004 * amplification),
                new Estimate(0, 0, 0.0188),
                new Recovery(around(recovery, recoveryMargin), 1),
                new Latency(around(1.63, 0.01), around(2.31, 0.03), around(2.84, 0.05)),
                timeline(name, 0, recovery, amplification),
                List.of(),
                new LinkedHashMap<>());
    }

    private static VariantResult collapsing(String name) {
        var collapsed = new ArrayList<Long>();
        for (var seed = 1L; seed <= 200; seed++) {
            if (seed % 11 != 4 && seed % 12 != 7) {
                collapsed.add(seed);
            }
        }
        return new VariantResult(
                name,
                new Estimate(7.4, 5.2, 9.7),
                new Estimate(103.9, 102.4, 105.3),
                new Estimate(105.3, 103.8, 106.7),
                new Estimate(2.62, 2.58, 2.67),
                new Estimate(0.815, 0.755, 0.863),
                new Recovery(new Estimate(21.7, 16.2, 27.2), 0.185),
                new Latency(around(1.68, 0.02), around(8.71, 0.12), around(8.96, 0.09)),
                timeline(name, 0.815, 20, 1.05),
                collapsed,
                new LinkedHashMap<>());
    }

    private static VariantResult alone(VariantResult variant) {
        return new VariantResult(
                variant.name(),
                alone(variant.goodput()),
                alone(variant.throughput()),
                alone(variant.attempts()),
                alone(variant.amplification()),
                alone(new Estimate(Math.round(variant.metastable().mean()), 0, 0)),
                new Recovery(
                        variant.recovery().recovered() < 1
                                ? Estimate.NONE
                                : alone(variant.recovery().time()),
                        Math.round(variant.recovery().recovered())),
                new Latency(
                        alone(variant.latency().p50()),
                        alone(variant.latency().p99()),
                        alone(variant.latency().p999())),
                variant.timeline(),
                variant.recovery().recovered() < 1 ? List.of(7L) : List.of(),
                variant.figures());
    }

    private static Estimate alone(Estimate estimate) {
        return new Estimate(estimate.mean(), Double.NaN, Double.NaN);
    }

    private static Estimate around(double mean, double margin) {
        return new Estimate(mean, mean - margin, mean + margin);
    }

    private static Timeline gaps(Timeline timeline) {
        var none = new double[STEPS];
        Arrays.fill(none, Double.NaN);
        var gap = new Timeline.Band(none, none, none);
        return new Timeline(
                timeline.step(), timeline.offered(), gap, gap, gap, new Timeline.Latency(2, none, none), List.of());
    }

    private static Timeline timeline(String name, double collapsed, double recovery, double amplification) {
        var random = new SplittableRandom(name.hashCode());
        var offered = new double[STEPS];
        var goodput = band();
        var attempts = band();
        var inFlight = band();
        for (var t = 0; t < STEPS; t++) {
            var spike = t >= 20 && t < 25;
            offered[t] = (spike ? 80 : 40) + random.nextDouble(-0.6, 0.6);
            var hurt = hurt(t, recovery);
            var lost = collapsed * Math.min(1, Math.max(0, (t - 21) / 9.0));
            var good = offered[t] * (1 - hurt) * (1 - lost);
            var worst = collapsed > 0 ? 0 : good - 9;
            set(goodput, t, good, hurt > 0.02 || t > 20 ? worst : good - 9, offered[t] * (1 - hurt / 3) + 10);
            var sent = Math.min(offered[t], 80) * (amplification + hurt * (amplification - 1) * 4) + lost * 80;
            set(attempts, t, sent, sent * 0.82 - 3, sent * 1.08 + 9);
            var inside = t < 2 ? 30.0 * t + 20 : 66 + 90 * hurt + lost * 190 + (spike ? 18 * (t - 20) : 0);
            set(inFlight, t, inside, inside * 0.83, inside * 1.13 + (lost > 0 ? 20 : 4));
        }
        return new Timeline(
                1,
                new Timeline.Band(offered, offered, offered),
                goodput,
                attempts,
                inFlight,
                latency(collapsed, recovery),
                List.of());
    }

    /** Two seconds a step; while the spike is worst nothing succeeds for some of them. */
    private static Timeline.Latency latency(double collapsed, double recovery) {
        var p50 = new double[STEPS / 2];
        var p99 = new double[STEPS / 2];
        for (var i = 0; i < p50.length; i++) {
            var hurt = hurt(2 * i + 1, recovery);
            var lost = collapsed * Math.min(1, Math.max(0, (2 * i - 21) / 9.0));
            var gap = collapsed > 0 && i > 11 && i < 14;
            p50[i] = gap ? Double.NaN : 1.62 + 1.2 * hurt + 0.3 * lost;
            p99[i] = gap ? Double.NaN : 2.3 + 0.6 * hurt + 6.4 * lost;
        }
        return new Timeline.Latency(2, p50, p99);
    }

    /** The share of calls that fail: while the spike lasts and, less and less, until all is well again. */
    private static double hurt(int second, double recovery) {
        if (second < 21) {
            return second < 2 ? 0.6 / (second + 1) : 0;
        }
        var since = second - 26.0;
        return since < 0 ? Math.min(0.85, (second - 20) * 0.2) : 0.85 * Math.exp(-since * 2.6 / recovery);
    }

    private static Timeline.Band band() {
        return new Timeline.Band(new double[STEPS], new double[STEPS], new double[STEPS]);
    }

    private static void set(Timeline.Band band, int step, double mean, double p5, double p95) {
        band.mean()[step] = mean;
        band.p5()[step] = Math.max(0, Math.min(mean, p5));
        band.p95()[step] = Math.max(mean, p95);
    }
}
