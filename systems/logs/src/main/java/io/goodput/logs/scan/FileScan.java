package io.goodput.logs.scan;

import io.goodput.duckdb.RowScan;
import io.goodput.duckdb.RowSink;
import io.goodput.logs.file.FileDamage;
import io.goodput.logs.file.FilePart;
import io.goodput.logs.file.LineBlock;
import io.goodput.logs.file.LineBlocks;
import io.goodput.logs.file.LogFileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One reading of the files: whichever thread has nothing to do takes the next part of one. */
final class FileScan implements RowScan {
    private final List<ScanField> wanted;
    private final @Nullable String kind;
    private final Iterator<Path> files;
    private final LogFileReader reader;
    private @Nullable FilePart taken;

    FileScan(List<ScanField> wanted, @Nullable String kind, List<Path> files, LogFileReader reader) {
        this.wanted = wanted;
        this.kind = kind;
        this.files = files.iterator();
        this.reader = reader.inParts();
    }

    @Override
    public RowCursor cursor() {
        return new FileCursor(new LineScanner(wanted, kind, reader.bounds()));
    }

    private synchronized @Nullable FilePart take() throws IOException {
        FilePart last = taken;
        if (last != null && !last.isLast()) {
            taken = last.next();
        } else {
            taken = files.hasNext() ? FilePart.first(files.next()) : null;
        }
        return taken;
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
            FilePart part = take();
            if (part == null) {
                return false;
            }
            file = part.file();
            blocks = reader.open(part);
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
