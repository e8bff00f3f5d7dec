package io.goodput.http.head;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the heads of the responses of one connection to an origin of HTTP/1.x, from bytes as they come: interim ones,
 * and then the one that counts. It takes the bytes of the head and none of what follows. Not thread-safe.
 */
public final class ResponseDecoder {
    private final HeadLimits limits;
    private final HeadLines lines;
    private final Fields.Builder fields = new Fields.Builder();
    private boolean begun;
    private HttpVersion version = HttpVersion.HTTP_1_1;
    private int status;
    private String reason = "";
    private @Nullable HeadRefusal refusal;

    /** At the beginning of a connection. */
    public ResponseDecoder(HeadLimits limits) {
        this.limits = limits;
        this.lines = new HeadLines(limits.bytes());
    }

    /** Whether not a byte of the next head has come. */
    public boolean isIdle() {
        return lines.isEmpty() && refusal == null;
    }

    /**
     * Takes bytes up to the end of a head.
     *
     * @param asked what the next response answers
     * @return null if it takes more of them; after a refusal, always that one
     */
    public @Nullable ResponseVerdict decode(ByteBuffer in, Asked asked) {
        while (refusal == null && lines.next(in)) {
            HeadFault fault;
            if (!begun) {
                fault = statusLine(lines.take());
                begun = true;
            } else if (lines.isAtEmptyLine()) {
                return judged(asked);
            } else {
                fault = lines.takeField(fields, limits.fields());
            }
            refuse(fault);
        }
        if (refusal == null) {
            refuse(lines.fault());
        }
        return refusal;
    }

    private void refuse(@Nullable HeadFault fault) {
        refusal = fault == null ? null : HeadRefusal.ofResponse(fault, HttpVersion.HTTP_1_1);
    }

    private ResponseVerdict judged(Asked asked) {
        var head = new ResponseHead(version, status, reason, fields.build());
        lines.reset();
        begun = false;
        ResponseVerdict verdict = ResponseRules.judge(head, asked, limits);
        if (verdict instanceof HeadRefusal no) {
            refusal = no;
        }
        return verdict;
    }

    /** {@code HTTP/1.1 200 OK}; the space before no reason is often left out. */
    private @Nullable HeadFault statusLine(String line) {
        boolean known = line.startsWith("HTTP/1.1 ") || line.startsWith("HTTP/1.0 ");
        if (!known || line.length() < 12 || (line.length() > 12 && line.charAt(12) != ' ')) {
            return HeadFault.STATUS_LINE;
        }
        status = 0;
        for (int i = 9; i < 12; i++) {
            int digit = line.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return HeadFault.STATUS_LINE;
            }
            status = status * 10 + digit;
        }
        version = line.charAt(7) == '1' ? HttpVersion.HTTP_1_1 : HttpVersion.HTTP_1_0;
        reason = line.length() > 13 ? line.substring(13) : "";
        return null;
    }
}
