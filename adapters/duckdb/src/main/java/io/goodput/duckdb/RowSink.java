package io.goodput.duckdb;

/**
 * Takes the values of rows. What is not told is NULL; what is told twice is what was told last, and a row may be begun
 * anew by {@link #clear}.
 */
public interface RowSink {
    /** Text, in UTF-8; it is copied. */
    void text(int column, int row, byte[] utf8, int from, int length);

    /** A whole number. */
    void whole(int column, int row, long value);

    /** A number. */
    void real(int column, int row, double value);

    /** True or false. */
    void truth(int column, int row, boolean value);

    /** Forgets what was told of a row. */
    void clear(int row);
}
