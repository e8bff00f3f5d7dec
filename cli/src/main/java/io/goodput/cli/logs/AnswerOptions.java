package io.goodput.cli.logs;

import io.goodput.config.quantity.Sizes;
import io.goodput.config.write.JsonWriter;
import io.goodput.config.write.Written;
import io.goodput.duckdb.QueryException;
import io.goodput.duckdb.SqlAnswer;
import io.goodput.duckdb.SqlLimits;
import io.goodput.duckdb.SqlSession;
import io.goodput.logs.file.FileDamage;
import io.goodput.logs.file.LogFileReader;
import io.goodput.logs.file.LogFiles;
import io.goodput.logs.file.ReadReport;
import io.goodput.logs.query.LogQueries;
import io.goodput.logs.file.TimeBounds;
import io.goodput.logs.table.ResultTable;
import io.goodput.logs.table.TableCsv;
import io.goodput.logs.table.TableJson;
import io.goodput.logs.table.TableMarkdown;
import io.goodput.logs.table.TableText;
import io.goodput.telemetry.file.KeyFile;
import io.goodput.terminal.Complaints;
import io.goodput.terminal.ExitStatus;
import io.goodput.terminal.Terminal;
import io.goodput.terminal.TimeConverter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** What a question may use, and how its answer is shown. */
@Command(
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:answered",
            "1:not answered within its limits of time and memory",
            "2:bad input: no such file, no such column, no single SELECT",
            "69:DuckDB's driver is missing",
            "74:a file could not be read, or the answer not be written"
        })
final class AnswerOptions {
    /** Forms of an answer. */
    enum Format {
        table,
        json,
        csv,
        markdown
    }

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "How to print the answer: ${COMPLETION-CANDIDATES} (default: table).")
    private Format format;

    @Option(names = "--json", description = "The same as --format json.")
    private boolean json;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "1000",
            description = "At most so many rows are printed; whether there are more is said (default: 1000).")
    private int rows;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "60s",
            converter = TimeConverter.class,
            description = "How long a question may take (default: 60s).")
    private Duration timeout;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            defaultValue = "2GiB",
            converter = SizeConverter.class,
            description = "What DuckDB may use beside Java's heap; nothing goes to disk (default: 2GiB).")
    private long memory;

    @Option(names = "--key", paramLabel = "FILE", description = "The key of files that are sealed.")
    private @Nullable Path key;

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    AnswerOptions() {}

    /** What is done with the answer to a question; it answers with the exit status. */
    @FunctionalInterface
    interface Printer {
        String text(ResultTable table);
    }

    /** Asks, and prints the answer. */
    int answer(List<Path> named, TimeBounds bounds, String sql) throws IOException {
        return answer(named, bounds, sql, this::text);
    }

    /** The same, with a picture of its own where a table would be. */
    int answer(List<Path> named, TimeBounds bounds, String sql, Printer picture) throws IOException {
        CommandLine command = spec.commandLine();
        if (!SqlSession.isAvailable()) {
            Complaints.say(
                    command,
                    "DuckDB's driver is missing (expected: duckdb_jdbc in the folder logs beside goodput.jar, where"
                            + " the goodput script finds it)");
            return ExitStatus.UNAVAILABLE;
        }
        try (var queries = new LogQueries(files(named), reader(bounds), limits())) {
            SqlAnswer answer = queries.ask(sql);
            print(new ResultTable(answer.columns(), answer.rows(), answer.isCut()), sql, queries.damaged(), picture);
            return ExitStatus.OK;
        } catch (QueryException failed) {
            String.valueOf(failed.getMessage()).lines().filter(line -> !line.isBlank()).forEach(line -> Complaints.say(command, line));
            return switch (failed.fault()) {
                case QUESTION -> ExitStatus.BAD_INPUT;
                case LIMIT -> ExitStatus.NOT_ANSWERED;
                case ROWS -> ExitStatus.NOT_WRITTEN;
            };
        }
    }

    private List<Path> files(List<Path> named) throws IOException {
        try {
            return LogFiles.of(named);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private LogFileReader reader(TimeBounds bounds) throws IOException {
        return new LogFileReader(bounds, key == null ? null : KeyFile.forFrames(key), new ReadReport());
    }

    private SqlLimits limits() {
        try {
            return new SqlLimits(memory, Runtime.getRuntime().availableProcessors(), timeout, rows);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private void print(ResultTable table, String sql, Map<Path, FileDamage> damaged, Printer picture) {
        CommandLine command = spec.commandLine();
        Format chosen = json ? Format.json : format;
        command.getOut()
                .print(
                        switch (chosen) {
                            case table -> picture.text(table);
                            case json -> json(table, sql, damaged);
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
    String text(ResultTable table) {
        boolean isTerminal = System.getProperty("goodput.out") != null;
        return TableText.render(table, isTerminal ? Terminal.columns() : Integer.MAX_VALUE);
    }

    private static String json(ResultTable table, String sql, Map<Path, FileDamage> damaged) {
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

    /** A size as everywhere else. */
    private static final class SizeConverter implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            try {
                return Sizes.parse(text);
            } catch (IllegalArgumentException wrong) {
                throw new TypeConversionException(String.valueOf(wrong.getMessage()));
            }
        }
    }
}
