package io.goodput.http.body;

import io.goodput.http.head.Fields;
import io.goodput.http.head.HeadBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes what stands around the data of a chunked body. No extensions. */
public final class ChunkedEncoder {
    private static final byte[] LAST = "0\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\r\n".getBytes(StandardCharsets.US_ASCII);

    private ChunkedEncoder() {}

    /**
     * What stands before the data of a chunk.
     *
     * @param length of the data; at least 1, as an empty chunk would end the body
     */
    public static ByteBuffer before(int length) {
        if (length < 1) {
            throw new IllegalArgumentException("length: " + length + " (expected: >= 1)");
        }
        return ByteBuffer.wrap((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** What stands after the data of a chunk. */
    public static ByteBuffer after() {
        return ByteBuffer.wrap(END).asReadOnlyBuffer();
    }

    /** The last chunk, and the trailers of those given that may pass. */
    public static ByteBuffer end(Fields trailers) {
        ByteBuffer fields = HeadBytes.of(Trailers.passing(trailers));
        return ByteBuffer.allocate(LAST.length + fields.remaining())
                .put(LAST)
                .put(fields)
                .flip();
    }
}
