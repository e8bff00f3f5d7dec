package io.goodput.telemetry.frame;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file's frames, in order. What is damaged is skipped up to the next head that is whole, and told by
 * {@link #damage()}. When it has come to the end of a file that is still written it may go on later: {@link #next()}
 * then finds what was added. Not thread-safe; it does not close what it reads from.
 */
public final class FrameReader implements AutoCloseable {
    private final SeekableByteChannel from;
    private final FrameOpener opener;
    private final FrameLines lines;
    private final ByteBuffer head = ByteBuffer.allocate(FrameHead.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final ByteBuffer stored = ByteBuffer.allocate(FrameHead.MOST_STORED).order(ByteOrder.LITTLE_ENDIAN);
    private final HeadSearch search;

    private long position;
    private long end = Long.MAX_VALUE;
    private long places;
    private long records;
    private long skipped;
    private long locked;

    /** From the beginning of a file that is not sealed. */
    public FrameReader(SeekableByteChannel from) {
        this(from, null);
    }

    /** From the beginning of a file that may be sealed. */
    public FrameReader(SeekableByteChannel from, @Nullable FrameKey key) {
        this(from, key, FrameLines.AS_WRITTEN);
    }

    /**
     * From the beginning of a file whose records are to be lines.
     *
     * @param lines makes lines of them; a frame of which it makes none is damaged
     */
    public FrameReader(SeekableByteChannel from, @Nullable FrameKey key, FrameLines lines) {
        this.from = from;
        this.lines = lines;
        this.opener = new FrameOpener(key);
        this.search = new HeadSearch(from);
    }

    /**
     * The next frame that is whole; null at the end.
     *
     * @throws KeyMissingException if it is sealed, and this has no key
     */
    public @Nullable Frame next() throws IOException {
        return next(_ -> true);
    }

    /** The next frame that is whole and whose head is wanted; others are neither read nor checked. */
    public @Nullable Frame next(Predicate<FrameHead> wanted) throws IOException {
        while (position < end) {
            FrameHead found = headAt(position);
            if (found == null) {
                if (!skip()) {
                    return null;
                }
            } else if (position + FrameHead.BYTES + found.stored() > from.size()) {
                if (!leap(found)) {
                    return null;
                }
            } else if (!wanted.test(found)) {
                position += FrameHead.BYTES + found.stored();
            } else {
                Frame frame = read(found);
                if (frame != null) {
                    return frame;
                }
            }
        }
        return null;
    }

    /** Reads the frames of a part only: those that begin from there on, and before its end. */
    public FrameReader between(long begin, long ending) {
        position = begin;
        end = ending;
        return this;
    }

    /** Where it is: what it reads next begins there, or behind. */
    long position() {
        return position;
    }

    /** Goes on from there, if it has not come so far yet. What is left out is not judged. */
    void goOnFrom(long start) {
        position = Math.max(position, start);
    }

    /** What was damaged so far. What is at the end may yet become whole, if somebody writes there. */
    public Damage damage() throws IOException {
        long rest = Math.max(0, Math.min(from.size(), end) - position);
        FrameHead begun = rest == 0 ? null : headAt(position);
        return new Damage(rest > 0, places, records + (begun == null ? 0 : begun.records()), skipped + rest, locked);
    }

    /** Frees what it holds outside of the heap. */
    @Override
    public void close() {
        opener.close();
    }

    /** Passes over what is no head: an index, or damage. False if there is nothing good behind it. */
    private boolean skip() throws IOException {
        IndexFrame index = IndexFrame.at(from, position);
        if (index != null) {
            position += index.length();
            return true;
        }
        return pass(position + 1, 0);
    }

    /** Passes over a frame that goes on behind the end, if another one begins before that. */
    private boolean leap(FrameHead torn) throws IOException {
        return pass(position + 1, torn.records());
    }

    private boolean pass(long start, long lost) throws IOException {
        long next = search.from(start);
        if (next < 0) {
            return false;
        }
        places++;
        records += lost;
        skipped += next - position;
        position = next;
        return true;
    }

    private @Nullable Frame read(FrameHead found) throws IOException {
        long start = position;
        stored.clear().limit(found.stored());
        Channels.read(from, start + FrameHead.BYTES, stored);
        boolean whole =
                stored.flip().limit() == found.stored() && Layout.crc(stored, 0, found.stored()) == found.checksum();
        byte[] opened = whole ? opener.open(found, head.array(), stored.array()) : null;
        byte[] text = opened == null ? null : lines.of(opened);
        if (text != null) {
            position = start + FrameHead.BYTES + found.stored();
            return new Frame(found, start, text);
        }
        if (whole && opener.isLocked()) {
            locked++;
            position = start + FrameHead.BYTES + found.stored();
        } else if (!pass(start + 1, found.records())) {
            // The last one: its length is known, so what is behind it is not the end of it.
            places++;
            records += found.records();
            skipped += FrameHead.BYTES + found.stored();
            position = start + FrameHead.BYTES + found.stored();
        }
        return null;
    }

    private @Nullable FrameHead headAt(long at) throws IOException {
        head.clear();
        Channels.read(from, at, head);
        return FrameHead.at(head.flip(), 0);
    }
}
