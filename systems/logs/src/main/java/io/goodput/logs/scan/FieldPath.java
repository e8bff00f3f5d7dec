package io.goodput.logs.scan;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.goodput.duckdb.RowSink;
import io.goodput.logs.file.TimeBounds;
import io.goodput.logs.scan.ScanField.Form;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field of lines by its name; a point leads inside, as in {@code details.plan}. Not thread-safe. */
public final class FieldPath {
    private final LineScanner scanner;
    private final @Nullable FieldPath rest;
    private final Found found = new Found();

    /** Of this name. */
    public FieldPath(String path) {
        int point = path.indexOf('.');
        String name = point < 0 ? path : path.substring(0, point);
        rest = point < 0 ? null : new FieldPath(path.substring(point + 1));
        scanner = new LineScanner(
                List.of(new ScanField(name, rest == null ? Form.TEXT : Form.JSON)), null, TimeBounds.ALWAYS);
    }

    /** What it is in a line, as text; null where it is not there. The line ends with a line feed. */
    public @Nullable String in(byte[] line) {
        found.text = null;
        scanner.scan(line, 0, line.length, found, 0);
        byte[] text = found.text;
        if (text == null) {
            return null;
        }
        return rest == null ? new String(text, UTF_8) : rest.in(ended(text));
    }

    private static byte[] ended(byte[] text) {
        byte[] line = Arrays.copyOf(text, text.length + 1);
        line[text.length] = '\n';
        return line;
    }

    private static final class Found implements RowSink {
        private byte @Nullable [] text;

        @Override
        public void text(int column, int row, byte[] utf8, int from, int length) {
            text = Arrays.copyOfRange(utf8, from, from + length);
        }

        @Override
        public void whole(int column, int row, long value) {}

        @Override
        public void real(int column, int row, double value) {}

        @Override
        public void truth(int column, int row, boolean value) {}

        @Override
        public void clear(int row) {
            text = null;
        }
    }
}
