package io.goodput.telemetry;

import io.goodput.Outcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A call of a dependency that went through no guard, as whoever made it tells it:
 *
 * <pre>{@code
 * work.called(DATABASE, ObservedCall.of(Outcome.SUCCESS, taken).operation("select").resource("db-1").bytes(2_000, 90));
 * }</pre>
 *
 * @param outcome how it ended
 * @param took how long it took
 * @param operation what was asked for; null where that is not told
 * @param resource where it was sent; null where that is not told
 * @param status what it was answered with; null where that is not told
 * @param error what it failed with; null if it did not
 * @param bytesIn what came back, -1 where that is not told
 * @param bytesOut what was sent, -1 where that is not told
 * @param depth how many were in the queue before it, -1 where that is not told
 * @param waited before it was sent
 */
public record ObservedCall(
        Outcome outcome,
        Duration took,
        @Nullable String operation,
        @Nullable String resource,
        @Nullable String status,
        @Nullable Throwable error,
        long bytesIn,
        long bytesOut,
        int depth,
        Duration waited) {
    /** One that ended so, after so long. */
    public static ObservedCall of(Outcome outcome, Duration took) {
        return new ObservedCall(outcome, took, null, null, null, null, -1, -1, -1, Duration.ZERO);
    }

    /** The same, of that operation. */
    public ObservedCall operation(String other) {
        return new ObservedCall(outcome, took, other, resource, status, error, bytesIn, bytesOut, depth, waited);
    }

    /** The same, sent there. */
    public ObservedCall resource(String other) {
        return new ObservedCall(outcome, took, operation, other, status, error, bytesIn, bytesOut, depth, waited);
    }

    /** The same, with that answer. */
    public ObservedCall status(String other) {
        return new ObservedCall(outcome, took, operation, resource, other, error, bytesIn, bytesOut, depth, waited);
    }

    /** The same, failed by that. */
    public ObservedCall error(Throwable other) {
        return new ObservedCall(outcome, took, operation, resource, status, other, bytesIn, bytesOut, depth, waited);
    }

    /** The same, with so many bytes that came back, and so many that were sent. */
    public ObservedCall bytes(long in, long out) {
        return new ObservedCall(outcome, took, operation, resource, status, error, in, out, depth, waited);
    }

    /** The same, after it waited for so long, behind so many. */
    public ObservedCall queued(Duration time, int behind) {
        return new ObservedCall(outcome, took, operation, resource, status, error, bytesIn, bytesOut, behind, time);
    }
}
