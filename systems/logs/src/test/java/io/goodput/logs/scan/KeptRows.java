package io.goodput.logs.scan;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.goodput.duckdb.RowSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps what it is told, row by row, by the number of the column. */
final class KeptRows implements RowSink {
    private final Map<Integer, Map<Integer, Object>> rows = new TreeMap<>();

    /** The values of each row, in the order of the columns, without those that were not told. */
    List<List<Object>> rows() {
        return rows.values().stream()
                .<List<Object>>map(row -> new ArrayList<>(row.values()))
                .toList();
    }

    private void tell(int column, int row, Object value) {
        rows.computeIfAbsent(row, _ -> new TreeMap<>()).put(column, value);
    }

    @Override
    public void text(int column, int row, byte[] utf8, int from, int length) {
        tell(column, row, new String(utf8, from, length, UTF_8));
    }

    @Override
    public void whole(int column, int row, long value) {
        tell(column, row, value);
    }

    @Override
    public void real(int column, int row, double value) {
        tell(column, row, value);
    }

    @Override
    public void truth(int column, int row, boolean value) {
        tell(column, row, value);
    }

    @Override
    public void clear(int row) {
        rows.remove(row);
    }
}
