package io.goodput.netty;

/**
 * Why a connection was closed, or an exchange ended before its answer was sent, as one table. Each is counted by its
 * name.
 */
public enum CloseReason {
    /** {@code Connection: close}, HTTP/1.0, or the last of a connection. */
    ANSWERED("the last answer was sent"),
    /** Between two requests. */
    CLIENT_CLOSED("the client closed its connection between requests"),
    /** While a request or its answer was on the way. */
    CLIENT_GONE("the client closed or broke its connection within a request"),
    /** No request for the idle time. */
    IDLE("the connection was idle for too long"),
    /** Idle while the listener drains. */
    DRAINED("the listener drains, and the connection was idle"),
    /** At the end of the drain time. */
    CUT("the drain time was over before the answer was"),
    /** Refused by the rules of heads or bodies; which one is counted by {@code HeadFault}. */
    MALFORMED("the request was refused by the rules of HTTP"),
    /** Not whole within its time. */
    HEAD_TIMEOUT("the head was not whole in time"),
    /** Larger than allowed, by its length or on the way. */
    BODY_TOO_LARGE("the body was too large"),
    /** Below the floor. */
    BODY_TOO_SLOW("the body came too slowly"),
    /** The client takes the answer below the floor. */
    READER_TOO_SLOW("the answer was taken too slowly"),
    /** Answered before the body's end, and the rest was too much to throw away. */
    BODY_UNREAD("the answer came before the end of a body that was too long to be thrown away"),
    /** More than the listener has places for. */
    TOO_MANY_CONNECTIONS("there were too many connections"),
    /** Refused certificate, no common version, or no TLS at all. */
    HANDSHAKE_FAILED("the handshake of TLS failed"),
    /** Not over within the time for a head. */
    HANDSHAKE_TIMEOUT("the handshake of TLS was not over in time"),
    /** None from a peer that must send one, or one that is none. */
    PROXY_HEADER("the header of the PROXY protocol was missing or malformed"),
    /** Given up by the handler. */
    RESET("the handler gave the exchange up"),
    /** It threw an exception, or broke the contract of the exchange. */
    HANDLER_FAILED("the handler failed"),
    /** Both sides of a tunnel have ended. */
    TUNNEL_ENDED("the tunnel was over"),
    /** Of the machine or the network. */
    IO_FAILED("reading or writing failed");

    private final String words;

    CloseReason(String words) {
        this.words = words;
    }

    /** In words for people. */
    public String words() {
        return words;
    }
}
