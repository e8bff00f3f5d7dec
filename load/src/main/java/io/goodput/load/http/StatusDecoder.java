package io.goodput.load.http;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http2.EmptyHttp2Headers;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersDecoder;
import io.netty.handler.codec.http2.ReadOnlyHttp2Headers;
import io.netty.util.AsciiString;

/**
 * Reads the status of an answer and skips all its other fields. It may: the table of headers has no room, so that no
 * block needs what an earlier one has said (RFC 7541, 4.2), and the status comes first (RFC 9113, 8.3).
 */
final class StatusDecoder implements Http2HeadersDecoder, Http2HeadersDecoder.Configuration {
    private static final long LONGEST_HEAD = 256 * 1024;
    private static final int STATUSES = 1_000;

    /** Of the static table, from entry 8 on. */
    private static final int[] KNOWN = {200, 204, 206, 304, 400, 404, 500};

    private static final int FIRST_KNOWN = 8;
    private static final Http2Headers[] ANSWERS = new Http2Headers[STATUSES];

    static {
        for (int status = 100; status < STATUSES; status++) {
            ANSWERS[status] = ReadOnlyHttp2Headers.serverHeaders(false, AsciiString.of(Integer.toString(status)));
        }
    }

    /** The status in headers that were read here; 0 of trailers, which have none. */
    static int statusOf(Http2Headers headers) {
        CharSequence text = headers.status();
        return text == null ? 0 : Integer.parseInt(text, 0, text.length(), 10);
    }

    @Override
    public Http2Headers decodeHeaders(int stream, ByteBuf block) throws Http2Exception {
        try {
            int status = status(block);
            return status < 100 || status >= STATUSES ? EmptyHttp2Headers.INSTANCE : ANSWERS[status];
        } catch (IndexOutOfBoundsException ended) {
            throw Http2Exception.connectionError(Http2Error.COMPRESSION_ERROR, "a block that ends in a field");
        } finally {
            block.skipBytes(block.readableBytes());
        }
    }

    /** After changes of the table's size, which can only be to none. Of another field than a status 0. */
    private static int status(ByteBuf block) {
        int first = block.readUnsignedByte();
        while ((first & 0xe0) == 0x20) {
            first = block.readUnsignedByte();
        }
        if ((first & 0x80) != 0) {
            int entry = first & 0x7f;
            return isStatus(entry) ? KNOWN[entry - FIRST_KNOWN] : 0;
        }
        int name = (first & 0x40) != 0 ? first & 0x3f : first & 0x0f;
        return isStatus(name) ? literal(block) : 0;
    }

    private static boolean isStatus(int entry) {
        return entry >= FIRST_KNOWN && entry < FIRST_KNOWN + KNOWN.length;
    }

    private static int literal(ByteBuf block) {
        int prefix = block.readUnsignedByte();
        int length = prefix & 0x7f;
        int bits = 0;
        for (int i = 0; i < length && i < Integer.BYTES; i++) {
            bits = (bits << Byte.SIZE) | block.readUnsignedByte();
        }
        if ((prefix & 0x80) != 0) {
            return huffman(bits, length * Byte.SIZE);
        }
        return length == 3 ? 100 * ((bits >> 16) - '0') + 10 * (((bits >> 8) & 0xff) - '0') + (bits & 0xff) - '0' : 0;
    }

    /** Three digits (RFC 7541, appendix B): 0 to 2 are 0 to 2 in five bits, 3 to 9 are 25 to 31 in six. */
    private static int huffman(int bits, int length) {
        int number = 0;
        int left = Math.min(length, Integer.SIZE);
        for (int digit = 0; digit < 3; digit++) {
            int five = left < 5 ? Integer.MAX_VALUE : (bits >> (left - 5)) & 0x1f;
            if (five > 2 && left < 6) {
                return 0;
            }
            number = 10 * number + (five <= 2 ? five : ((bits >> (left - 6)) & 0x3f) - 22);
            left -= five <= 2 ? 5 : 6;
        }
        return number;
    }

    @Override
    public Configuration configuration() {
        return this;
    }

    @Override
    public void maxHeaderTableSize(long most) {}

    @Override
    public long maxHeaderTableSize() {
        return 0;
    }

    @Override
    public void maxHeaderListSize(long most, long goAway) {}

    @Override
    public long maxHeaderListSize() {
        return LONGEST_HEAD;
    }

    @Override
    public long maxHeaderListSizeGoAway() {
        return LONGEST_HEAD;
    }
}
