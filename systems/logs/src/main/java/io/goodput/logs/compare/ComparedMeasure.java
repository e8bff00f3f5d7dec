package io.goodput.logs.compare;

import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;

/** What is compared: of each, less is better. */
@SuppressWarnings("ImmutableEnumChecker") // Functions of what they are given.
public enum ComparedMeasure {
    /** The share of units that failed. */
    FAILURES(
            "failures",
            SideFigures::effective,
            (side, z) -> IntervalEstimate.ofShare(side.failures() / side.requests(), side.effective(), z)),
    /** What half of the units that succeeded took at most. */
    MEDIAN("p50_us", SideFigures::answered, (side, _) -> side.median()),
    /** What 99 % of them took at most. */
    P99("p99_us", SideFigures::answered, (side, _) -> side.p99());

    private final String label;
    private final ToDoubleFunction<SideFigures> size;
    private final BiFunction<SideFigures, Double, IntervalEstimate> estimate;

    ComparedMeasure(
            String label,
            ToDoubleFunction<SideFigures> size,
            BiFunction<SideFigures, Double, IntervalEstimate> estimate) {
        this.label = label;
        this.size = size;
        this.estimate = estimate;
    }

    /** As tables call it. */
    public String label() {
        return label;
    }

    double size(SideFigures side) {
        return size.applyAsDouble(side);
    }

    IntervalEstimate estimate(SideFigures side, double z) {
        return estimate.apply(side, z);
    }
}
