package io.goodput.duckdb;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The values of DuckDB as those of {@link SqlAnswer}. */
final class SqlValues {
    private SqlValues() {}

    static @Nullable Object read(ResultSet row, int column, int type) throws SQLException {
        Object value = switch (type) {
            case Types.BOOLEAN -> row.getBoolean(column);
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> row.getLong(column);
            case Types.FLOAT, Types.REAL, Types.DOUBLE -> row.getDouble(column);
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> instant(row.getObject(column));
            case Types.DECIMAL, Types.NUMERIC -> row.getBigDecimal(column);
            default -> plain(row.getObject(column));
        };
        return row.wasNull() ? null : value;
    }

    private static @Nullable Object instant(@Nullable Object value) {
        return switch (value) {
            case java.sql.Timestamp stamp -> stamp.toLocalDateTime().toInstant(ZoneOffset.UTC);
            case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
            case OffsetDateTime offset -> offset.toInstant();
            case null, default -> value;
        };
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Boolean truth -> truth;
            case BigInteger whole -> whole;
            case BigDecimal number -> number;
            case Number number -> number.longValue();
            default -> value.toString();
        };
    }
}
