package io.goodput.limit;

/** When a {@link RateLimit} gives what was asked for, if no one else takes it. */
public sealed interface Availability {
    /**
     * After a time.
     *
     * @param nanos 0 for now
     */
    record After(long nanos) implements Availability {}

    /** It is more than a burst, and will never be given. */
    record Never() implements Availability {}
}
