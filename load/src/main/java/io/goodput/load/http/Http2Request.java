package io.goodput.load.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.goodput.ContextHeaders;
import io.goodput.load.HttpTarget;
import io.goodput.load.HttpTarget.Header;
import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;

/**
 * A request of HTTP/2: its header block, in a form of HPACK that needs no state (RFC 7541: fields of the static table,
 * and literals that are not indexed), and its body. The remaining time is the last field.
 */
final class Http2Request extends PreparedRequest {
    private static final int AUTHORITY = 1;
    private static final int METHOD = 2;
    private static final int PATH = 4;
    private static final int SCHEME = 6;
    private static final int NEW_NAME = 0;
    private static final int MOST_DIGITS = 20;

    private final byte[] block;
    private final byte[] body;

    Http2Request(HttpTarget target, List<Header> more, boolean tellsRemaining) {
        super(target, tellsRemaining);
        this.body = target.body();
        var out = new ByteArrayOutputStream();
        field(out, METHOD, target.method());
        field(out, SCHEME, target.isTls() ? "https" : "http");
        field(out, PATH, target.pathAndQuery());
        field(out, AUTHORITY, target.authority());
        target.headers().forEach(header -> field(out, header.name(), header.value()));
        more.forEach(header -> field(out, header.name(), header.value()));
        if (body.length > 0) {
            field(out, "content-length", Integer.toString(body.length));
        }
        if (tellsRemaining) {
            out.write(NEW_NAME);
            string(out, ContextHeaders.REMAINING_MS);
        }
        this.block = out.toByteArray();
    }

    private static void field(ByteArrayOutputStream out, int name, String value) {
        out.write(name);
        string(out, value);
    }

    private static void field(ByteArrayOutputStream out, String name, String value) {
        out.write(NEW_NAME);
        string(out, name.toLowerCase(Locale.ROOT));
        string(out, value);
    }

    /** Its length with a prefix of seven bits (RFC 7541, 5.1), no Huffman code, and the text. */
    private static void string(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        int rest = bytes.length;
        if (rest < 0x7f) {
            out.write(rest);
        } else {
            out.write(0x7f);
            for (rest -= 0x7f; rest >= 0x80; rest >>= 7) {
                out.write((rest & 0x7f) | 0x80);
            }
            out.write(rest);
        }
        out.writeBytes(bytes);
    }

    /** How many bytes the header block is at most. */
    int blockSize() {
        return block.length + MOST_DIGITS + 1;
    }

    void writeBlockTo(ByteBuf out, long remainingMillis) {
        out.writeBytes(block);
        if (tellsRemaining()) {
            String digits = Long.toString(remainingMillis);
            out.writeByte(digits.length());
            out.writeCharSequence(digits, US_ASCII);
        }
    }

    /** Empty for none. */
    byte[] body() {
        return body;
    }
}
