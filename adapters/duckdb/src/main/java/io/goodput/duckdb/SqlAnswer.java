package io.goodput.duckdb;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What DuckDB answered.
 *
 * @param columns the names, in order
 * @param types of the columns, as DuckDB writes them: {@code BIGINT}, {@code VARCHAR}, {@code TIMESTAMP}
 * @param rows each with a value for each column: null, a Boolean, a Long, a Double, a BigDecimal, a BigInteger, an
 *     Instant, or text for all else
 * @param isCut whether there were more rows than were read
 */
public record SqlAnswer(List<String> columns, List<String> types, List<List<@Nullable Object>> rows, boolean isCut) {}
