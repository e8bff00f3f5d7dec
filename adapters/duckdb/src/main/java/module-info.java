import org.jspecify.annotations.NullMarked;

/** SQL over rows of our own by DuckDB, which opens no file, loads nothing and changes nothing. */
@NullMarked
module io.goodput.duckdb {
    requires static org.jspecify;
    requires static duckdb.jdbc;
    requires java.sql;

    exports io.goodput.duckdb;
}
