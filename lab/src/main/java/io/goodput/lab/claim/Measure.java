package io.goodput.lab.claim;

import io.goodput.config.quantity.DurationSpan;
import org.jspecify.annotations.Nullable;

/**
 * A figure that is measured in each variant.
 *
 * @param metric what
 * @param part the population, service or endpoint that it is measured of; null for all together
 * @param span when; null for the settled window
 */
public record Measure(
        Metric metric, @Nullable String part, @Nullable DurationSpan span) {
    /** Of all together, in the settled window. */
    public static Measure of(Metric metric) {
        return new Measure(metric, null, null);
    }

    /** Whether a report has it anyway. */
    public boolean isUsual() {
        return part == null && span == null && metric.isReported();
    }

    /** Its name in a report. */
    public String key() {
        return metric + (part == null ? "" : " of " + part) + (span == null ? "" : " in " + span);
    }

    /** As a claim writes it. */
    String text(String variant) {
        return metric + "(" + variant + (part == null ? "" : ", " + part) + (span == null ? "" : ", " + span) + ")";
    }
}
