package io.goodput.logs.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Columns and rows.
 *
 * @param columns their names, in order
 * @param rows each with a value for each column: null, a Boolean, a Number, an Instant or a String
 * @param isCut whether there were more rows
 */
public record ResultTable(List<String> columns, List<List<@Nullable Object>> rows, boolean isCut) {
    /** The first rows of it. */
    public ResultTable first(int most) {
        return rows.size() <= most ? this : new ResultTable(columns, rows.subList(0, most), true);
    }
}
