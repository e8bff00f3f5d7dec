package io.goodput.telemetry.frame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * What stands before a frame and can be read without it.
 *
 * @param stored how many bytes the frame after it has as it stands in the file
 * @param length how many bytes its records have
 * @param records how many those are
 * @param firstMicros the earliest {@code at} of them, in microseconds since 1970
 * @param lastMicros the latest
 * @param checksum CRC-32C of the frame after it, as it stands in the file
 */
public record FrameHead(int stored, int length, int records, long firstMicros, long lastMicros, int checksum) {
    /** How many bytes a head has, with what makes it a skippable frame. */
    public static final int BYTES = Layout.HEAD_BYTES;

    /** The most bytes that the records of a frame have. */
    public static final int MOST_LENGTH = 64 * 1024;

    /** The most bytes that a frame has: what does not get smaller by compression gets hardly larger. */
    public static final int MOST_STORED = MOST_LENGTH + 1024;

    private static final int CHECKED = Layout.HEAD_CONTENT - 4;

    /** Whether any of its records may have begun between these, in microseconds since 1970, both included. */
    public boolean overlaps(long fromMicros, long toMicros) {
        return firstMicros <= toMicros && lastMicros >= fromMicros;
    }

    /** Writes {@link #BYTES} bytes, in the order of bytes of the format. */
    void put(ByteBuffer to, int at) {
        to.order(ByteOrder.LITTLE_ENDIAN);
        to.putInt(at, Layout.HEAD).putInt(at + 4, Layout.HEAD_CONTENT);
        int content = at + Layout.PREFIX;
        to.putInt(content, Layout.HEAD_MARK)
                .putInt(content + 4, stored)
                .putInt(content + 8, length)
                .putInt(content + 12, records)
                .putLong(content + 16, firstMicros)
                .putLong(content + 24, lastMicros)
                .putInt(content + Layout.BOUND_BYTES, checksum)
                .putInt(content + CHECKED, Layout.crc(to, content, CHECKED));
    }

    /** What stands there; null if it is no head, or one that was changed. */
    static @Nullable FrameHead at(ByteBuffer from, int at) {
        if (from.limit() - at < BYTES || from.getInt(at) != Layout.HEAD || from.getInt(at + 4) != Layout.HEAD_CONTENT) {
            return null;
        }
        int content = at + Layout.PREFIX;
        if (from.getInt(content) != Layout.HEAD_MARK
                || from.getInt(content + CHECKED) != Layout.crc(from, content, CHECKED)) {
            return null;
        }
        var head = new FrameHead(
                from.getInt(content + 4),
                from.getInt(content + 8),
                from.getInt(content + 12),
                from.getLong(content + 16),
                from.getLong(content + 24),
                from.getInt(content + Layout.BOUND_BYTES));
        return head.isPossible() ? head : null;
    }

    private boolean isPossible() {
        return stored > 0
                && stored <= MOST_STORED
                && length > 0
                && length <= MOST_LENGTH
                && records > 0
                && records <= length;
    }
}
