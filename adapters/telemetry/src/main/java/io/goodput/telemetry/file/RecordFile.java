package io.goodput.telemetry.file;

import io.goodput.telemetry.frame.FrameKey;
import io.goodput.telemetry.frame.Sealer;
import io.goodput.telemetry.frame.TraceIndex;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The file that is being written. It was empty when this came to it: nothing is appended to what another left. */
final class RecordFile {
    private final FileName name;
    private final Folder.OpenFile file;
    private final TraceIndex index;
    private final @Nullable Sealer sealer;
    private final long since;
    private long bytes;
    private boolean isUnsynced;

    RecordFile(FileName name, Folder.OpenFile file, TraceIndex index, @Nullable FrameKey key, long now) {
        this.name = name;
        this.file = file;
        this.index = index;
        this.sealer = key == null ? null : new Sealer(key);
        this.since = now;
        index.clear();
    }

    FileName name() {
        return name;
    }

    @Nullable Sealer sealer() {
        return sealer;
    }

    /** When it was begun, as the ticker reads. */
    long since() {
        return since;
    }

    long bytes() {
        return bytes;
    }

    /** Whether its index holds no more. */
    boolean isFull() {
        return index.isFull();
    }

    boolean isThere() {
        return file.isThere();
    }

    /** Appends a frame, of records of these traces. If that fails, the file ends with a part of it. */
    void append(ByteBuffer frame, FrameTraces traces) throws IOException {
        if (index.isDue(bytes)) {
            endSection();
        }
        write(frame);
        traces.addTo(index);
    }

    /** Before the next frame and not behind the last, which stands there whatever becomes of the index. */
    private void endSection() throws IOException {
        write(index.ofSection());
        index.begin(bytes);
    }

    private void write(ByteBuffer whole) throws IOException {
        int length = whole.remaining();
        file.write(whole);
        bytes += length;
        isUnsynced = true;
    }

    void sync() throws IOException {
        if (isUnsynced) {
            file.sync();
            isUnsynced = false;
        }
    }

    /** Ends it with its indexes, without which it can be read as well. */
    void finish(boolean fsync) throws IOException {
        try {
            endSection();
            write(index.ofFile());
            if (fsync) {
                file.sync();
            }
        } finally {
            file.close();
        }
    }

    /** Leaves it after a failure, without the part of a frame at its end if that can be cut off. */
    void abandon() {
        try {
            try {
                file.truncate(bytes);
            } finally {
                file.close();
            }
        } catch (IOException | RuntimeException _) {
            // What is wrong with it was told before; a reader passes over the torn frame.
        }
    }
}
