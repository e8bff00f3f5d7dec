package io.goodput.duckdb;

import java.io.IOException;

/** One reading of a table, by several threads at once. */
public interface RowScan {
    /** A share of the rows, for one thread. Thread-safe. */
    RowCursor cursor();

    /** What one thread reads. Not thread-safe; it is closed when there is no more, or nobody asks for more. */
    interface RowCursor extends AutoCloseable {
        /**
         * Tells up to so many rows, from row 0.
         *
         * @param wanted columns are numbered by their place among the wanted ones, from 0
         * @param most at least 1
         * @return how many; 0 only if there is no more
         * @throws IOException if they cannot be read, which ends the question with its message
         */
        int fill(RowSink wanted, int most) throws IOException;

        @Override
        void close();
    }
}
