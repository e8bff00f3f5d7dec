package io.goodput.http.head;

import java.util.List;

/**
 * A request that can be understood in one way only.
 *
 * @param head as it came
 * @param target taken apart, its path normal
 * @param framing of its body
 * @param options what {@code Connection} names, in lower case, each once; at most 32
 * @param expectsContinue whether the client waits for a 100 before it sends the body
 * @param upgrade what the client would rather speak, in lower case, such as {@code websocket}; empty if nothing
 */
public record AcceptedRequest(
        RequestHead head,
        RequestTarget target,
        Framing framing,
        List<String> options,
        boolean expectsContinue,
        String upgrade)
        implements RequestVerdict {
    /** Whether the client means to send another request on its connection (RFC 9112, 9.3). */
    public boolean isPersistent() {
        return switch (head.version()) {
            case HTTP_1_0 -> options.contains("keep-alive") && !options.contains("close");
            case HTTP_1_1 -> !options.contains("close");
            case HTTP_2 -> true;
        };
    }
}
