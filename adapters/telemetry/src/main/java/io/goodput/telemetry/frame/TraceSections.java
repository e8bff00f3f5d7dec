package io.goodput.telemetry.frame;

import io.goodput.telemetry.frame.IndexFrame.Scope;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sections of a file that may have records of a trace. Their indexes are found from the end of the file, each by
 * the one behind it; what none is known of may have any trace.
 */
final class TraceSections {
    /** Where the last index is looked for in a file that has none at its end: it is not farther away than that. */
    private static final int WINDOW = TraceIndex.SECTION_BYTES
            + 2 * (FrameHead.BYTES + FrameHead.MOST_STORED)
            + Scope.SECTION.length(TraceIndex.SECTION_BITS);

    private final SeekableByteChannel file;
    private final long high;
    private final long low;

    TraceSections(SeekableByteChannel file, long high, long low) {
        this.file = file;
        this.high = high;
        this.low = low;
    }

    /**
     * A part of a file.
     *
     * @param begin where the first frame begins
     * @param end no frame of it begins there or behind
     */
    record Span(long begin, long end) {}

    /** Those that have to be read, in order. */
    List<Span> wanted() throws IOException {
        IndexFrame ofFile = IndexFrame.endingAt(file, file.size(), Scope.FILE);
        if (ofFile != null && !ofFile.filter().mayHave(high, low)) {
            return List.of();
        }
        IndexFrame last = ofFile == null ? newest() : IndexFrame.endingAt(file, ofFile.start(), Scope.SECTION);
        List<Span> wanted = new ArrayList<>();
        wanted.add(new Span(last == null ? 0 : last.start(), Long.MAX_VALUE));
        for (IndexFrame each = last; each != null; ) {
            IndexFrame before = IndexFrame.endingAt(file, each.begin(), Scope.SECTION);
            if (each.filter().mayHave(high, low)) {
                wanted.add(new Span(each.begin(), each.start()));
            }
            if (before == null && each.begin() > 0) {
                wanted.add(new Span(0, each.begin()));
            }
            each = before;
        }
        return wanted.reversed();
    }

    private @Nullable IndexFrame newest() throws IOException {
        long start = Math.max(0, file.size() - WINDOW);
        ByteBuffer window = ByteBuffer.allocate(WINDOW).order(ByteOrder.LITTLE_ENDIAN);
        Channels.read(file, start, window);
        window.flip();
        for (int i = window.limit() - Layout.PREFIX - Integer.BYTES; i >= 0; i--) {
            if (window.getInt(i) == Layout.INDEX && window.getInt(i + Layout.PREFIX) == Layout.SECTION_MARK) {
                IndexFrame found = IndexFrame.at(file, start + i);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
