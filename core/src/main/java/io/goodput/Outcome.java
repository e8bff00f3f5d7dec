package io.goodput;

/**
 * How an attempt, or a whole call, ended.
 *
 * <p>Policies never mix these: a fast failure must not look like low latency, a request that we shed must not pollute
 * the latency of those that were served, and what the caller cancelled says nothing about the dependency.
 */
public enum Outcome {
    /** Answered, in time, without error. */
    SUCCESS,
    /** Failed in a way that may pass: the connection broke, the server was unavailable. */
    TRANSIENT_FAILURE,
    /** Refused by the other side because it has too much to do (429, 503 with Retry-After). */
    THROTTLED,
    /** No answer within the time allowed. The work may have been done all the same. */
    TIMEOUT,
    /** Failed in a way that will not pass: bad request, not found, a bug. */
    PERMANENT_FAILURE,
    /**
     * Failed in a way that may pass, and provably before the other side began to work on it: the connection was
     * refused, the server said that it had not looked at the request. To send it again does no harm, whatever it asks
     * for.
     */
    NOT_PROCESSED,
    /** Refused by us before it cost the dependency anything. */
    DROPPED,
    /** Given up by whoever asked for it. */
    CANCELLED;

    /**
     * What it counts as wherever it does not matter whether the work was done: {@link #NOT_PROCESSED} is a
     * {@link #TRANSIENT_FAILURE}, and all others are what they are.
     */
    public Outcome kind() {
        return this == NOT_PROCESSED ? TRANSIENT_FAILURE : this;
    }
}
