package io.goodput.logs.table;

import io.goodput.config.write.Written;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A table as programs read it: a list of objects, one for each row. */
public final class TableJson {
    private TableJson() {}

    /** The rows; of two columns of one name the second is called {@code NAME_2}. */
    public static Written.Items render(ResultTable table) {
        List<String> names = distinct(table.columns());
        return new Written.Items(table.rows().stream()
                .<Written>map(row -> {
                    var fields = new LinkedHashMap<String, Written>();
                    for (int i = 0; i < names.size(); i++) {
                        fields.put(names.get(i), value(row.get(i)));
                    }
                    return new Written.Entries(fields);
                })
                .toList());
    }

    private static List<String> distinct(List<String> columns) {
        Set<String> taken = new TreeSet<>();
        List<String> names = new ArrayList<>();
        for (String column : columns) {
            String name = column;
            for (int i = 2; !taken.add(name); i++) {
                name = column + "_" + i;
            }
            names.add(name);
        }
        return names;
    }

    private static Written value(@Nullable Object value) {
        return switch (value) {
            case null -> new Written.Literal("null");
            case Double number when !Double.isFinite(number) -> new Written.Literal("null");
            case Number number -> new Written.Literal(TableValues.exact(number));
            case Boolean truth -> new Written.Literal(truth.toString());
            default -> new Written.Text(TableValues.exact(value));
        };
    }
}
