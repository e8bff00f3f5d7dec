package io.goodput.http.forward;

import io.goodput.http.head.Asked;
import io.goodput.http.head.Fields;
import io.goodput.http.head.Framing;
import io.goodput.http.head.HeadBytes;
import io.goodput.http.head.HttpVersion;
import io.goodput.http.head.RequestHead;
import io.goodput.http.head.RequestTarget;
import java.nio.ByteBuffer;

/**
 * A request as it goes to its origin.
 *
 * @param head with the framing in it; its target is in origin form
 * @param target what the head asks for
 * @param framing of its body, which is written anew
 * @param protocol that it asks for in place of HTTP; empty for none
 */
public record ForwardedRequest(RequestHead head, RequestTarget target, Framing framing, String protocol) {
    /** What must be known of it to read its response. */
    public Asked asked() {
        return protocol.isEmpty() ? Asked.by(head.method()) : Asked.FOR_TUNNEL;
    }

    /** As bytes of HTTP/1.1, up to its body. */
    public ByteBuffer bytes() {
        if (head.version() != HttpVersion.HTTP_1_1) {
            throw new IllegalStateException("version: " + head.version() + " (expected: HTTP/1.1)");
        }
        return HeadBytes.of(head);
    }

    /**
     * As fields of HTTP/2, with the pseudo-header fields ahead of the others.
     *
     * @param scheme of the connection to the origin: {@code http} or {@code https}
     */
    public Fields fields(String scheme) {
        if (head.version() != HttpVersion.HTTP_2) {
            throw new IllegalStateException("version: " + head.version() + " (expected: HTTP/2)");
        }
        var all = new Fields.Builder();
        all.add(":method", protocol.isEmpty() ? head.method() : "CONNECT");
        if (!protocol.isEmpty()) {
            all.add(":protocol", protocol);
        }
        all.add(":scheme", scheme).add(":authority", target.authority()).add(":path", head.target());
        for (int i = 0; i < head.fields().size(); i++) {
            all.add(head.fields().name(i), head.fields().value(i));
        }
        return all.build();
    }
}
