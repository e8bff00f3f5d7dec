package io.goodput.admission;

import io.goodput.bounds.Shown;
import java.time.Duration;

/**
 * What happens to requests before they are served, and to the queue they wait in; the text of an event is a line for a
 * log. Times are nanoseconds.
 */
public sealed interface AdmissionEvent {
    /** When it happened, on the ticker of whoever admits. */
    long at();

    /**
     * A request has a slot.
     *
     * @param waited for how long it waited for that; 0 if it was served at once
     */
    record Admitted(AdmissionRequest request, long waited, long at) implements AdmissionEvent {
        @Override
        public String toString() {
            return Shown.line(whose(request) + "admitted after " + time(waited));
        }
    }

    /**
     * A request waits.
     *
     * @param until when it will have waited for too long; {@link Long#MAX_VALUE} for never
     */
    record Queued(AdmissionRequest request, long until, long at) implements AdmissionEvent {
        @Override
        public String toString() {
            return Shown.line(
                    whose(request) + "waits" + (until == Long.MAX_VALUE ? "" : " for at most " + time(until - at)));
        }
    }

    /**
     * A request is not served.
     *
     * @param waited for how long it waited before; 0 if it was shed at once
     */
    record LoadShed(AdmissionRequest request, Shed reason, long waited, long at) implements AdmissionEvent {
        @Override
        public String toString() {
            return Shown.line(whose(request) + "shed after " + time(waited) + ": " + reason);
        }
    }

    /** A request was given up by whoever made it, while it waited. */
    record GivenUp(AdmissionRequest request, long waited, long at) implements AdmissionEvent {
        @Override
        public String toString() {
            return Shown.line(whose(request) + "given up after " + time(waited));
        }
    }

    /** Something, pings apart, has been waiting without a break for the interval of the {@link Discipline}. */
    record OverloadBegan(long at) implements AdmissionEvent {
        @Override
        public String toString() {
            return Shown.line("overload");
        }
    }

    /** Nothing waits any more. */
    record OverloadEnded(long at) implements AdmissionEvent {
        @Override
        public String toString() {
            return Shown.line("no overload any more");
        }
    }

    private static String whose(AdmissionRequest request) {
        return request.priority() + " of " + request.payer() + " ";
    }

    private static String time(long nanos) {
        return Shown.rounded(Duration.ofNanos(nanos));
    }
}
