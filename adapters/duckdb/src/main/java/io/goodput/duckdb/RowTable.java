package io.goodput.duckdb;

import java.util.List;

/** A table whose rows are read when a question asks for them. */
public interface RowTable {
    /** What it is called in SQL, as a function without arguments: {@code from NAME()}. */
    String name();

    /** Its columns, in order. */
    List<RowColumn> columns();

    /**
     * Begins to read it, for one mention in one question. Cheap, as the reading itself is not.
     *
     * @param wanted the numbers of the columns that are asked for, from 0
     */
    RowScan scan(List<Integer> wanted);

    /**
     * A column.
     *
     * @param name in SQL
     * @param type what it holds, if it holds anything
     */
    record RowColumn(String name, RowType type) {}

    /** What a column holds. */
    enum RowType {
        /** Text in UTF-8. */
        TEXT,
        /** A whole number of 64 bits. */
        WHOLE,
        /** A number. */
        REAL,
        /** True or false. */
        TRUTH
    }
}
