package io.goodput.lab.probe;

import io.goodput.latency.Latencies;
import io.goodput.load.fit.LinearFit;
import io.goodput.load.fit.Points;
import io.goodput.load.fit.SlotsFit;
import io.goodput.load.fit.UslFit;
import io.goodput.load.step.RateStep;
import io.goodput.load.step.RateStep.Validity;
import io.goodput.load.step.SteppedLoad;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep says about the service: laws fitted to the valid steps, and what follows from them, or why nothing does.
 *
 * @param low latencies of good answers at low load in nanoseconds: of all valid steps whose mean is within a tenth of
 *     the least
 * @param linear the fit of the latency; null of too few steps
 * @param usl the fit of the throughput; null of too few steps
 * @param highest the highest mean concurrency that was measured
 * @param law the best one of slots, the linear one and the Universal Scalability Law; null if none is good
 * @param recommendation null without a law
 * @param reasons why there is no recommendation; empty if there is one
 */
@SuppressWarnings("ArrayRecordComponent") // figures, never compared or used as a key
public record Findings(
        SteppedLoad.MeasuredSteps result,
        long[] low,
        @Nullable LinearFit linear,
        @Nullable UslFit usl,
        double highest,
        @Nullable ServiceLaw law,
        @Nullable Recommendation recommendation,
        List<String> reasons) {
    /** The laws have up to three unknowns: fewer points would fit any. */
    private static final int LEAST_STEPS = 4;

    private static final double LOW = 1.1;

    /** Latency has to have grown by half somewhere: before that, where the capacity ends is a guess. */
    private static final double BENT = 1.5;

    /** Of what the simpler law leaves unexplained, USL must explain half. */
    private static final double CLEARLY = 0.5;

    /** Works on a finished sweep. */
    public static Findings of(SteppedLoad.MeasuredSteps result) {
        List<RateStep> valid = result.steps().stream()
                .filter(step -> step.validity() == Validity.VALID)
                .toList();
        double least = valid.stream().mapToDouble(RateStep::meanLatency).min().orElse(Double.NaN);
        long[] low = valid.stream()
                .filter(step -> step.meanLatency() <= LOW * least)
                .flatMapToLong(step -> Arrays.stream(step.good()))
                .toArray();
        Points points = RateStep.points(valid);
        LinearFit linear = valid.size() < LEAST_STEPS ? null : LinearFit.of(points);
        UslFit usl = valid.size() < LEAST_STEPS ? null : UslFit.of(points);
        double highest = points.highestConcurrency();

        List<String> reasons = new ArrayList<>(doubts(valid, least, result));
        ServiceLaw law = reasons.isEmpty() ? law(result.steps(), points, low, linear, usl) : null;
        if (reasons.isEmpty() && law == null) {
            reasons.add(
                    "neither slots nor a linear latency nor the Universal Scalability Law fits what was measured (R² below 0.9)");
        }
        Recommendation recommendation =
                law == null ? null : Recommendation.of(valid, Latencies.of(low).percentile(99), law, usl, highest);
        if (law != null && recommendation == null) {
            reasons.add("the lowest rate was not safe already: begin with a lower one");
        }
        return new Findings(result, low, linear, usl, highest, law, recommendation, List.copyOf(reasons));
    }

    private static List<String> doubts(List<RateStep> valid, double least, SteppedLoad.MeasuredSteps result) {
        if (valid.size() < LEAST_STEPS) {
            return List.of("only " + valid.size() + " valid steps (expected: at least " + LEAST_STEPS + ")");
        }
        if (valid.stream().noneMatch(step -> step.meanLatency() >= BENT * least)) {
            return List.of(
                    result.ending() == SteppedLoad.StopReason.DONE
                            ? "the capacity was not found: latency never rose by half (expected: higher rates)"
                            : "the sweep ended before latency rose by half: "
                                    + result.ending().label());
        }
        return List.of();
    }

    private static @Nullable ServiceLaw law(
            List<RateStep> steps, Points points, long[] low, @Nullable LinearFit linear, @Nullable UslFit usl) {
        List<ServiceLaw> laws = new ArrayList<>();
        SlotsFit slots = SlotsFit.of(points, LongStream.of(low).average().orElseThrow() / 1e9);
        if (slots != null && slots.goodness().isGood()) {
            int peak = steps.stream().mapToInt(RateStep::peak).max().orElse(0);
            laws.add(new ServiceLaw.Slots(slots, Math.max(0, peak - slots.slots())));
        }
        // A few slow points make a line of the latency that is far off for all the others.
        if (linear != null
                && linear.goodness().isGood()
                && linear.ofThroughput(points).isGood()) {
            laws.add(new ServiceLaw.Linear(linear, linear.ofThroughput(points)));
        }
        ServiceLaw simple = laws.stream()
                .max(Comparator.comparingDouble(law -> law.goodness().r2()))
                .orElse(null);
        return usl != null && points.fallBeyondAPeak() && isClearlyBetter(usl, simple)
                ? new ServiceLaw.Scalability(usl)
                : simple;
    }

    /** It has one unknown more than the others, and fits anything a little better. */
    private static boolean isClearlyBetter(UslFit usl, @Nullable ServiceLaw simple) {
        double unexplained = 1 - (simple == null ? 0 : simple.goodness().r2());
        return usl.kappa() > 0 && usl.goodness().isGood() && 1 - usl.goodness().r2() < CLEARLY * unexplained;
    }
}
