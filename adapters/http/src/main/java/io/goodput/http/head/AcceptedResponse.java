package io.goodput.http.head;

import java.util.List;

/**
 * A response that can be understood in one way only.
 *
 * @param head as it came
 * @param framing of its body, with regard to the request that it answers
 * @param options what {@code Connection} names, in lower case, each once; at most 32
 */
public record AcceptedResponse(ResponseHead head, Framing framing, List<String> options) implements ResponseVerdict {
    /** Whether the origin leaves its connection open for another request (RFC 9112, 9.3). */
    public boolean isPersistent() {
        if (framing instanceof Framing.UntilClose || framing instanceof Framing.Tunnel) {
            return false;
        }
        return switch (head.version()) {
            case HTTP_1_0 -> options.contains("keep-alive") && !options.contains("close");
            case HTTP_1_1 -> !options.contains("close");
            case HTTP_2 -> true;
        };
    }
}
