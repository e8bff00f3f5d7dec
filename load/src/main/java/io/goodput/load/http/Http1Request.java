package io.goodput.load.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.goodput.ContextHeaders;
import io.goodput.load.HttpTarget;
import io.goodput.load.HttpTarget.Header;
import io.netty.buffer.ByteBuf;
import java.util.List;

/** A request of HTTP/1.1 as bytes (RFC 9112). The remaining time is the last header. */
final class Http1Request extends PreparedRequest {
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(US_ASCII);
    private static final int MOST_DIGITS = 20;

    private final boolean head;
    private final byte[] before;
    private final byte[] after;

    Http1Request(HttpTarget target, List<Header> more, boolean tellsRemaining) {
        super(target, tellsRemaining);
        this.head = target.method().equals("HEAD");
        var text = new StringBuilder();
        text.append(target.method()).append(' ').append(target.pathAndQuery()).append(" HTTP/1.1\r\n");
        text.append("Host: ").append(target.authority());
        target.headers().forEach(header -> append(text, header.name(), header.value()));
        more.forEach(header -> append(text, header.name(), header.value()));
        if (target.body().length > 0 || expectsBody(target.method())) {
            append(text, "Content-Length", Integer.toString(target.body().length));
        }
        if (tellsRemaining) {
            append(text, ContextHeaders.REMAINING_MS, "");
        }
        this.before = text.toString().getBytes(ISO_8859_1);
        this.after = new byte[END_OF_HEAD.length + target.body().length];
        System.arraycopy(END_OF_HEAD, 0, after, 0, END_OF_HEAD.length);
        System.arraycopy(target.body(), 0, after, END_OF_HEAD.length, target.body().length);
    }

    private static void append(StringBuilder text, String name, String value) {
        text.append("\r\n").append(name).append(": ").append(value);
    }

    /** Servers ask for the length of a body that they expect, even of none (RFC 9110, 8.6). */
    private static boolean expectsBody(String method) {
        return method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
    }

    /** Whether its answer has no body, whatever the headers say. */
    boolean isHead() {
        return head;
    }

    /** How many bytes it is at most. */
    int size() {
        return before.length + MOST_DIGITS + after.length;
    }

    /** Head and body. */
    void writeTo(ByteBuf out, long remainingMillis) {
        out.writeBytes(before);
        if (tellsRemaining()) {
            out.writeCharSequence(Long.toString(remainingMillis), US_ASCII);
        }
        out.writeBytes(after);
    }
}
