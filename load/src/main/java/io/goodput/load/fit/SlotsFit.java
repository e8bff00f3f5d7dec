package io.goodput.load.fit;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of requests at a time, with a line before them: {@code X = min(N / W0, capacity)}.
 *
 * @param slots requests worked on at a time, {@code capacity · W0} rounded
 * @param capacity good answers a second, the most that were measured
 * @param latency W0, of a request that does not wait, in seconds
 * @param goodness of the throughput
 */
public record SlotsFit(int slots, double capacity, double latency, Goodness goodness) {
    /** Null if there is not even one slot. */
    public static @Nullable SlotsFit of(Points points, double latency) {
        double capacity = points.highestThroughput();
        long slots = Math.round(capacity * latency);
        if (slots < 1) {
            return null;
        }
        double[] predicted = Arrays.stream(points.concurrency())
                .map(load -> Math.min(load / latency, capacity))
                .toArray();
        return new SlotsFit((int) slots, capacity, latency, Goodness.of(points.throughput(), predicted));
    }
}
