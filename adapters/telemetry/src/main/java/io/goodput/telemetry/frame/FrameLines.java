package io.goodput.telemetry.frame;

import org.jspecify.annotations.Nullable;

/** Turns a frame's records, of whatever format, into lines of JSON. */
@FunctionalInterface
public interface FrameLines {
    /** Records stay as they are. */
    FrameLines AS_WRITTEN = records -> records;

    /**
     * The lines, each with its line feed.
     *
     * @param records as the frame has them
     * @return null if they are no records of a format that is known
     */
    byte @Nullable [] of(byte[] records);
}
