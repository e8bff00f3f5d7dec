package io.goodput;

import io.goodput.bounds.Expected;
import io.goodput.bounds.Shown;

/**
 * What a setting may be: from one value to another, both included. Settings publish theirs as constants, so that
 * whoever reads them from a file or asks for them on a page need not repeat them:
 *
 * <pre>{@code
 * public static final Range<Duration> OPEN = new Range<>(Duration.ofMillis(1), Duration.ofDays(1));
 * …
 * OPEN.check("open", open); // open: 2d (expected: >= 1ms and <= 1d)
 * }</pre>
 *
 * @param least the lowest
 * @param most the highest
 * @param <T> durations, whole numbers, or decimal numbers, of which NaN lies in no range
 */
public record Range<T extends Comparable<T>>(T least, T most) {
    /** A share of a whole, from none of it to all. */
    public static final Range<Double> SHARE = new Range<>(0.0, 1.0);

    /** Refuses ends in the wrong order with an {@link IllegalArgumentException}. */
    public Range {
        if (!ordered(least, most)) {
            throw Expected.refused("most", most, ">= " + Shown.of(least));
        }
    }

    /** Whether the value lies in it. */
    public boolean has(T value) {
        return ordered(least, value) && ordered(value, most);
    }

    /**
     * Gives back a value that lies in it.
     *
     * @param name what the message calls the value
     * @throws IllegalArgumentException if it does not: {@code name: value (expected: >= least and <= most)}
     */
    public T check(String name, T value) {
        if (!has(value)) {
            throw Expected.refused(name, value, toString());
        }
        return value;
    }

    /** The same range from another lowest value on: what a setting may be that goes by another one. */
    public Range<T> from(T other) {
        return new Range<>(other, most);
    }

    /** The same range up to another highest value: what a setting may be that goes by another one. */
    public Range<T> to(T other) {
        return new Range<>(least, other);
    }

    /** As numbers, not in the order of doubles, which puts -0.0 before 0.0 and NaN after all. */
    private static <T extends Comparable<T>> boolean ordered(T lower, T higher) {
        if (lower instanceof Double low && higher instanceof Double high) {
            return low <= high;
        }
        return lower.compareTo(higher) <= 0;
    }

    /** As a message tells it: {@code >= 1ms and <= 1d}. */
    @Override
    public String toString() {
        return ">= " + Shown.of(least) + " and <= " + Shown.of(most);
    }
}
