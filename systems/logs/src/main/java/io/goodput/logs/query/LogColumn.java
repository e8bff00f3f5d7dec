package io.goodput.logs.query;

/**
 * A column of a table.
 *
 * @param name in SQL
 * @param type in SQL, which is never guessed from what records hold
 * @param meaning in a line
 * @param expression what it comes from
 */
public record LogColumn(String name, String type, String meaning, String expression) {
    /** One that a source has by that name and type. */
    static LogColumn of(String name, String type, String meaning) {
        return new LogColumn(name, type, meaning, '"' + name + '"');
    }

    /** JSON; what is none, as in files of others, is NULL. */
    static LogColumn json(String name, String meaning) {
        return new LogColumn(name, "JSON", meaning, "try_cast(\"" + name + "\" as JSON)");
    }
}
