/**
 * SQL over rows that are ours: {@link io.goodput.duckdb.SqlSession} gives DuckDB tables whose rows a
 * {@link io.goodput.duckdb.RowTable} brings, thread by thread and column by column, and asks it questions.
 *
 * <p>DuckDB opens no file, loads no extension, spills nothing to disk and keeps its settings: all of that is switched
 * off before the first statement and locked. A question is one SELECT, by DuckDB's own parser. In: tables and a
 * question; out: rows, or a {@link io.goodput.duckdb.QueryException} that says what was wrong with it.
 *
 * <p>The driver ({@code org.duckdb:duckdb_jdbc}, 80 MB) is not among the dependencies of this module; whoever uses it
 * puts it beside.
 */
package io.goodput.duckdb;
