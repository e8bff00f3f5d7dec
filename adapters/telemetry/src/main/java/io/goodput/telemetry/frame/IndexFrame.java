package io.goodput.telemetry.frame;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * An index as it stands in a file: {@code docs/telemetry/records.md}.
 *
 * @param start where it begins in the file
 * @param length how many bytes it has
 * @param begin where the frames begin whose traces it has, all of which stand before it
 * @param filter those traces
 */
record IndexFrame(long start, int length, long begin, TraceBloom filter) {
    private static final int NUMBERS = Layout.PREFIX + 16;
    private static final int CRC_BYTES = 4;

    /** What one is an index of. */
    enum Scope {
        /** All frames before it: it stands at the end of a file that was closed. */
        FILE(Layout.INDEX_MARK, NUMBERS),
        /** Those behind the index before it. */
        SECTION(Layout.SECTION_MARK, NUMBERS + Long.BYTES);

        private final int mark;
        /** How many bytes there are before its bits. */
        private final int before;

        Scope(int mark, int before) {
            this.mark = mark;
            this.before = before;
        }

        int length(int bits) {
            return before + bits / Byte.SIZE + CRC_BYTES;
        }
    }

    static ByteBuffer encode(Scope scope, long begin, int hashes, byte[] bits) {
        int length = scope.length(bits.length * Byte.SIZE);
        ByteBuffer index = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        index.putInt(Layout.INDEX)
                .putInt(length - Layout.PREFIX)
                .putInt(scope.mark)
                .putInt(hashes)
                .putLong(bits.length * (long) Byte.SIZE);
        if (scope == Scope.SECTION) {
            index.putLong(begin);
        }
        index.put(bits);
        return index.putInt(Layout.crc(index, Layout.PREFIX, length - Layout.PREFIX - CRC_BYTES))
                .flip();
    }

    /** The one that begins there; null if none does, or one that was changed or is torn. */
    static @Nullable IndexFrame at(SeekableByteChannel file, long start) throws IOException {
        for (Scope scope : Scope.values()) {
            long length = announced(file, start, scope);
            if (length > 0 && start + length <= file.size()) {
                return read(file, start, (int) length, scope);
            }
        }
        return null;
    }

    /** The one that ends there; null if none does, or one that was changed. */
    static @Nullable IndexFrame endingAt(SeekableByteChannel file, long end, Scope scope) throws IOException {
        for (int bits = TraceBloom.LEAST_BITS; bits <= TraceBloom.MOST_BITS; bits <<= 1) {
            int length = scope.length(bits);
            if (end >= length && announced(file, end - length, scope) == length) {
                return read(file, end - length, length, scope);
            }
        }
        return null;
    }

    private static long announced(SeekableByteChannel file, long start, Scope scope) throws IOException {
        ByteBuffer numbers = ByteBuffer.allocate(NUMBERS).order(ByteOrder.LITTLE_ENDIAN);
        Channels.read(file, start, numbers);
        if (numbers.hasRemaining()
                || numbers.getInt(0) != Layout.INDEX
                || numbers.getInt(Layout.PREFIX) != scope.mark
                || !TraceBloom.isPossible(numbers.getInt(Layout.PREFIX + 4), numbers.getLong(Layout.PREFIX + 8))) {
            return 0;
        }
        int length = scope.length((int) numbers.getLong(Layout.PREFIX + 8));
        return numbers.getInt(4) == length - Layout.PREFIX ? length : 0;
    }

    private static @Nullable IndexFrame read(SeekableByteChannel file, long start, int length, Scope scope)
            throws IOException {
        ByteBuffer index = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        Channels.read(file, start, index);
        int checked = length - Layout.PREFIX - CRC_BYTES;
        if (index.hasRemaining() || index.getInt(length - CRC_BYTES) != Layout.crc(index, Layout.PREFIX, checked)) {
            return null;
        }
        long begin = scope == Scope.SECTION ? index.getLong(NUMBERS) : 0;
        byte[] bits = new byte[length - scope.before - CRC_BYTES];
        index.get(scope.before, bits);
        boolean isBehind = begin >= 0 && (begin < start || start == 0);
        return isBehind
                ? new IndexFrame(start, length, begin, new TraceBloom(bits, index.getInt(Layout.PREFIX + 4)))
                : null;
    }
}
