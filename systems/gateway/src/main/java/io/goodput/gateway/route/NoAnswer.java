package io.goodput.gateway.route;

import io.goodput.Outcome;
import io.goodput.Refusal;
import io.goodput.admission.Shed;
import io.goodput.guard.GuardedCall;
import io.goodput.http.RefusalHeader;
import io.goodput.netty.upstream.UpstreamFailure;
import org.jspecify.annotations.Nullable;

/**
 * What is said in place of an answer that there is not, as one table.
 *
 * @param status 404, 429, 502, 503 or 504
 * @param reason for people
 * @param refused what {@link RefusalHeader} says; empty if the request may have been processed
 */
public record NoAnswer(int status, String reason, String refused) {
    /** No route fits. */
    public static final NoAnswer NO_ROUTE = new NoAnswer(404, "no route fits this host, path, method and header", "");

    /** The guard's time was over before an answer began. */
    private static final NoAnswer TIMED_OUT =
            new NoAnswer(504, "the origin did not answer within the time of its route", "");

    private static final NoAnswer TOO_LATE =
            new NoAnswer(504, "the deadline of the request had passed before it could be sent", "");

    /**
     * The guard's call is over without an answer.
     *
     * @param last why its latest attempt failed; null if it did not, or none was made
     */
    public static NoAnswer of(GuardedCall ended, @Nullable UpstreamFailure last) {
        Refusal refusal = ended.refusal();
        if (last != null) {
            return of(last, ended.isUnprocessed());
        }
        if (ended.outcome() == Outcome.DROPPED && refusal != null) {
            return of(refusal, ended.isUnprocessed());
        }
        return TIMED_OUT;
    }

    /** Nobody began: admission has shed it. */
    public static NoAnswer of(Shed reason) {
        return switch (reason) {
            case EXPIRED, CANNOT_FINISH ->
                new NoAnswer(504, "there is not enough time left before the deadline", RefusalHeader.valueOf(reason));
            default -> new NoAnswer(503, "too much to do: " + words(reason), RefusalHeader.valueOf(reason));
        };
    }

    private static String words(Shed reason) {
        return switch (reason) {
            case FULL -> "as many requests as may wait do";
            case DISPLACED -> "what matters more took the place";
            case OVER_SHARE -> "this tenant has more waiting than any other";
            case WAITED_TOO_LONG -> "the request had waited for too long";
            case EXPIRED, CANNOT_FINISH -> "the deadline";
            case PING_FLOOD -> "more pings at a time than there may be";
        };
    }

    /**
     * The guard has said no before the first attempt, or before another one when none could begin.
     *
     * @param unprocessed whether no attempt may have been processed
     */
    private static NoAnswer of(Refusal refusal, boolean unprocessed) {
        String refused = unprocessed ? RefusalHeader.valueOf(refusal.reason()) : "";
        return switch (refusal.reason()) {
            case DEADLINE -> new NoAnswer(TOO_LATE.status, TOO_LATE.reason, refused);
            case RATE_LIMIT -> new NoAnswer(429, "the rate limit of this tenant is used up", refused);
            case CLIENT_THROTTLE -> new NoAnswer(503, "the origins refuse much, and a share is held back", refused);
            case NO_ENDPOINT -> new NoAnswer(503, "there is no origin to send it to", refused);
            case BREAKER -> new NoAnswer(503, "the breaker of the origin holds it back", refused);
            case CONCURRENCY_LIMIT -> new NoAnswer(503, "as many requests as may be are at the origins", refused);
            default -> new NoAnswer(503, "the guard of the route holds it back", refused);
        };
    }

    /**
     * The last attempt came to this.
     *
     * @param unprocessed whether no attempt may have been processed
     */
    private static NoAnswer of(UpstreamFailure failure, boolean unprocessed) {
        int status = switch (failure) {
            case FIRST_BYTE_TIMEOUT, IDLE_TIMEOUT -> 504;
            case POOL_FULL, POOL_WAIT, CLIENT_CLOSED -> 503;
            default -> 502;
        };
        return new NoAnswer(status, failure.words(), unprocessed ? "no-connection" : "");
    }
}
