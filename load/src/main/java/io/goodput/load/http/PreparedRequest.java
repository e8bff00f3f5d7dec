package io.goodput.load.http;

import io.goodput.ContextHeaders;
import io.goodput.load.HttpTarget;
import io.goodput.load.HttpTarget.Header;
import java.util.List;

/**
 * A request as bytes, made once and sent again and again. What changes from one to the next is the remaining time, if
 * it is told.
 */
public abstract sealed class PreparedRequest permits Http1Request, Http2Request {
    private final ServerAddress address;
    private final boolean tellsRemaining;

    PreparedRequest(HttpTarget target, boolean tellsRemaining) {
        this.address = ServerAddress.of(target);
        this.tellsRemaining = tellsRemaining;
    }

    /**
     * The request of a target.
     *
     * @param more headers after those of the target
     * @param tellsRemaining whether it carries {@value ContextHeaders#REMAINING_MS}
     */
    public static PreparedRequest of(
            HttpTarget target, List<Header> more, boolean tellsRemaining, WireProtocol protocol) {
        return switch (protocol) {
            case HTTP_1_1 -> new Http1Request(target, more, tellsRemaining);
            case HTTP_2 -> new Http2Request(target, more, tellsRemaining);
        };
    }

    ServerAddress address() {
        return address;
    }

    /** Whether the remaining time goes with it. */
    boolean tellsRemaining() {
        return tellsRemaining;
    }
}
