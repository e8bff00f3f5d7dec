package io.goodput.logs.scan;

import io.goodput.duckdb.RowScan;
import io.goodput.duckdb.RowTable;
import io.goodput.logs.file.LogFileReader;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of one kind that are in files, as a table: what SQL stands on. Every mention of it reads the files again,
 * and only for what it mentions.
 *
 * @param name as a function of SQL
 * @param kind of the records; null for all lines, of whomever
 * @param fields its columns, each named as the field
 * @param reader how files are read, and from when to when records count
 */
public record ScanTable(
        String name, @Nullable String kind, List<ScanField> fields, List<Path> files, LogFileReader reader)
        implements RowTable {
    @Override
    public List<RowColumn> columns() {
        return fields.stream()
                .map(field -> new RowColumn(field.name(), field.form().type()))
                .toList();
    }

    @Override
    public RowScan scan(List<Integer> wanted) {
        return new FileScan(wanted.stream().map(fields::get).toList(), kind, files, reader);
    }
}
