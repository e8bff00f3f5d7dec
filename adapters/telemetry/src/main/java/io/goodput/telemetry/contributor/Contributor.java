package io.goodput.telemetry.contributor;

/**
 * One of those from whom most comes.
 *
 * @param key who or what it is
 * @param count of its units, at most {@code error} too many, and never too few
 * @param error by how much the count may be too high
 * @param failures of those units that were counted for certain; of the {@code error} others nothing is known
 * @param nanos that those took together
 */
public record Contributor(String key, long count, long error, long failures, long nanos) {
    /** What is certain. */
    public long atLeast() {
        return count - error;
    }
}
