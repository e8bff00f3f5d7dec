package io.goodput.duckdb;

import io.goodput.duckdb.QueryException.Fault;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.duckdb.DuckDBDriver;
import org.duckdb.DuckDBFunctions;
import org.jspecify.annotations.Nullable;

/**
 * DuckDB in this process, over tables of ours and nothing else: no file is opened, no extension loaded, nothing is
 * spilled to disk, and all of that is locked before the first question. Not thread-safe.
 */
public final class SqlSession implements AutoCloseable {
    private static final int MOST_ROWS = 1_000_000;

    private final Connection connection;
    private final SqlLimits limits;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    private SqlSession(Connection connection, SqlLimits limits) {
        this.connection = connection;
        this.limits = limits;
    }

    /**
     * Opens one with its tables and views, and locks it.
     *
     * @param tables what questions can read
     * @param views statements that make views of them, of our own making
     * @throws IllegalStateException if the driver is not there, or does not do what it is asked
     */
    public static SqlSession open(SqlLimits limits, List<RowTable> tables, List<String> views) {
        if (!SqlDriver.isPresent()) {
            throw new IllegalStateException(
                    "DuckDB's driver is missing (expected: org.duckdb:duckdb_jdbc on the class" + " path)");
        }
        try {
            var session = new SqlSession(new DuckDBDriver().connect("jdbc:duckdb:", settings(limits)), limits);
            session.prepare(tables, views);
            return session;
        } catch (SQLException failed) {
            throw new IllegalStateException("DuckDB does not start: " + failed.getMessage(), failed);
        }
    }

    private static Properties settings(SqlLimits limits) {
        var settings = new Properties();
        settings.setProperty("enable_external_access", "false");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("allow_community_extensions", "false");
        settings.setProperty("temp_directory", "");
        settings.setProperty("memory_limit", limits.memoryBytes() / 1024 + "KiB");
        settings.setProperty("threads", String.valueOf(limits.threads()));
        return settings;
    }

    private void prepare(List<RowTable> tables, List<String> views) throws SQLException {
        for (RowTable table : tables) {
            try (var function = DuckDBFunctions.tableFunction()) {
                function.withName(table.name())
                        .withProjectionPushdown()
                        .withFunction(new RowFunction(table, limits.threads(), failure))
                        .register(connection);
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("set TimeZone = 'UTC'");
            for (String view : views) {
                statement.execute(view);
            }
            statement.execute("set lock_configuration = true");
        }
    }

    /**
     * Asks a question.
     *
     * @param sql one SELECT statement
     * @throws QueryException if it is none, cannot be answered, or takes more than the limits allow
     */
    public SqlAnswer ask(String sql) throws QueryException {
        return ask(sql, limits.rows());
    }

    private SqlAnswer ask(String sql, int most) throws QueryException {
        failure.set(null);
        try {
            SqlQuestion.requireSelect(connection, sql);
            // What is wrong with it is said of the text as it was asked.
            connection.prepareStatement(sql).close();
            try (Statement statement = connection.createStatement()) {
                statement.setQueryTimeout((int) limits.timeout().plusMillis(999).toSeconds());
                try (ResultSet rows = statement.executeQuery(SqlQuestion.first(sql, most + 1L))) {
                    return read(rows, most);
                }
            }
        } catch (SQLTimeoutException late) {
            throw tooLong(late);
        } catch (SQLException failed) {
            throw explained(failed);
        }
    }

    /** The same, for who cannot do with a part of the answer: one of more than a million rows is refused. */
    public SqlAnswer askAll(String sql) throws QueryException {
        SqlAnswer answer = ask(sql, MOST_ROWS);
        if (answer.isCut()) {
            throw new QueryException(Fault.LIMIT, "more than " + MOST_ROWS + " rows, the most that are read");
        }
        return answer;
    }

    private SqlAnswer read(ResultSet rows, int most) throws SQLException {
        ResultSetMetaData about = rows.getMetaData();
        int columns = about.getColumnCount();
        List<String> names = new ArrayList<>(columns);
        List<String> types = new ArrayList<>(columns);
        for (int i = 1; i <= columns; i++) {
            names.add(about.getColumnLabel(i));
            types.add(about.getColumnTypeName(i));
        }
        int[] kinds = new int[columns + 1];
        for (int i = 1; i <= columns; i++) {
            kinds[i] = about.getColumnType(i);
        }
        List<List<@Nullable Object>> read = new ArrayList<>();
        boolean more = rows.next();
        while (more && read.size() < most) {
            List<@Nullable Object> row = new ArrayList<>(columns);
            for (int i = 1; i <= columns; i++) {
                row.add(SqlValues.read(rows, i, kinds[i]));
            }
            read.add(row);
            more = rows.next();
        }
        return new SqlAnswer(names, types, read, more);
    }

    private QueryException explained(SQLException failed) {
        Throwable ofRows = failure.get();
        if (ofRows != null) {
            return new QueryException(Fault.ROWS, String.valueOf(ofRows.getMessage()), ofRows);
        }
        String message = String.valueOf(failed.getMessage());
        if (message.startsWith("INTERRUPT") || message.contains("Interrupted!")) {
            return tooLong(failed);
        }
        return new QueryException(
                message.startsWith("Out of Memory") ? Fault.LIMIT : Fault.QUESTION, message.strip(), failed);
    }

    private QueryException tooLong(SQLException late) {
        return new QueryException(
                Fault.LIMIT, "not answered within " + limits.timeout().toSeconds() + "s, the limit of time", late);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException closedAnyway) {
            // It is in memory only: there is nothing that could be lost.
            return;
        }
    }
}
