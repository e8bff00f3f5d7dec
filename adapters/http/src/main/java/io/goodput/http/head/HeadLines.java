package io.goodput.http.head;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Takes bytes until there is a line, which ends with CR LF and in no other way, and keeps all lines of a head together
 * within its limit. Not thread-safe; reused for the next head.
 */
public final class HeadLines {
    private final int limit;
    private byte[] bytes = new byte[256];
    private int length;
    private int from;
    private boolean afterCr;
    private @Nullable HeadFault fault;

    /**
     * Of no bytes so far.
     *
     * @param limit of all lines with their ends
     */
    public HeadLines(int limit) {
        this.limit = limit;
    }

    /** Forgets the lines of the last head. */
    public void reset() {
        length = 0;
        from = 0;
        afterCr = false;
        fault = null;
    }

    /** Whether not a byte has come. */
    public boolean isEmpty() {
        return length == 0;
    }

    /** What is wrong with the bytes; null if nothing is, or nothing yet. */
    public @Nullable HeadFault fault() {
        return fault;
    }

    /** Takes bytes up to the end of a line. */
    public boolean next(ByteBuffer in) {
        while (in.hasRemaining()) {
            byte b = in.get();
            if (b == '\n' && afterCr) {
                afterCr = false;
                return append(b);
            }
            fault = b == '\n' ? HeadFault.BARE_LF : afterCr ? HeadFault.BARE_CR : b == 0 ? HeadFault.NUL : null;
            if (fault != null || !append(b)) {
                return false;
            }
            afterCr = b == '\r';
        }
        return false;
    }

    private boolean append(byte b) {
        if (length == limit) {
            fault = HeadFault.TOO_LARGE;
            return false;
        }
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(limit, 2 * length));
        }
        bytes[length++] = b;
        return true;
    }

    /** The line that has come, without its end. */
    public String take() {
        String line = text(from, length - 2);
        from = length;
        return line;
    }

    /** Reads the line that has come as a field, and takes it. */
    public @Nullable HeadFault takeField(Fields.Builder fields, int most) {
        int end = length - 2;
        if (FieldSyntax.isBlank(bytes[from])) {
            return HeadFault.FOLDED;
        }
        int colon = from;
        while (colon < end && bytes[colon] != ':') {
            colon++;
        }
        if (colon == end) {
            return HeadFault.NO_COLON;
        }
        if (fields.size() == most) {
            return HeadFault.TOO_MANY_FIELDS;
        }
        int first = colon + 1;
        while (first < end && FieldSyntax.isBlank(bytes[first])) {
            first++;
        }
        int last = end;
        while (last > first && FieldSyntax.isBlank(bytes[last - 1])) {
            last--;
        }
        fields.add(text(from, colon), text(first, last));
        from = length;
        return null;
    }

    /** Whether the line that has come, or has begun, is empty. */
    public boolean isAtEmptyLine() {
        return length - from == 2;
    }

    /** What has come of the line that is not whole. */
    String begun() {
        return text(from, length);
    }

    private String text(int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }
}
