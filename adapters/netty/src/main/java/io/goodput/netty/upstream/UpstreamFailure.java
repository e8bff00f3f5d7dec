package io.goodput.netty.upstream;

import io.goodput.Outcome;

/**
 * Why there is no whole answer, as one table, with what that means to a guard. {@link Outcome#NOT_PROCESSED} is what is
 * proven: not a byte of the request was written. Once one was, a reset proves nothing.
 */
public enum UpstreamFailure {
    /** As many connections as there may be, and nobody may wait, or no more may. */
    POOL_FULL(Outcome.NOT_PROCESSED, "all connections to the origin are in use"),
    /** In vain for as long as one may. */
    POOL_WAIT(Outcome.NOT_PROCESSED, "no connection to the origin came free in time"),
    /** Refused, or not to be reached. */
    CONNECT_FAILED(Outcome.NOT_PROCESSED, "no connection to the origin could be made"),
    /** Neither refused nor made. */
    CONNECT_TIMEOUT(Outcome.NOT_PROCESSED, "the origin took no connection in time"),
    /** An untrusted certificate, another name, no common version. */
    TLS_FAILED(Outcome.NOT_PROCESSED, "the handshake of TLS with the origin failed"),
    /** The connection stood, the handshake did not end. */
    TLS_TIMEOUT(Outcome.NOT_PROCESSED, "the handshake of TLS with the origin was not over in time"),
    /** A kept connection that turned out to be closed before anything was written. */
    CLOSED_UNUSED(Outcome.NOT_PROCESSED, "the origin had closed the connection before the request was written"),
    /** Closed or broken after something was written: the request may have been processed. */
    CLOSED_UNANSWERED(Outcome.TRANSIENT_FAILURE, "the origin closed the connection without an answer"),
    /** In the middle of a head or a body. */
    CLOSED_EARLY(Outcome.TRANSIENT_FAILURE, "the origin closed the connection within its answer"),
    /** No HTTP, or HTTP that can be read in two ways. */
    MALFORMED(Outcome.TRANSIENT_FAILURE, "the origin's answer was refused by the rules of HTTP"),
    /** More interim answers than anybody needs. */
    TOO_MANY_INTERIM(Outcome.TRANSIENT_FAILURE, "the origin sent interim answers without end"),
    /** No head of a final answer. */
    FIRST_BYTE_TIMEOUT(Outcome.TIMEOUT, "the origin did not begin to answer in time"),
    /** It neither sent what was asked for nor took what was written. */
    IDLE_TIMEOUT(Outcome.TIMEOUT, "the origin stood still within the exchange for too long"),
    /** The client has been closed. */
    CLIENT_CLOSED(Outcome.CANCELLED, "the client of the origin was closed");

    private final Outcome outcome;
    private final String words;

    UpstreamFailure(Outcome outcome, String words) {
        this.outcome = outcome;
        this.words = words;
    }

    /** What it means to a guard. */
    public Outcome outcome() {
        return outcome;
    }

    /** In words for people, with nothing in them that the origin wrote. */
    public String words() {
        return words;
    }
}
