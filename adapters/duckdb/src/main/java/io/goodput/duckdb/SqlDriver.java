package io.goodput.duckdb;

/** DuckDB's driver, which is no dependency of this module. This class is of use without it; the others are not. */
public final class SqlDriver {
    private SqlDriver() {}

    /** Whether it is there. It is looked for, and not loaded. */
    public static boolean isPresent() {
        return SqlDriver.class.getClassLoader().getResource("org/duckdb/DuckDBDriver.class") != null;
    }
}
