package io.goodput.logs.tail;

import io.goodput.logs.file.LineBlock;
import io.goodput.logs.file.LineBlocks;
import io.goodput.logs.file.LogFileReader;
import io.goodput.logs.file.ReadReport;
import io.goodput.logs.file.TimeBounds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lines that were compressed once they were written: all of them come at the first look. */
final class CompressedText implements GrowingFile {
    private final @Nullable Object identity;
    private Path file;
    private boolean isRead;

    CompressedText(Path file) throws IOException {
        this.file = file;
        this.identity = FileIdentity.of(file);
    }

    @Override
    public void read(Consumer<byte[]> to) throws IOException {
        if (isRead) {
            return;
        }
        isRead = true;
        try (LineBlocks blocks = new LogFileReader(TimeBounds.ALWAYS, null, new ReadReport()).open(file)) {
            for (LineBlock block = blocks.next(); block != null; block = blocks.next()) {
                GrowingFrames.lines(block.bytes(), block.length(), to);
            }
        }
    }

    @Override
    public @Nullable Object identity() {
        return identity;
    }

    @Override
    public void movedTo(Path path) {
        file = path;
    }

    @Override
    public void skip() {
        isRead = true;
    }

    @Override
    public void close() {
        isRead = true;
    }
}
