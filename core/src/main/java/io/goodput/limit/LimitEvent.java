package io.goodput.limit;

/** What a {@link ConcurrencyLimit} tells of itself: it has learnt another limit. */
public sealed interface LimitEvent {
    /** The limit before. */
    int from();

    /** The limit from now on. */
    int to();

    /** Calls in flight then. */
    int inFlight();

    /** When, in nanoseconds of the ticker. */
    long at();

    /** More may be in flight. */
    record Raised(int from, int to, int inFlight, long at) implements LimitEvent {}

    /** Less may be in flight. */
    record Lowered(int from, int to, int inFlight, long at) implements LimitEvent {}
}
