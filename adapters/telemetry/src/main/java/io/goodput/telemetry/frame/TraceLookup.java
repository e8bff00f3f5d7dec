package io.goodput.telemetry.frame;

import io.goodput.telemetry.frame.TraceSections.Span;
import java.io.IOException;
import java.nio.ByteBuffer;
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
    private static final byte[] NONE = {};

    private final long high;
    private final long low;
    private final SoughtBytes digits;
    private final SoughtBytes bytes;

    /** Of the trace of these two halves. */
    public TraceLookup(long high, long low) {
        this.high = high;
        this.low = low;
        HexFormat hex = HexFormat.of();
        digits = new SoughtBytes((hex.toHexDigits(high) + hex.toHexDigits(low)).getBytes(StandardCharsets.US_ASCII));
        bytes = new SoughtBytes(
                ByteBuffer.allocate(2 * Long.BYTES).putLong(high).putLong(low).array());
    }

    /**
     * Tells the lines of a file that have the trace's digits in them, in order, without what ends them.
     *
     * @param format makes lines of frames that may have the trace: its digits are in them, or its bytes
     * @return what could not be read of the sections that may have some
     */
    public Damage lines(SeekableByteChannel file, @Nullable FrameKey key, FrameLines format, Consumer<byte[]> to)
            throws IOException {
        List<Span> wanted = new TraceSections(file, high, low).wanted();
        if (wanted.isEmpty()) {
            return Damage.NONE;
        }
        try (var reader = new FrameReader(file, key, records -> mayHave(records) ? format.of(records) : NONE)) {
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

    private boolean mayHave(byte[] records) {
        return digits.in(records, 0) >= 0 || bytes.in(records, 0) >= 0;
    }

    private void lines(byte[] text, Consumer<byte[]> to) {
        for (int found = digits.in(text, 0); found >= 0; ) {
            int start = found;
            while (start > 0 && text[start - 1] != '\n') {
                start--;
            }
            int end = found;
            while (end < text.length && text[end] != '\n') {
                end++;
            }
            to.accept(java.util.Arrays.copyOfRange(text, start, end));
            found = digits.in(text, end);
        }
    }
}
