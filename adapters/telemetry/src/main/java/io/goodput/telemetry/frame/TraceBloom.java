package io.goodput.telemetry.frame;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * Which traces a file may have records of: a Bloom filter, which errs to one side, for at most 1 % of the traces that
 * are not there. Its size is a power of two, so that one of the largest size can be filled and be folded to what is
 * enough.
 *
 * <p>Source: Kirsch and Mitzenmacher, Less Hashing, Same Performance (2006), for two hashes that make all of them.
 */
public final class TraceBloom {
    /** How many traces one takes, at most 1 % wrong. */
    public static final int MOST_TRACES = 800_000;

    private static final int HASHES = 7;
    /** For a hundredth: 9.6 bits each; a filter of so many bits for each is folded no further. */
    private static final int BITS_EACH = 10;

    private static final int LEAST_BITS = 1 << 10;
    private static final int MOST_BITS = 1 << 23;
    /** Prefix, mark, number of hashes and number of bits. */
    private static final int BEFORE = Layout.PREFIX + 16;

    private final byte[] bits;
    private int added;

    /** An empty one, with room for {@link #MOST_TRACES}. */
    public TraceBloom() {
        this(new byte[MOST_BITS / Byte.SIZE]);
    }

    private TraceBloom(byte[] bits) {
        this.bits = bits;
    }

    /** Adds a trace. */
    public void add(long high, long low) {
        long first = first(high, low);
        long step = step(first);
        boolean isNew = false;
        for (int i = 0; i < HASHES; i++) {
            int bit = bit(first + i * step);
            isNew |= (bits[bit >>> 3] & 1 << (bit & 7)) == 0;
            bits[bit >>> 3] |= (byte) (1 << (bit & 7));
        }
        added += isNew ? 1 : 0;
    }

    /** Whether it was added; rarely, one that was not. */
    public boolean mayHave(long high, long low) {
        long first = first(high, low);
        long step = step(first);
        for (int i = 0; i < HASHES; i++) {
            int bit = bit(first + i * step);
            if ((bits[bit >>> 3] & 1 << (bit & 7)) == 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether one more would make it err too often. */
    public boolean isFull() {
        return added >= MOST_TRACES;
    }

    /** Forgets all. */
    public void clear() {
        java.util.Arrays.fill(bits, (byte) 0);
        added = 0;
    }

    /** The index that stands at the end of a file: no larger than it need be. */
    public ByteBuffer encode() {
        long wanted = Math.max(LEAST_BITS, Long.highestOneBit(Math.max(1, (long) added * BITS_EACH - 1)) << 1);
        byte[] folded = fold((int) Math.min(wanted, bits.length * (long) Byte.SIZE) / Byte.SIZE);
        int length = BEFORE + folded.length + 4;
        ByteBuffer index = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        index.putInt(Layout.INDEX)
                .putInt(length - Layout.PREFIX)
                .putInt(Layout.INDEX_MARK)
                .putInt(HASHES)
                .putLong(folded.length * (long) Byte.SIZE)
                .put(folded);
        return index.putInt(Layout.crc(index, Layout.PREFIX, length - Layout.PREFIX - 4))
                .flip();
    }

    /** That at the end of a file; null if it has none, as a file that is still written, or one that is damaged. */
    public static @Nullable TraceBloom at(SeekableByteChannel file) throws IOException {
        long size = file.size();
        for (int bits = LEAST_BITS; bits <= MOST_BITS; bits <<= 1) {
            long start = size - BEFORE - bits / Byte.SIZE - 4;
            if (start >= 0 && announced(file, start) == size - start) {
                return read(file, start, (int) (size - start));
            }
        }
        return null;
    }

    /** How many bytes the index has that begins there; 0 if none does, or one that was changed. */
    static long lengthAt(SeekableByteChannel file, long start) throws IOException {
        long length = announced(file, start);
        boolean whole = length > 0 && start + length <= file.size() && read(file, start, (int) length) != null;
        return whole ? length : 0;
    }

    private static long announced(SeekableByteChannel file, long start) throws IOException {
        ByteBuffer before = ByteBuffer.allocate(BEFORE).order(ByteOrder.LITTLE_ENDIAN);
        Channels.read(file, start, before);
        if (before.hasRemaining()
                || before.getInt(0) != Layout.INDEX
                || before.getInt(Layout.PREFIX) != Layout.INDEX_MARK
                || before.getInt(Layout.PREFIX + 4) != HASHES) {
            return 0;
        }
        long bits = before.getLong(Layout.PREFIX + 8);
        long length = BEFORE + bits / Byte.SIZE + 4;
        boolean possible = bits >= LEAST_BITS && bits <= MOST_BITS && Long.bitCount(bits) == 1;
        return possible && before.getInt(4) == length - Layout.PREFIX ? length : 0;
    }

    private static @Nullable TraceBloom read(SeekableByteChannel file, long start, int length) throws IOException {
        ByteBuffer index = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        Channels.read(file, start, index);
        int checked = length - Layout.PREFIX - 4;
        if (index.hasRemaining() || index.getInt(length - 4) != Layout.crc(index, Layout.PREFIX, checked)) {
            return null;
        }
        byte[] bits = new byte[length - BEFORE - 4];
        index.get(BEFORE, bits);
        return new TraceBloom(bits);
    }

    private byte[] fold(int size) {
        byte[] folded = new byte[size];
        for (int i = 0; i < bits.length; i++) {
            folded[i & size - 1] |= bits[i];
        }
        return folded;
    }

    private int bit(long hash) {
        return (int) hash & bits.length * Byte.SIZE - 1;
    }

    /** Traces are not always random: those of 64 bits have zeros before them, others a time. */
    private static long first(long high, long low) {
        return mixed(high + mixed(low));
    }

    /** Odd, so that the hashes differ, whatever the size. */
    private static long step(long first) {
        return mixed(first + 1) | 1;
    }

    /** The finalizer of SplitMix64. */
    private static long mixed(long bits) {
        long z = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
