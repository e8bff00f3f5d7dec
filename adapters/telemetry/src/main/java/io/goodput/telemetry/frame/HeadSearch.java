package io.goodput.telemetry.frame;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/** Looks for the next head, or index, that is whole: that other bytes look like one takes 2⁻³² twice over. */
final class HeadSearch {
    private static final int WINDOW = 64 * 1024;

    private final SeekableByteChannel in;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW).order(ByteOrder.LITTLE_ENDIAN);

    HeadSearch(SeekableByteChannel in) {
        this.in = in;
    }

    /** Where it begins, at this place or after it; -1 if there is none. */
    long from(long start) throws IOException {
        for (long at = start; ; at += WINDOW - FrameHead.BYTES + 1) {
            window.clear();
            Channels.read(in, at, window);
            window.flip();
            for (int i = 0; i <= window.limit() - Layout.PREFIX; i++) {
                int magic = window.getInt(i);
                if ((magic == Layout.HEAD && FrameHead.at(window, i) != null)
                        || (magic == Layout.INDEX && IndexFrame.at(in, at + i) != null)) {
                    return at + i;
                }
            }
            if (window.limit() < WINDOW) {
                return -1;
            }
        }
    }
}
