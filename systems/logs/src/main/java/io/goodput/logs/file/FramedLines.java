package io.goodput.logs.file;

import io.goodput.ion.IonLines;
import io.goodput.telemetry.frame.Frame;
import io.goodput.telemetry.frame.FrameHead;
import io.goodput.telemetry.frame.FrameKey;
import io.goodput.telemetry.frame.FrameReader;
import io.goodput.telemetry.frame.KeyMissingException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Lines of a file of frames: those that are whole, and of the time that is asked for. */
final class FramedLines implements LineBlocks {
    private final Path file;
    private final FileChannel channel;
    private final FrameReader frames;
    private final TimeBounds bounds;
    private final ReadReport report;
    private boolean isRead;

    FramedLines(FilePart part, TimeBounds bounds, @Nullable FrameKey key, ReadReport report) throws IOException {
        this.file = part.file();
        this.bounds = bounds;
        this.report = report;
        channel = FileChannel.open(file);
        frames = new FrameReader(channel, key, new IonLines()).between(part.begin(), part.end());
    }

    @Override
    public @Nullable LineBlock next() throws IOException {
        try {
            Frame frame = frames.next(this::isWanted);
            isRead = frame == null;
            return frame == null ? null : new LineBlock(frame.text(), frame.text().length);
        } catch (KeyMissingException sealed) {
            throw new IOException(file + " is sealed (expected: its key, by --key)", sealed);
        }
    }

    private boolean isWanted(FrameHead head) {
        return bounds.reaches(head.firstMicros(), head.lastMicros());
    }

    @Override
    public void close() throws IOException {
        try (channel;
                frames) {
            if (isRead) {
                report.add(file, FileDamage.of(frames.damage()));
            }
        }
    }
}
