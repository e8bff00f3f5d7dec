package io.goodput.telemetry.frame;

import io.goodput.telemetry.frame.TraceSections.Span;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the records of one trace: by their indexes most files are passed over unread, and most sections of the others;
 * of the rest only lines are looked at that have the trace's digits in them.
 */
public final class TraceLookup {
    private static final int BYTE_VALUES = 256;

    private final long high;
    private final long low;
    private final byte[] digits;
    /** How far to go on when this byte stands where the last digit would: Horspool, 1980. */
    private final int[] leap = new int[BYTE_VALUES];

    /** Of the trace of these two halves. */
    public TraceLookup(long high, long low) {
        this.high = high;
        this.low = low;
        HexFormat hex = HexFormat.of();
        digits = (hex.toHexDigits(high) + hex.toHexDigits(low)).getBytes(StandardCharsets.US_ASCII);
        java.util.Arrays.fill(leap, digits.length);
        for (int i = 0; i < digits.length - 1; i++) {
            leap[digits[i]] = digits.length - 1 - i;
        }
    }

    /**
     * Tells the lines of a file that have the trace's digits in them, in order, without what ends them.
     *
     * @return what could not be read of the sections that may have some
     */
    public Damage lines(SeekableByteChannel file, @Nullable FrameKey key, Consumer<byte[]> to) throws IOException {
        List<Span> wanted = new TraceSections(file, high, low).wanted();
        if (wanted.isEmpty()) {
            return Damage.NONE;
        }
        try (var reader = new FrameReader(file, key)) {
            for (Span span : wanted) {
                reader.goOnFrom(span.begin());
                Frame frame = reader.position() < span.end() ? reader.next() : null;
                while (frame != null) {
                    lines(frame.text(), to);
                    frame = reader.position() < span.end() ? reader.next() : null;
                }
            }
            return reader.damage();
        }
    }

    private void lines(byte[] text, Consumer<byte[]> to) {
        for (int found = find(text, 0); found >= 0; ) {
            int start = found;
            while (start > 0 && text[start - 1] != '\n') {
                start--;
            }
            int end = found;
            while (end < text.length && text[end] != '\n') {
                end++;
            }
            to.accept(java.util.Arrays.copyOfRange(text, start, end));
            found = find(text, end);
        }
    }

    /** Where the digits stand, at this place or after it; -1 if nowhere. */
    private int find(byte[] text, int from) {
        int last = digits.length - 1;
        for (int at = from; at + last < text.length; at += leap[text[at + last] & 0xFF]) {
            int i = last;
            while (i >= 0 && text[at + i] == digits[i]) {
                i--;
            }
            if (i < 0) {
                return at;
            }
        }
        return -1;
    }
}
