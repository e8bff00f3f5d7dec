package io.goodput.telemetry.frame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Encrypts the frames of one file. Not thread-safe. */
public final class Sealer {
    private final FrameKey key;
    private final FrameKey.Nonces nonces;

    /** For a new file. */
    public Sealer(FrameKey key) {
        this(key, key.nonces());
    }

    Sealer(FrameKey key, FrameKey.Nonces nonces) {
        this.key = key;
        this.nonces = nonces;
    }

    /** Writes the sealed frame after the head, which is there but for its checksums. */
    void seal(byte[] packed, int bytes, byte[] frame) {
        byte[] bound = Arrays.copyOfRange(frame, Layout.PREFIX, Layout.PREFIX + Layout.BOUND_BYTES);
        byte[] nonce = nonces.next();
        int at = Layout.HEAD_BYTES;
        ByteBuffer.wrap(frame)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(at, Layout.SEALED)
                .putInt(at + 4, Layout.SEAL_BYTES - Layout.PREFIX + bytes + Layout.TAG_BYTES)
                .putInt(at + Layout.PREFIX, Layout.SEALED_MARK)
                .put(at + Layout.PREFIX + 4, nonce);
        key.seal(nonce, bound, packed, 0, bytes, frame, at + Layout.SEAL_BYTES);
    }
}
