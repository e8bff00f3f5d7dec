package io.goodput.telemetry.frame;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Collects records and makes one frame of them, with its head: {@link #add} while it {@link #fits}, {@link #encode},
 * {@link #clear}, and again. Not thread-safe; what it holds outside of the heap is freed by {@link #close}.
 */
public final class FrameBuffer implements AutoCloseable {
    private static final int BEFORE = Layout.HEAD_BYTES + Layout.SEAL_BYTES;

    private final byte[] text = new byte[FrameHead.MOST_LENGTH];
    private final byte[] packed = new byte[(int) Zstd.compressBound(FrameHead.MOST_LENGTH)];
    private final ByteBuffer frame =
            ByteBuffer.allocate(BEFORE + packed.length + Layout.TAG_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final ZstdCompressCtx zstd;

    private int length;
    private int records;
    private long firstMicros;
    private long lastMicros;

    /**
     * An empty one.
     *
     * @param level of compression, from 1 on
     */
    public FrameBuffer(int level) {
        zstd = new ZstdCompressCtx().setLevel(level).setChecksum(true).setContentSize(true);
        clear();
    }

    /** Whether there is room for a record of so many bytes. */
    public boolean fits(int bytes) {
        return bytes <= text.length - length;
    }

    /** How many records it has. */
    public int records() {
        return records;
    }

    /**
     * Adds a record that fits.
     *
     * @param record its bytes, from the first on, with what separates it from the next
     * @param micros its {@code at}, in microseconds since 1970
     */
    public void add(byte[] record, int bytes, long micros) {
        System.arraycopy(record, 0, text, length, bytes);
        length += bytes;
        records++;
        firstMicros = Math.min(firstMicros, micros);
        lastMicros = Math.max(lastMicros, micros);
    }

    /** The head and the frame of all records, of which there is at least one: good until it is called again. */
    public ByteBuffer encode() {
        return encode(null);
    }

    /** The same, sealed. */
    public ByteBuffer encode(@Nullable Sealer sealer) {
        int stored = sealer == null ? pack(frame.array(), Layout.HEAD_BYTES) : seal(sealer);
        int checksum = Layout.crc(frame.clear(), Layout.HEAD_BYTES, stored);
        head(stored, checksum).put(frame, 0);
        return frame.clear().limit(Layout.HEAD_BYTES + stored);
    }

    /** Forgets what it has. */
    public void clear() {
        length = 0;
        records = 0;
        firstMicros = Long.MAX_VALUE;
        lastMicros = Long.MIN_VALUE;
    }

    @Override
    public void close() {
        zstd.close();
    }

    private int pack(byte[] to, int at) {
        return zstd.compressByteArray(to, at, to.length - at, text, 0, length);
    }

    private int seal(Sealer sealer) {
        int bytes = pack(packed, 0);
        int stored = Layout.SEAL_BYTES + bytes + Layout.TAG_BYTES;
        head(stored, 0).put(frame.clear(), 0);
        sealer.seal(packed, bytes, frame.array());
        return stored;
    }

    private FrameHead head(int stored, int checksum) {
        return new FrameHead(stored, length, records, firstMicros, lastMicros, checksum);
    }
}
