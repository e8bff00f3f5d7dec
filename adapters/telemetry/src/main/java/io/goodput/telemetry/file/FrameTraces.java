package io.goodput.telemetry.file;

import io.goodput.telemetry.frame.TraceIndex;
import java.util.Arrays;

/** The traces of the records in a frame, until it is known in which file it stands. */
final class FrameTraces {
    private static final int FEW = 512;

    private long[] halves = new long[2 * FEW];
    private int size;

    void add(long high, long low) {
        if ((high | low) == 0) {
            return;
        }
        if (size == halves.length) {
            halves = Arrays.copyOf(halves, 2 * size);
        }
        halves[size++] = high;
        halves[size++] = low;
    }

    void addTo(TraceIndex index) {
        for (int i = 0; i < size; i += 2) {
            index.add(halves[i], halves[i + 1]);
        }
    }

    void clear() {
        size = 0;
    }
}
