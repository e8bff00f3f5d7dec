package io.goodput.logs.scan;

import io.goodput.duckdb.RowScan;
import io.goodput.duckdb.RowSink;
import io.goodput.logs.file.FileDamage;
import io.goodput.logs.file.LineBlock;
import io.goodput.logs.file.LineBlocks;
import io.goodput.logs.file.LogFileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One reading of the files: whichever thread has nothing to do takes the next. */
final class FileScan implements RowScan {
    private final List<ScanField> wanted;
    private final @Nullable String kind;
    private final List<Path> files;
    private final LogFileReader reader;
    private final AtomicInteger next = new AtomicInteger();

    FileScan(List<ScanField> wanted, @Nullable String kind, List<Path> files, LogFileReader reader) {
        this.wanted = wanted;
        this.kind = kind;
        this.files = files;
        this.reader = reader;
    }

    @Override
    public RowCursor cursor() {
        return new FileCursor(new LineScanner(wanted, kind, reader.bounds()));
    }

    private final class FileCursor implements RowCursor {
        private static final LineBlock NOTHING = new LineBlock(new byte[0], 0);

        private final LineScanner scanner;
        private Path file = Path.of("");
        private @Nullable LineBlocks blocks;
        private LineBlock block = NOTHING;
        private int at;
        private long strangeBefore;

        FileCursor(LineScanner scanner) {
            this.scanner = scanner;
        }

        @Override
        public int fill(RowSink sink, int most) throws IOException {
            int rows = 0;
            while (rows < most && hasLine()) {
                at = scanner.scan(block.bytes(), at, block.length(), sink, rows);
                if (scanner.isAccepted()) {
                    rows++;
                }
            }
            return rows;
        }

        private boolean hasLine() throws IOException {
            while (at >= block.length()) {
                LineBlock read = blocks == null ? null : blocks.next();
                at = 0;
                block = read == null ? NOTHING : read;
                if (read == null && !openNext()) {
                    return false;
                }
            }
            return true;
        }

        private boolean openNext() throws IOException {
            closeFile();
            int index = next.getAndIncrement();
            if (index >= files.size()) {
                return false;
            }
            file = files.get(index);
            blocks = reader.open(file);
            return true;
        }

        private void closeFile() throws IOException {
            LineBlocks open = blocks;
            blocks = null;
            if (open != null) {
                reader.report().add(file, FileDamage.strange(scanner.strange() - strangeBefore));
                strangeBefore = scanner.strange();
                open.close();
            }
        }

        @Override
        public void close() {
            try {
                closeFile();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
