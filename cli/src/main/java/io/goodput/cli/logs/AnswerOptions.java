package io.goodput.cli.logs;

import io.goodput.config.quantity.Sizes;
import io.goodput.duckdb.QueryException;
import io.goodput.duckdb.SqlAnswer;
import io.goodput.duckdb.SqlDriver;
import io.goodput.duckdb.SqlLimits;
import io.goodput.logs.file.LogFileReader;
import io.goodput.logs.file.LogFiles;
import io.goodput.logs.file.ReadReport;
import io.goodput.logs.file.TimeBounds;
import io.goodput.logs.query.LogQueries;
import io.goodput.logs.table.ResultTable;
import io.goodput.telemetry.file.KeyFile;
import io.goodput.terminal.Complaints;
import io.goodput.terminal.ExitStatus;
import io.goodput.terminal.TimeConverter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
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
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "How to print the answer: ${COMPLETION-CANDIDATES} (default: table).")
    private AnswerPrinter.Format format;

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

    /** Asks of the records in these files, and prints the answer. */
    int answer(List<Path> named, TimeBounds bounds, String sql) throws IOException {
        return answer(named, bounds, sql, AnswerPrinter::text);
    }

    /** The same, with a picture of its own where a table would be. */
    int answer(List<Path> named, TimeBounds bounds, String sql, Function<ResultTable, String> picture)
            throws IOException {
        return guarded(() -> {
            try (LogQueries queries = open(named, bounds)) {
                SqlAnswer answer = queries.ask(sql);
                var table = new ResultTable(answer.columns(), answer.rows(), answer.isCut());
                printer(sql, picture).print(table, queries.damaged());
            }
        });
    }

    /** What asks questions. */
    @FunctionalInterface
    interface Asking {
        void run() throws QueryException, IOException;
    }

    /** Runs it, if there is something to run it with, and says what went wrong; the exit status. */
    int guarded(Asking asking) throws IOException {
        CommandLine command = spec.commandLine();
        if (!SqlDriver.isPresent()) {
            Complaints.say(
                    command,
                    "DuckDB's driver is missing (expected: duckdb_jdbc in the folder logs beside goodput.jar, where"
                            + " the goodput script finds it)");
            return ExitStatus.UNAVAILABLE;
        }
        try {
            asking.run();
            return ExitStatus.OK;
        } catch (QueryException failed) {
            String.valueOf(failed.getMessage())
                    .lines()
                    .filter(line -> !line.isBlank())
                    .forEach(line -> Complaints.say(command, line));
            return switch (failed.fault()) {
                case QUESTION -> ExitStatus.BAD_INPUT;
                case LIMIT -> ExitStatus.NOT_ANSWERED;
                case ROWS -> ExitStatus.NOT_WRITTEN;
            };
        }
    }

    LogQueries open(List<Path> named, TimeBounds bounds) throws IOException {
        return new LogQueries(files(named), reader(bounds), limits());
    }

    AnswerPrinter printer(String sql, Function<ResultTable, String> picture) {
        return new AnswerPrinter(spec.commandLine(), json ? AnswerPrinter.Format.json : format, rows, sql, picture);
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
