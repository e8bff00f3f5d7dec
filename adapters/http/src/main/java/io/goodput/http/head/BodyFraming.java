package io.goodput.http.head;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the body of one message ends, by the fields that speak of it (RFC 9112, 6). Where two sides could read them
 * differently, nobody reads on.
 */
final class BodyFraming {
    private static final String LENGTH = "Content-Length";
    private static final String CODING = "Transfer-Encoding";
    private static final int MOST_DIGITS = 19;

    private final HttpVersion version;
    private final Fields fields;
    private @Nullable HeadFault fault;

    BodyFraming(HttpVersion version, Fields fields) {
        this.version = version;
        this.fields = fields;
    }

    /** What is wrong with the fields, after a question that was answered with null. */
    @Nullable HeadFault fault() {
        return fault;
    }

    /**
     * What the fields say, be it of use or not.
     *
     * @param otherwise where they say nothing
     * @return null if they are at fault
     */
    @Nullable Framing told(Framing otherwise) {
        int coding = fields.indexOf(CODING, 0);
        int length = fields.indexOf(LENGTH, 0);
        if (coding >= 0) {
            fault = codingFault(coding, length >= 0);
            return fault == null ? Framing.Chunked.INSTANCE : null;
        }
        return length < 0 ? otherwise : length(length);
    }

    private @Nullable HeadFault codingFault(int line, boolean lengthToo) {
        if (version == HttpVersion.HTTP_1_0) {
            return HeadFault.CODING_IN_1_0;
        }
        if (lengthToo) {
            return HeadFault.LENGTH_AND_CODING;
        }
        String value = fields.value(line);
        if (fields.indexOf(CODING, line + 1) >= 0) {
            return HeadFault.CODING;
        }
        return value.equalsIgnoreCase("chunked") ? null : otherCoding(value);
    }

    /** Chunked behind other codings says where the body ends, in a way that is not spoken here. */
    private static HeadFault otherCoding(String value) {
        String list = value.toLowerCase(Locale.ROOT);
        int last = list.lastIndexOf(',');
        if (last < 0 || !FieldSyntax.trimmed(list, last + 1, list.length()).equals("chunked")) {
            return HeadFault.CODING;
        }
        for (int from = 0; from <= last; ) {
            int comma = list.indexOf(',', from);
            String coding = FieldSyntax.trimmed(list, from, comma);
            if (!FieldSyntax.isToken(coding) || coding.equals("chunked")) {
                return HeadFault.CODING;
            }
            from = comma + 1;
        }
        return HeadFault.CODING_UNKNOWN;
    }

    private @Nullable Framing length(int line) {
        String digits = fields.value(line);
        if (fields.indexOf(LENGTH, line + 1) >= 0 || digits.indexOf(',') >= 0) {
            fault = HeadFault.LENGTH_TWICE;
            return null;
        }
        if (digits.isEmpty()) {
            fault = HeadFault.LENGTH_SYNTAX;
            return null;
        }
        long bytes = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                fault = HeadFault.LENGTH_SYNTAX;
                return null;
            }
            bytes = i >= MOST_DIGITS || bytes < 0 ? -1 : bytes * 10 + digit;
        }
        if (bytes < 0) {
            fault = HeadFault.LENGTH_RANGE;
            return null;
        }
        return new Framing.Length(bytes);
    }
}
