package io.goodput.telemetry.frame;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/** Cuts a file of frames where one begins, so that several threads can read it at once. Only heads are looked at. */
public final class FrameParts {
    private FrameParts() {}

    /**
     * Where a part ends that begins there.
     *
     * @param bytes how many it has at least
     * @return {@link Long#MAX_VALUE} for the rest of the file: there is no more, or what comes is damaged
     */
    public static long end(SeekableByteChannel file, long begin, long bytes) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(FrameHead.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        long size = file.size();
        long at = begin;
        while (at - begin < bytes) {
            Channels.read(file, at, head.clear());
            FrameHead found = FrameHead.at(head.flip(), 0);
            if (found != null) {
                at += FrameHead.BYTES + found.stored();
                continue;
            }
            IndexFrame index = IndexFrame.at(file, at);
            if (index == null) {
                return Long.MAX_VALUE;
            }
            at += index.length();
        }
        return at < size ? at : Long.MAX_VALUE;
    }
}
