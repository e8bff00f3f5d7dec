package io.goodput.duckdb;

import io.goodput.duckdb.RowTable.RowColumn;
import io.goodput.duckdb.RowTable.RowType;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.jspecify.annotations.Nullable;

/**
 * A table as DuckDB calls it: what it has, which columns a question wants, and then chunk by chunk, on several threads.
 */
final class RowFunction implements DuckDBTableFunction<RowTable, RowFunction.Reading, ChunkSink> {
    private final RowTable table;
    private final int threads;
    /** DuckDB makes text of what is thrown to it, stack trace and all; this is what was thrown. */
    private final AtomicReference<@Nullable Throwable> failure;

    RowFunction(RowTable table, int threads, AtomicReference<@Nullable Throwable> failure) {
        this.table = table;
        this.threads = threads;
        this.failure = failure;
    }

    /** One mention of the table in one question. */
    record Reading(RowScan scan, List<RowType> types) {}

    @Override
    public RowTable bind(DuckDBTableFunctionBindInfo info) {
        for (RowColumn column : table.columns()) {
            info.addResultColumn(
                    column.name(),
                    switch (column.type()) {
                        case TEXT -> String.class;
                        case WHOLE -> Long.class;
                        case REAL -> Double.class;
                        case TRUTH -> Boolean.class;
                    });
        }
        return table;
    }

    @Override
    public Reading init(DuckDBTableFunctionInitInfo info) {
        info.setMaxThreads(threads);
        List<RowColumn> columns = table.columns();
        // Of a question that wants no column, only how many rows there are, it still asks for one, or for one of its
        // own.
        List<Integer> wanted = LongStream.range(0, info.getColumnCount())
                .map(info::getColumnIndex)
                .mapToObj(index -> index >= 0 && index < columns.size() ? (int) index : 0)
                .toList();
        return new Reading(
                table.scan(wanted),
                wanted.stream().map(index -> columns.get(index).type()).toList());
    }

    @Override
    public ChunkSink localInit(DuckDBTableFunctionInitInfo info) {
        return new ChunkSink();
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo call, DuckDBDataChunkWriter chunk) throws IOException {
        Reading reading = call.getInitData();
        ChunkSink sink = call.getLocalInitData();
        try {
            return sink.fill(reading, chunk);
        } catch (IOException | RuntimeException failed) {
            failure.compareAndSet(null, failed);
            throw failed;
        }
    }
}
