package io.goodput.duckdb;

import java.time.Duration;

/**
 * What a question may use.
 *
 * @param memoryBytes of DuckDB's own memory, outside of the heap; at least 64 MiB
 * @param threads at least 1
 * @param timeout of one question, in whole seconds, rounded up; at least 1 s
 * @param rows that are read of an answer; what comes after them is left out, and said to be there
 */
public record SqlLimits(long memoryBytes, int threads, Duration timeout, int rows) {
    private static final long LEAST_MEMORY = 64L << 20;

    /** Refuses what is below what it may be. */
    public SqlLimits {
        if (memoryBytes < LEAST_MEMORY) {
            throw new IllegalArgumentException("memory: " + memoryBytes + " bytes (expected: >= 64MiB)");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads + " (expected: >= 1)");
        }
        if (timeout.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("timeout: " + timeout + " (expected: >= 1s)");
        }
        if (rows < 1) {
            throw new IllegalArgumentException("rows: " + rows + " (expected: >= 1)");
        }
    }
}
