package io.goodput.logs.query;

import io.goodput.duckdb.QueryException;
import io.goodput.duckdb.RowTable;
import io.goodput.duckdb.SqlAnswer;
import io.goodput.duckdb.SqlLimits;
import io.goodput.duckdb.SqlSession;
import io.goodput.logs.file.FileDamage;
import io.goodput.logs.file.LogFileReader;
import io.goodput.logs.file.ReadReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Asks questions of the records in files. Nothing but these files is read, and nothing is written. Not thread-safe. */
public final class LogQueries implements AutoCloseable {
    private final ReadReport report;
    private final SqlSession session;

    /** Of these files, read in this way. */
    public LogQueries(List<Path> files, LogFileReader reader, SqlLimits limits) {
        report = reader.report();
        List<RowTable> sources = Stream.of(LogSource.values())
                .<RowTable>map(source -> source.table(files, reader))
                .toList();
        session = SqlSession.open(
                limits, sources, LogTables.ALL.stream().map(LogTable::view).toList());
    }

    /** The answer to one SELECT statement. */
    public SqlAnswer ask(String sql) throws QueryException {
        return session.ask(sql);
    }

    /**
     * The answer to a question that more is made of: all of it.
     *
     * @throws QueryException if it has more rows than the limits allow, too
     */
    public SqlAnswer askAll(String sql) throws QueryException {
        return session.askAll(sql);
    }

    /** The files that could not be read whole, as far as questions have looked at them. */
    public Map<Path, FileDamage> damaged() {
        return report.damaged();
    }

    @Override
    public void close() {
        session.close();
    }
}
