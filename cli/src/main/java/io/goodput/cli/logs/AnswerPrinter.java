package io.goodput.cli.logs;

import io.goodput.config.write.JsonWriter;
import io.goodput.config.write.Written;
import io.goodput.logs.file.FileDamage;
import io.goodput.logs.table.ResultTable;
import io.goodput.logs.table.TableCsv;
import io.goodput.logs.table.TableJson;
import io.goodput.logs.table.TableMarkdown;
import io.goodput.logs.table.TableText;
import io.goodput.terminal.Complaints;
import io.goodput.terminal.Terminal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;

/**
 * Prints answers in the form that was asked for; what is wrong with them goes to standard error.
 *
 * @param rows at most so many
 * @param sql the question
 * @param picture what {@link Format#table} prints
 */
record AnswerPrinter(CommandLine command, Format format, int rows, String sql, Function<ResultTable, String> picture) {
    /** Forms of an answer. */
    enum Format {
        table,
        json,
        csv,
        markdown
    }

    void print(ResultTable answer, Map<Path, FileDamage> damaged) {
        ResultTable table = answer.first(rows);
        command.getOut()
                .print(
                        switch (format) {
                            case table -> picture.apply(table);
                            case json -> json(table, damaged);
                            case csv -> TableCsv.render(table);
                            case markdown -> TableMarkdown.render(table);
                        });
        command.getOut().flush();
        if (table.isCut()) {
            Complaints.say(command, "there are more than these " + table.rows().size() + " rows: --rows");
        }
        damaged.forEach((file, damage) -> Complaints.say(command, file + ": " + DamageText.of(damage)));
    }

    /** A table as wide as the terminal; into a file as wide as it is. */
    static String text(ResultTable table) {
        boolean isTerminal = System.getProperty("goodput.out") != null;
        return TableText.render(table, isTerminal ? Terminal.columns() : Integer.MAX_VALUE);
    }

    private String json(ResultTable table, Map<Path, FileDamage> damaged) {
        var root = new LinkedHashMap<String, Written>();
        root.put("sql", new Written.Text(sql));
        root.put("rows", TableJson.render(table));
        root.put("more", new Written.Literal(String.valueOf(table.isCut())));
        root.put(
                "damaged",
                new Written.Items(damaged.entrySet().stream()
                        .map(each -> DamageText.json(each.getKey(), each.getValue()))
                        .toList()));
        return JsonWriter.write(new Written.Entries(root));
    }
}
