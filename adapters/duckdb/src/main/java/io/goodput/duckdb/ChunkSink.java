package io.goodput.duckdb;

import io.goodput.duckdb.RowFunction.Reading;
import io.goodput.duckdb.RowScan.RowCursor;
import java.io.IOException;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBTableFunctionState;
import org.jspecify.annotations.Nullable;

/** What one of DuckDB's threads reads, and the chunk that it fills. */
final class ChunkSink implements RowSink, DuckDBTableFunctionState {
    private @Nullable RowCursor cursor;
    private ColumnBuffer[] columns = {};

    /** The first rows, or the next; what they are of is known from the first time on only. */
    int fill(Reading reading, DuckDBDataChunkWriter chunk) throws IOException {
        int capacity = (int) chunk.capacity();
        RowCursor rowsOfThread = cursor;
        if (rowsOfThread == null) {
            rowsOfThread = reading.scan().cursor();
            cursor = rowsOfThread;
            columns = reading.types().stream()
                    .map(type -> new ColumnBuffer(type, capacity))
                    .toArray(ColumnBuffer[]::new);
        }
        int rows = rowsOfThread.fill(this, capacity);
        if (rows > 0) {
            for (int i = 0; i < columns.length; i++) {
                columns[i].moveTo(chunk.vector(i), rows);
            }
        }
        return rows;
    }

    @Override
    public void text(int column, int row, byte[] utf8, int from, int length) {
        columns[column].text(row, utf8, from, length);
    }

    @Override
    public void whole(int column, int row, long value) {
        columns[column].number(row, value);
    }

    @Override
    public void real(int column, int row, double value) {
        columns[column].number(row, Double.doubleToRawLongBits(value));
    }

    @Override
    public void truth(int column, int row, boolean value) {
        columns[column].number(row, value ? 1 : 0);
    }

    @Override
    public void clear(int row) {
        for (ColumnBuffer column : columns) {
            column.clear(row);
        }
    }

    @Override
    public void close() {
        if (cursor != null) {
            cursor.close();
        }
    }
}
