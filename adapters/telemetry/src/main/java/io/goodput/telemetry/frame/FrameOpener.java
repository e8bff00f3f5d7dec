package io.goodput.telemetry.frame;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Gets at the records of a frame whose checksum is right. */
final class FrameOpener implements AutoCloseable {
    private final @Nullable FrameKey key;
    private final ZstdDecompressCtx zstd = new ZstdDecompressCtx();
    private boolean locked;

    FrameOpener(@Nullable FrameKey key) {
        this.key = key;
    }

    /**
     * The records; null if they are not what the head says, or if the key does not fit.
     *
     * @param headBytes the head, as it stands in the file
     * @param stored has the frame at its beginning
     */
    byte @Nullable [] open(FrameHead head, byte[] headBytes, byte[] stored) throws KeyMissingException {
        locked = false;
        int magic = head.stored() < Layout.PREFIX ? 0 : Layout.intAt(stored, 0);
        if (magic == Layout.ZSTD) {
            return unpack(stored, head.stored(), head.length());
        }
        if (magic != Layout.SEALED || head.stored() < Layout.SEAL_BYTES + Layout.TAG_BYTES) {
            return null;
        }
        byte[] packed = unseal(headBytes, stored, head.stored());
        return packed == null ? null : unpack(packed, packed.length, head.length());
    }

    /** Whether the last one was null since the key does not fit. */
    boolean isLocked() {
        return locked;
    }

    @Override
    public void close() {
        zstd.close();
    }

    private byte @Nullable [] unseal(byte[] headBytes, byte[] stored, int size) throws KeyMissingException {
        if (key == null) {
            throw new KeyMissingException();
        }
        byte[] bound = Arrays.copyOfRange(headBytes, Layout.PREFIX, Layout.PREFIX + Layout.BOUND_BYTES);
        byte[] nonce = Arrays.copyOfRange(stored, Layout.PREFIX + 4, Layout.SEAL_BYTES);
        try {
            int start = Layout.SEAL_BYTES;
            return key.open(nonce, bound, stored, start, size - start);
        } catch (GeneralSecurityException _) {
            locked = true;
            return null;
        }
    }

    private byte @Nullable [] unpack(byte[] packed, int size, int length) {
        byte[] text = new byte[length];
        try {
            if (Zstd.getFrameContentSize(packed, 0, size) != length) {
                return null;
            }
            return zstd.decompressByteArray(text, 0, length, packed, 0, size) == length ? text : null;
        } catch (ZstdException _) {
            return null;
        }
    }
}
