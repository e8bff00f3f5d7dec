package io.goodput.lab.result;

import io.goodput.sim.Estimate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What one variant did, over all seeds.
 *
 * <p>Rates are per second of virtual time within the settled window, times are in seconds.
 *
 * @param name as in the scenario
 * @param goodput calls answered without error and in time
 * @param throughput answers that the service gave, late ones included
 * @param attempts requests sent, retries included
 * @param amplification attempts sent for each call that was offered
 * @param metastable share of the seeds whose goodput in the settled window is below half of what was offered
 * @param recovery from the end of the disturbance until the service is well again
 * @param latency of the calls that succeeded
 * @param timeline what happened when
 * @param collapsedSeeds the seeds that were metastable, ascending
 * @param figures whatever else was measured, by names such as {@code attempts of database}
 */
public record VariantResult(
        String name,
        Estimate goodput,
        Estimate throughput,
        Estimate attempts,
        Estimate amplification,
        Estimate metastable,
        Recovery recovery,
        Latency latency,
        Timeline timeline,
        List<Long> collapsedSeeds,
        SequencedMap<String, Estimate> figures) {
    /** Copies the figures. */
    public VariantResult {
        figures = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(figures));
    }

    /**
     * How long the service took to be well again.
     *
     * @param time over the seeds that recovered; {@link Estimate#NONE} where none did, or nothing was disturbed
     * @param recovered share of the seeds that recovered; NaN where nothing was disturbed
     */
    public record Recovery(Estimate time, double recovered) {}

    /** Latency of a call from its start to its success, retries included. */
    public record Latency(Estimate p50, Estimate p99, Estimate p999) {}
}
