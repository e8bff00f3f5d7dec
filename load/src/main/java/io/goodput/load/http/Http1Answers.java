package io.goodput.load.http;

import java.util.Arrays;

/**
 * Finds where the answers of a connection end (RFC 9112), one after the other, in bytes that come in pieces of any
 * size. Keeps the status and the length of the body, and nothing else. Does no I/O.
 */
final class Http1Answers {
    /** Of one line, and of all lines of a head. */
    static final int LONGEST_HEAD = 256 * 1024;

    private static final long UNTIL_CLOSE = -1;

    private Place place = Place.STATUS_LINE;
    private boolean head;
    private int status;
    private boolean keepsAlive;
    private boolean chunked;
    private boolean hasLength;
    private long length;
    private long left;
    private long bodyBytes;
    private int headBytes;
    private byte[] line = new byte[256];
    private int lineLength;

    /** Where in an answer the next byte belongs. */
    private enum Place {
        STATUS_LINE,
        HEADER,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        TRAILER,
        COMPLETE
    }

    /** Begins with the next answer; one to a HEAD has no body. */
    void expect(boolean toHead) {
        head = toHead;
        place = Place.STATUS_LINE;
        headBytes = 0;
        lineLength = 0;
        bodyBytes = 0;
        beginHead();
    }

    private void beginHead() {
        status = 0;
        keepsAlive = true;
        chunked = false;
        hasLength = false;
        length = 0;
    }

    /**
     * Takes bytes up to the end of the answer.
     *
     * @return where it stopped: at {@code to}, unless the answer ended before
     */
    int take(byte[] data, int from, int to) throws MalformedAnswerException {
        int at = from;
        while (at < to && place != Place.COMPLETE) {
            at = switch (place) {
                case BODY, CHUNK -> takeBody(at, to);
                default -> takeLine(data, at, to);
            };
        }
        return at;
    }

    /** How many of the next bytes are body, and need not be looked at. */
    long skippable() {
        return place == Place.BODY && left == UNTIL_CLOSE
                ? Long.MAX_VALUE
                : place == Place.BODY || place == Place.CHUNK ? left : 0;
    }

    /** Takes so many bytes of body unseen, at most {@link #skippable}. */
    void skip(int bytes) {
        takeBody(0, bytes);
    }

    private int takeBody(int at, int to) {
        if (left == UNTIL_CLOSE) {
            bodyBytes += to - at;
            return to;
        }
        int taken = (int) Math.min(left, to - at);
        bodyBytes += taken;
        left -= taken;
        if (left == 0) {
            place = place == Place.CHUNK ? Place.CHUNK_END : Place.COMPLETE;
        }
        return at + taken;
    }

    private int takeLine(byte[] data, int from, int to) throws MalformedAnswerException {
        int end = from;
        while (end < to && data[end] != '\n') {
            end++;
        }
        headBytes += end - from;
        if (headBytes > LONGEST_HEAD) {
            throw new MalformedAnswerException("a head of more than " + LONGEST_HEAD + " bytes");
        }
        if (end == to || lineLength > 0) {
            keep(data, from, end);
        }
        if (end == to) {
            return to;
        }
        if (lineLength > 0) {
            int kept = lineLength;
            lineLength = 0;
            line(line, 0, kept);
        } else {
            line(data, from, end);
        }
        return end + 1;
    }

    private void keep(byte[] data, int from, int end) {
        int all = lineLength + end - from;
        if (all > line.length) {
            line = Arrays.copyOf(line, Math.max(all, 2 * line.length));
        }
        System.arraycopy(data, from, line, lineLength, end - from);
        lineLength = all;
    }

    /** A line without its end; a carriage return before that belongs to it. */
    private void line(byte[] data, int from, int to) throws MalformedAnswerException {
        int end = to > from && data[to - 1] == '\r' ? to - 1 : to;
        switch (place) {
            case STATUS_LINE -> statusLine(data, from, end);
            case HEADER -> {
                if (end == from) {
                    endOfHead();
                } else {
                    header(data, from, end);
                }
            }
            case CHUNK_SIZE -> chunkSize(data, from, end);
            case CHUNK_END -> {
                if (end != from) {
                    throw new MalformedAnswerException("a chunk that goes on after its end");
                }
                headBytes = 0;
                place = Place.CHUNK_SIZE;
            }
            case TRAILER -> place = end == from ? Place.COMPLETE : Place.TRAILER;
            default -> throw new IllegalStateException(place.name());
        }
    }

    private void statusLine(byte[] data, int from, int to) throws MalformedAnswerException {
        boolean isHttp1 = to - from >= 12
                && Ascii.startsWith(data, from, "HTTP/1.")
                && (data[from + 7] == '0' || data[from + 7] == '1')
                && data[from + 8] == ' '
                && (to - from == 12 || data[from + 12] == ' ');
        int code = isHttp1 ? (int) Ascii.number(data, from + 9, from + 12, 10) : -1;
        if (code < 100) {
            throw new MalformedAnswerException("a status line that is none");
        }
        keepsAlive = data[from + 7] == '1';
        status = code;
        place = Place.HEADER;
    }

    private void header(byte[] data, int from, int to) throws MalformedAnswerException {
        int colon = from;
        while (colon < to && data[colon] != ':') {
            colon++;
        }
        if (colon == to || colon == from) {
            throw new MalformedAnswerException("a header without a name or a colon");
        }
        switch (colon - from) {
            case 10 -> {
                if (Ascii.equalsIgnoreCase(data, from, colon, "connection")) {
                    connection(data, colon + 1, to);
                }
            }
            case 14 -> {
                if (Ascii.equalsIgnoreCase(data, from, colon, "content-length")) {
                    contentLength(data, colon + 1, to);
                }
            }
            case 17 -> {
                if (Ascii.equalsIgnoreCase(data, from, colon, "transfer-encoding")) {
                    transferEncoding(data, colon + 1, to);
                }
            }
            default -> {}
        }
    }

    private void connection(byte[] data, int from, int to) {
        String value = Ascii.lowerCase(data, from, to);
        if (value.contains("close")) {
            keepsAlive = false;
        } else if (value.contains("keep-alive")) {
            keepsAlive = true;
        }
    }

    private void contentLength(byte[] data, int from, int to) throws MalformedAnswerException {
        int start = Ascii.afterBlanks(data, from, to);
        int end = Ascii.beforeBlanks(data, start, to);
        long value = Ascii.number(data, start, end, 10);
        if (value < 0 || (hasLength && value != length)) {
            throw new MalformedAnswerException("a Content-Length that is none, or two of them");
        }
        hasLength = true;
        length = value;
    }

    private void transferEncoding(byte[] data, int from, int to) throws MalformedAnswerException {
        if (chunked || !Ascii.lowerCase(data, from, to).equals("chunked")) {
            throw new MalformedAnswerException("a Transfer-Encoding other than chunked");
        }
        chunked = true;
    }

    /** Which body follows (RFC 9112, 6.3); an interim answer has none, and is not the one that is waited for. */
    private void endOfHead() throws MalformedAnswerException {
        headBytes = 0;
        if (status == 101) {
            throw new MalformedAnswerException("another protocol, for which nobody asked");
        }
        if (status < 200) {
            beginHead();
            place = Place.STATUS_LINE;
        } else if (head || status == 204 || status == 304) {
            place = Place.COMPLETE;
        } else if (chunked) {
            place = Place.CHUNK_SIZE;
        } else if (hasLength) {
            left = length;
            place = length == 0 ? Place.COMPLETE : Place.BODY;
        } else {
            left = UNTIL_CLOSE;
            keepsAlive = false;
            place = Place.BODY;
        }
    }

    private void chunkSize(byte[] data, int from, int to) throws MalformedAnswerException {
        int end = from;
        while (end < to && data[end] != ';' && data[end] != ' ' && data[end] != '\t') {
            end++;
        }
        left = Ascii.number(data, from, end, 16);
        if (left < 0) {
            throw new MalformedAnswerException("a chunk whose size is none");
        }
        headBytes = 0;
        place = left == 0 ? Place.TRAILER : Place.CHUNK;
    }

    /** True at the end of an answer, until the next one is {@linkplain #expect expected}. */
    boolean isComplete() {
        return place == Place.COMPLETE;
    }

    /** True if the connection's end is the end of the answer. */
    boolean endsWithConnection() {
        return place == Place.BODY && left == UNTIL_CLOSE;
    }

    /** Of the last answer whose head has come; 0 before that. */
    int status() {
        return status;
    }

    /** Bytes of the body so far, without what frames it. */
    long bodyBytes() {
        return bodyBytes;
    }

    /** Whether the connection may be used again. */
    boolean keepsAlive() {
        return keepsAlive;
    }
}
