package io.goodput.http.head;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the heads of the requests of one connection of HTTP/1.x, one after the other, from bytes as they come. It takes
 * the bytes of the head and none of what follows. Not thread-safe.
 *
 * <pre>{@code
 * RequestVerdict verdict = decoder.decode(bytes);
 * switch (verdict) {
 *     case null -> readMore();
 *     case AcceptedRequest request -> serve(request);
 *     case HeadRefusal refusal -> answerAndClose(refusal.status(), refusal.reason());
 * }
 * }</pre>
 */
public final class RequestDecoder {
    private final HeadLimits limits;
    private final HeadLines lines;
    private final Fields.Builder fields = new Fields.Builder();
    private String @Nullable [] startLine;
    private HttpVersion version = HttpVersion.HTTP_1_1;
    private boolean forgiven;
    private @Nullable HeadRefusal refusal;

    /** At the beginning of a connection. */
    public RequestDecoder(HeadLimits limits) {
        this.limits = limits;
        this.lines = new HeadLines(limits.bytes());
    }

    /** Whether it stands between two heads: a connection that ends now ends well. */
    public boolean isIdle() {
        return lines.isEmpty() && !forgiven && refusal == null;
    }

    /**
     * Takes bytes up to the end of a head.
     *
     * @return null if it takes more of them; after a refusal, always that one
     */
    public @Nullable RequestVerdict decode(ByteBuffer in) {
        while (refusal == null && lines.next(in)) {
            HeadFault fault;
            if (startLine == null) {
                fault = first();
            } else if (lines.isAtEmptyLine()) {
                return judged(startLine);
            } else {
                fault = lines.takeField(fields, limits.fields());
            }
            refuse(fault);
        }
        if (refusal == null) {
            refuse(lines.fault() == HeadFault.TOO_LARGE && startLine == null ? tooLong() : lines.fault());
        }
        return refusal;
    }

    private void refuse(@Nullable HeadFault fault) {
        refusal = fault == null ? null : HeadRefusal.ofRequest(fault, HttpVersion.HTTP_1_1);
    }

    private HeadFault tooLong() {
        return lines.begun().indexOf(' ') < 0 ? HeadFault.LONG_METHOD : HeadFault.TARGET_LENGTH;
    }

    private RequestVerdict judged(String[] line) {
        var head = new RequestHead(line[0], line[1], version, fields.build());
        lines.reset();
        startLine = null;
        forgiven = false;
        RequestVerdict verdict = RequestRules.judge(head, limits);
        if (verdict instanceof HeadRefusal no) {
            refusal = no;
        }
        return verdict;
    }

    /** A request line, or the one empty line that some clients send after a body. */
    private @Nullable HeadFault first() {
        if (lines.isAtEmptyLine()) {
            lines.reset();
            boolean again = forgiven;
            forgiven = true;
            return again ? HeadFault.EMPTY_LINES : null;
        }
        String line = lines.take();
        int one = line.indexOf(' ');
        int two = line.indexOf(' ', one + 1);
        if (one < 1 || two <= one + 1 || line.indexOf(' ', two + 1) >= 0) {
            return HeadFault.START_LINE;
        }
        startLine = new String[] {line.substring(0, one), line.substring(one + 1, two)};
        return versionFault(line, two + 1);
    }

    private @Nullable HeadFault versionFault(String line, int from) {
        if (line.length() != from + "HTTP/1.1".length() || !line.startsWith("HTTP/", from)) {
            return HeadFault.VERSION_SYNTAX;
        }
        if (line.startsWith("1.", from + 5) && line.charAt(from + 7) <= '1' && line.charAt(from + 7) >= '0') {
            version = line.charAt(from + 7) == '1' ? HttpVersion.HTTP_1_1 : HttpVersion.HTTP_1_0;
            return null;
        }
        boolean wellFormed =
                isDigit(line.charAt(from + 5)) && line.charAt(from + 6) == '.' && isDigit(line.charAt(from + 7));
        return wellFormed ? HeadFault.VERSION : HeadFault.VERSION_SYNTAX;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
