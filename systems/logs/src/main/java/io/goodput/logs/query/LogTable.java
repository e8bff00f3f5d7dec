package io.goodput.logs.query;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table that questions can be asked of.
 *
 * @param name in SQL
 * @param meaning what a row is
 * @param source in SQL: what its columns are taken from
 */
public record LogTable(String name, String meaning, List<LogColumn> columns, String source) {
    /** With the columns that all have in front. */
    static LogTable of(String name, String meaning, String source, LogColumn... columns) {
        Stream<LogColumn> common = Stream.of(
                new LogColumn("time", "TIMESTAMP", "when it began, or was read, in UTC", "make_timestamp(\"at\")"),
                LogColumn.of("service", "VARCHAR", "who writes"),
                LogColumn.of("instance", "VARCHAR", "which of its processes"),
                LogColumn.of("release", "VARCHAR", "which version of it ran"));
        return new LogTable(
                name, meaning, Stream.concat(common, Stream.of(columns)).toList(), source);
    }

    /** The statement that makes it. */
    String view() {
        return columns.stream()
                .map(column -> column.expression() + " as \"" + column.name() + '"')
                .collect(Collectors.joining(", ", "create view " + name + " as select ", " from " + source));
    }
}
