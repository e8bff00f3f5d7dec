package io.goodput.http.head;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Heads that tests need accepted, of their text. */
public final class Decoded {
    private Decoded() {}

    /** A request, with the empty line behind it. */
    public static AcceptedRequest request(String text) {
        return next(new RequestDecoder(HeadLimits.STANDARD), bytes(text));
    }

    static AcceptedRequest next(RequestDecoder decoder, ByteBuffer in) {
        return (AcceptedRequest) Objects.requireNonNull(decoder.decode(in), "more is needed");
    }

    /** A response, with the empty line behind it. */
    public static AcceptedResponse response(String text, Asked asked) {
        return next(new ResponseDecoder(HeadLimits.STANDARD), bytes(text), asked);
    }

    static AcceptedResponse next(ResponseDecoder decoder, ByteBuffer in, Asked asked) {
        return (AcceptedResponse) Objects.requireNonNull(decoder.decode(in, asked), "more is needed");
    }

    static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
