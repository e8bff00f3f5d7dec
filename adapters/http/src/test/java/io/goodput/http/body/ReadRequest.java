package io.goodput.http.body;

import io.goodput.http.head.AcceptedRequest;
import io.goodput.http.head.Fields;
import io.goodput.http.head.Framing;
import io.goodput.http.head.HeadFault;
import io.goodput.http.head.HeadLimits;
import io.goodput.http.head.HeadRefusal;
import io.goodput.http.head.RequestDecoder;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One request as our decoders read it.
 *
 * @param request null if its head was refused, or is not whole
 * @param fault null if nothing is wrong with it
 * @param body as far as it came, one character for each byte
 * @param trailers all of them
 * @param whole whether it came to its end
 * @param taken how many bytes of those given belong to it
 */
public record ReadRequest(
        @Nullable AcceptedRequest request,
        @Nullable HeadFault fault,
        String body,
        Fields trailers,
        boolean whole,
        int taken) {
    /** From bytes that come so many at once. */
    public static ReadRequest of(byte[] bytes, int atOnce) {
        return new Reader(bytes, atOnce, HeadLimits.STANDARD).read();
    }

    /** As a server with other limits reads it. */
    public static ReadRequest of(byte[] bytes, HeadLimits limits) {
        return new Reader(bytes, Integer.MAX_VALUE, limits).read();
    }

    /** What it is answered with, by its framing alone. */
    public int status() {
        return fault == null ? 200 : fault.status();
    }

    private static final class Reader {
        private final byte[] bytes;
        private final int atOnce;
        private final HeadLimits limits;
        private int position;

        Reader(byte[] bytes, int atOnce, HeadLimits limits) {
            this.bytes = bytes;
            this.atOnce = atOnce;
            this.limits = limits;
        }

        private ByteBuffer some() {
            return ByteBuffer.wrap(bytes, position, Math.min(atOnce, bytes.length - position));
        }

        ReadRequest read() {
            var decoder = new RequestDecoder(limits);
            while (position < bytes.length) {
                ByteBuffer in = some();
                var verdict = decoder.decode(in);
                position = in.position();
                switch (verdict) {
                    case null -> {}
                    case HeadRefusal no -> {
                        return new ReadRequest(null, no.fault(), "", Fields.NONE, false, position);
                    }
                    case AcceptedRequest request -> {
                        return body(request);
                    }
                }
            }
            return new ReadRequest(null, null, "", Fields.NONE, false, position);
        }

        private ReadRequest body(AcceptedRequest request) {
            return switch (request.framing()) {
                case Framing.Chunked _ -> chunked(request);
                case Framing.Length(long length) -> {
                    int there = (int) Math.min(length, bytes.length - position);
                    String body = new String(bytes, position, there, StandardCharsets.ISO_8859_1);
                    yield new ReadRequest(request, null, body, Fields.NONE, there == length, position + there);
                }
                default -> new ReadRequest(request, null, "", Fields.NONE, true, position);
            };
        }

        private ReadRequest chunked(AcceptedRequest request) {
            var decoder = new ChunkedDecoder(limits);
            var body = new ByteArrayOutputStream();
            while (true) {
                ByteBuffer in = some();
                var piece = decoder.next(in);
                position = in.position();
                switch (piece) {
                    case DATA -> {
                        byte[] data = new byte[decoder.data().remaining()];
                        decoder.data().get(data);
                        body.writeBytes(data);
                    }
                    case END -> {
                        return new ReadRequest(
                                request,
                                null,
                                body.toString(StandardCharsets.ISO_8859_1),
                                decoder.trailers(),
                                true,
                                position);
                    }
                    case FAULT -> {
                        HeadFault fault = Objects.requireNonNull(decoder.fault());
                        return new ReadRequest(
                                request,
                                fault,
                                body.toString(StandardCharsets.ISO_8859_1),
                                Fields.NONE,
                                false,
                                position);
                    }
                    case MORE -> {
                        if (position == bytes.length) {
                            return new ReadRequest(
                                    request,
                                    null,
                                    body.toString(StandardCharsets.ISO_8859_1),
                                    Fields.NONE,
                                    false,
                                    position);
                        }
                    }
                }
            }
        }
    }
}
