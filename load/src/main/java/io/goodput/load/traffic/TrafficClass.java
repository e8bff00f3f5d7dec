package io.goodput.load.traffic;

import io.goodput.ContextHeaders;
import io.goodput.Criticality;
import io.goodput.Range;
import io.goodput.load.HttpTarget.Header;
import io.goodput.load.text.PerSecond;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Requests of one kind.
 *
 * @param name for reports: letters, digits and dashes
 * @param rate a second; 0.1/s to 1,000,000/s. A closed load takes it for the share of the class
 * @param deadline after which an answer is of no use, from the instant when the request was due; null for none. What is
 *     left of it goes with each request, as {@value ContextHeaders#REMAINING_MS}
 * @param criticality goes with each request, as {@value ContextHeaders#CRITICALITY}; null for none
 * @param targets 1 to 100, each with its weight
 */
public record TrafficClass(
        String name,
        double rate,
        @Nullable Duration deadline,
        @Nullable Criticality criticality,
        List<WeightedTarget> targets) {
    /** Requests a second. */
    public static final Range<Double> RATE = new Range<>(0.1, 1e6);

    /** From the instant when a request was due. */
    public static final Range<Duration> DEADLINE = new Range<>(Duration.ofMillis(1), Duration.ofHours(1));

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,40}");
    private static final Range<Integer> CLASSES = new Range<>(1, 100);
    private static final Range<Integer> TARGETS = new Range<>(1, 100);

    /** Refuses what is out of bounds. */
    public TrafficClass {
        targets = List.copyOf(targets);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("class: " + name + " (expected: letters, digits and dashes)");
        }
        PerSecond.check("rate", rate, RATE);
        if (deadline != null) {
            DEADLINE.check("deadline", deadline);
        }
        TARGETS.check("targets", targets.size());
    }

    /** Refuses no classes, too many, and two of one name. */
    static void refuse(List<TrafficClass> classes) {
        CLASSES.check("classes", classes.size());
        Set<String> names = new HashSet<>();
        for (TrafficClass each : classes) {
            if (!names.add(each.name)) {
                throw new IllegalArgumentException("class: " + each.name + " stands twice (expected: each name once)");
            }
        }
    }

    /** Headers that all its requests have. */
    public List<Header> headers() {
        return criticality == null
                ? List.of()
                : List.of(new Header(
                        ContextHeaders.CRITICALITY,
                        criticality.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    /** Nanoseconds; {@link Long#MAX_VALUE} without a deadline. */
    public long deadlineNanos() {
        return deadline == null ? Long.MAX_VALUE : deadline.toNanos();
    }
}
