package io.goodput.admission;

/** What happens to requests before they are served, and to the queue they wait in. Times are nanoseconds. */
public sealed interface AdmissionEvent {
    /** When it happened, on the ticker of whoever admits. */
    long at();

    /**
     * A request has a slot.
     *
     * @param waited for how long it waited for that; 0 if it was served at once
     */
    record Admitted(AdmissionRequest request, long waited, long at) implements AdmissionEvent {}

    /**
     * A request waits.
     *
     * @param until when it will have waited for too long; {@link Long#MAX_VALUE} for never
     */
    record Queued(AdmissionRequest request, long until, long at) implements AdmissionEvent {}

    /**
     * A request is not served.
     *
     * @param waited for how long it waited before; 0 if it was shed at once
     */
    record LoadShed(AdmissionRequest request, Shed reason, long waited, long at) implements AdmissionEvent {}

    /** A request was given up by whoever made it, while it waited. */
    record GivenUp(AdmissionRequest request, long waited, long at) implements AdmissionEvent {}

    /** Something, pings apart, has been waiting without a break for the interval of the {@link Discipline}. */
    record OverloadBegan(long at) implements AdmissionEvent {}

    /** Nothing waits any more. */
    record OverloadEnded(long at) implements AdmissionEvent {}
}
