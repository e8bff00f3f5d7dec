package io.goodput.duckdb;

import io.goodput.duckdb.QueryException.Fault;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Pattern;

/**
 * Whether a text is one SELECT, which is decided by DuckDB's own parser: it makes a tree of what is nothing else, and a
 * message of all that is. Nothing of the text is run.
 */
final class SqlQuestion {
    private static final String PARSED = """
            select json_extract_string(tree, '$.error'), json_extract_string(tree, '$.error_type'), \
            json_extract_string(tree, '$.error_message'), json_array_length(tree, '$.statements') \
            from (select json_serialize_sql(?::VARCHAR) as tree)""";

    private static final Pattern END = Pattern.compile("[\\s;]+$");

    private SqlQuestion() {}

    /** The question for the first rows of its answer only. It was one statement before. */
    static String first(String sql, long rows) {
        return "select * from (" + END.matcher(sql).replaceAll("") + "\n) as answer limit " + rows;
    }

    static void requireSelect(Connection connection, String sql) throws SQLException, QueryException {
        try (PreparedStatement parse = connection.prepareStatement(PARSED)) {
            parse.setString(1, sql);
            try (ResultSet parsed = parse.executeQuery()) {
                parsed.next();
                if (Boolean.parseBoolean(parsed.getString(1))) {
                    throw "parser".equals(parsed.getString(2))
                            ? new QueryException(Fault.QUESTION, parsed.getString(3))
                            : new QueryException(
                                    Fault.QUESTION, "only questions are answered (expected: one SELECT statement)");
                }
                if (parsed.getInt(4) != 1) {
                    throw new QueryException(
                            Fault.QUESTION, parsed.getInt(4) + " statements at once (expected: one SELECT statement)");
                }
            }
        }
    }
}
