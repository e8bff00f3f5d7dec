package io.goodput.telemetry.frame;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** Reads at a place. */
final class Channels {
    private Channels() {}

    /** Fills the buffer from there on, or as far as the file goes. */
    static void read(SeekableByteChannel from, long at, ByteBuffer to) throws IOException {
        from.position(at);
        while (to.hasRemaining()) {
            if (from.read(to) < 0) {
                return;
            }
        }
    }
}
