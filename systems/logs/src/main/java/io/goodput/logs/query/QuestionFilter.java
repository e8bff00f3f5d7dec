package io.goodput.logs.query;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which records a ready-made question is about.
 *
 * @param since from then on; null is from the beginning
 * @param until before then; null is to the end
 * @param operation of this one only
 * @param tenant of this one only
 */
public record QuestionFilter(
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable String operation,
        @Nullable String tenant) {
    /** All records. */
    public static final QuestionFilter ALL = new QuestionFilter(null, null, null, null);

    private static final DateTimeFormatter LITERAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

    /**
     * A condition of SQL, for a table with a {@code time}, an operation by that name, and a tenant: lines of their own,
     * or empty.
     */
    String where(String indent, String operationColumn, String... more) {
        List<String> conditions = new ArrayList<>();
        if (since != null) {
            conditions.add("time >= timestamp '" + LITERAL.format(since) + "'");
        }
        if (until != null) {
            conditions.add("time < timestamp '" + LITERAL.format(until) + "'");
        }
        if (operation != null) {
            conditions.add(operationColumn + " = " + text(operation));
        }
        if (tenant != null) {
            conditions.add("tenant = " + text(tenant));
        }
        List<String> all = Stream.concat(Stream.of(more), conditions.stream()).toList();
        return all.isEmpty()
                ? ""
                : all.stream().collect(Collectors.joining("\n" + indent + "  and ", indent + "where ", "\n"));
    }

    /** Text in SQL. */
    static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
