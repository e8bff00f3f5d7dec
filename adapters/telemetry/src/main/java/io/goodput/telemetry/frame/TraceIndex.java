package io.goodput.telemetry.frame;

import io.goodput.telemetry.frame.IndexFrame.Scope;
import java.nio.ByteBuffer;

/**
 * Which traces a file has records of, while it is written: one index for its end, by which a file that was closed is
 * passed over unread, and one for each section, by which a section is, of a file that is still written, too. That of a
 * file takes at most 1 % of the traces that are not there for some that are, that of a section at most 6 %. Not
 * thread-safe.
 */
public final class TraceIndex {
    /** How many traces a file may have. */
    public static final int MOST_TRACES = 800_000;

    /** After so many bytes of frames a section ends. */
    public static final int SECTION_BYTES = 512 * 1024;

    /** A section ends that has so many traces, however small its frames are. */
    static final int MOST_OF_SECTION = 20_000;

    static final int SECTION_BITS = 1 << 17;

    /** For a hundredth: 9.6 bits each; a filter of so many bits for each is folded no further. */
    private static final int BITS_EACH = 10;

    private static final int HASHES = 7;
    private static final int SECTION_BITS_EACH = 6;
    private static final int SECTION_HASHES = 4;

    private final TraceBloom file = new TraceBloom(TraceBloom.MOST_BITS, HASHES);
    private final TraceBloom section = new TraceBloom(SECTION_BITS, SECTION_HASHES);
    private long begin;

    /** An empty one, with room for {@link #MOST_TRACES}. */
    public TraceIndex() {}

    /** Adds a trace of a frame that stands in the file. */
    public void add(long high, long low) {
        file.add(high, low);
        section.add(high, low);
    }

    /** Whether one more would make it err too often. */
    public boolean isFull() {
        return file.added() >= MOST_TRACES;
    }

    /** Begins another file. */
    public void clear() {
        file.clear();
        section.clear();
        begin = 0;
    }

    /** Whether, in a file of this length, an index should stand before the next frame. */
    public boolean isDue(long length) {
        return length - begin >= SECTION_BYTES || section.added() >= MOST_OF_SECTION;
    }

    /** The index of the frames since the last one. {@link #begin} says when it stands there. */
    public ByteBuffer ofSection() {
        return IndexFrame.encode(Scope.SECTION, begin, SECTION_HASHES, section.folded(SECTION_BITS_EACH));
    }

    /** Begins a section, at what is the end of the file now. */
    public void begin(long length) {
        begin = length;
        section.clear();
    }

    /** The index that stands at the end of a file: no larger than it need be. */
    public ByteBuffer ofFile() {
        return IndexFrame.encode(Scope.FILE, 0, HASHES, file.folded(BITS_EACH));
    }
}
