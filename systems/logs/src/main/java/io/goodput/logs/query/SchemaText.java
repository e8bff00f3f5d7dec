package io.goodput.logs.query;

import io.goodput.config.write.Written;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** The tables, for people and for programs. */
public final class SchemaText {
    private SchemaText() {}

    /** A paragraph for each, a line for each column. */
    public static String text(List<LogTable> tables) {
        return tables.stream().map(SchemaText::text).collect(Collectors.joining("\n"));
    }

    private static String text(LogTable table) {
        int names = width(table.columns().stream().map(LogColumn::name).toList());
        int types = width(table.columns().stream().map(LogColumn::type).toList());
        return table.name() + ": " + table.meaning() + "\n"
                + table.columns().stream()
                        .map(column -> ("  %-" + names + "s  %-" + types + "s  %s%n")
                                .formatted(column.name(), column.type(), column.meaning()))
                        .collect(Collectors.joining());
    }

    private static int width(List<String> words) {
        return words.stream().mapToInt(String::length).max().orElse(1);
    }

    /** Each with its columns, in their order. */
    public static Written.Entries json(List<LogTable> tables) {
        var root = new LinkedHashMap<String, Written>();
        root.put(
                "tables",
                new Written.Items(tables.stream().<Written>map(SchemaText::json).toList()));
        return new Written.Entries(root);
    }

    private static Written json(LogTable table) {
        List<Written> columns = table.columns().stream()
                .<Written>map(column -> {
                    var entries = new LinkedHashMap<String, Written>();
                    entries.put("name", new Written.Text(column.name()));
                    entries.put("type", new Written.Text(column.type()));
                    entries.put("meaning", new Written.Text(column.meaning()));
                    return new Written.Entries(entries);
                })
                .toList();
        var entries = new LinkedHashMap<String, Written>();
        entries.put("name", new Written.Text(table.name()));
        entries.put("meaning", new Written.Text(table.meaning()));
        entries.put("columns", new Written.Items(columns));
        return new Written.Entries(entries);
    }
}
