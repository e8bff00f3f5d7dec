package io.goodput.http.forward;

import io.goodput.http.head.Fields;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultContentLengthStrategy;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.impl.io.ContentLengthInputStream;
import org.apache.hc.core5.http.impl.io.DefaultHttpRequestParser;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;
import org.jspecify.annotations.Nullable;

/** Reads requests as Apache HttpComponents does, one after the other: an origin that is not ours. */
final class SecondParser {
    private static final Http1Config ROOM =
            Http1Config.custom().setMaxHeaderCount(200).build();

    private final InputStream in;
    private final int all;
    private final SessionInputBufferImpl buffer = new SessionInputBufferImpl(32 * 1024);

    SecondParser(byte[] bytes) {
        this.in = new ByteArrayInputStream(bytes);
        this.all = bytes.length;
    }

    /** A request with all of its body. */
    record Parsed(String method, String target, Fields fields, String body, Fields trailers, int end) {}

    /** The next; null if it is none. */
    @Nullable Parsed next() {
        try {
            ClassicHttpRequest request = new DefaultHttpRequestParser(ROOM).parse(buffer, in);
            return request == null ? null : whole(request);
        } catch (HttpException | IllegalArgumentException _) {
            return null;
        } catch (IOException _) {
            return null;
        }
    }

    private @Nullable Parsed whole(ClassicHttpRequest request) throws HttpException, IOException {
        long length = DefaultContentLengthStrategy.INSTANCE.determineLength(request);
        String body = "";
        Fields trailers = Fields.NONE;
        if (length == ContentLengthStrategy.CHUNKED) {
            var chunks = new ChunkedInputStream(buffer, in, ROOM);
            body = text(chunks);
            trailers = fields(chunks.getFooters());
        } else if (length >= 0) {
            body = text(new ContentLengthInputStream(buffer, in, length));
        }
        return new Parsed(
                request.getMethod(), request.getRequestUri(), fields(request.getHeaders()), body, trailers, end());
    }

    private static String text(InputStream body) throws IOException {
        return new String(body.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    private int end() {
        try {
            return all - in.available() - buffer.length();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Fields fields(Header... headers) {
        var fields = new Fields.Builder();
        for (Header header : headers) {
            fields.add(header.getName(), header.getValue() == null ? "" : header.getValue());
        }
        return fields.build();
    }
}
