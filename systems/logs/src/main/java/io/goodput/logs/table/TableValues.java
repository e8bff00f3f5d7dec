package io.goodput.logs.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Values as text. */
final class TableValues {
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter WHOLE_SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);
    private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

    private TableValues() {}

    /** As it is. */
    static String exact(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Instant instant ->
                (instant.equals(instant.truncatedTo(ChronoUnit.SECONDS)) ? WHOLE_SECOND : INSTANT).format(instant);
            case Double number -> number(number);
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }

    /** For people: of a fraction, four digits. */
    static String shown(@Nullable Object value) {
        return switch (value) {
            case Double number when Double.isFinite(number) && number != Math.rint(number) -> rounded(number);
            case null, default -> exact(value);
        };
    }

    private static String number(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? String.valueOf((long) number)
                : String.valueOf(number);
    }

    private static String rounded(double number) {
        var exact = BigDecimal.valueOf(number);
        return Math.abs(number) >= 1000
                ? exact.setScale(0, RoundingMode.HALF_EVEN).toPlainString()
                : exact.round(DIGITS).stripTrailingZeros().toPlainString();
    }

    /** Whether all that a column has are numbers. */
    static boolean isNumeric(ResultTable table, int column) {
        boolean some = false;
        for (var row : table.rows()) {
            Object value = row.get(column);
            if (value != null && !(value instanceof Number)) {
                return false;
            }
            some |= value != null;
        }
        return some;
    }
}
