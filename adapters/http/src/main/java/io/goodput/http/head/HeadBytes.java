package io.goodput.http.head;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Writes heads as HTTP/1.1 has them. It writes what it is given and no framing of its own.
 *
 * @see RequestRules for what may be given: another head than an accepted one is a mistake
 */
public final class HeadBytes {
    private static final String END = "\r\n";

    private HeadBytes() {}

    /** The head of a request with the empty line behind it; always as HTTP/1.1. */
    public static ByteBuffer of(RequestHead head) {
        var text = new StringBuilder(256);
        text.append(head.method())
                .append(' ')
                .append(head.target())
                .append(" HTTP/1.1")
                .append(END);
        return bytes(text, head.fields());
    }

    /** The head of a response with the empty line behind it; always as HTTP/1.1. */
    public static ByteBuffer of(ResponseHead head) {
        var text = new StringBuilder(256);
        text.append("HTTP/1.1 ")
                .append(head.status())
                .append(' ')
                .append(head.reason())
                .append(END);
        return bytes(text, head.fields());
    }

    /** Fields with the empty line behind them, as after a last chunk. */
    public static ByteBuffer of(Fields fields) {
        return bytes(new StringBuilder(64), fields);
    }

    private static ByteBuffer bytes(StringBuilder text, Fields fields) {
        for (int i = 0; i < fields.size(); i++) {
            text.append(fields.name(i)).append(": ").append(fields.value(i)).append(END);
        }
        text.append(END);
        return ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.ISO_8859_1));
    }
}
