package io.goodput.cli.logs;

import io.goodput.config.problem.Echo;
import io.goodput.config.problem.NearestName;
import io.goodput.config.write.JsonWriter;
import io.goodput.logs.query.LogTable;
import io.goodput.logs.query.LogTables;
import io.goodput.logs.query.SchemaText;
import io.goodput.terminal.ExitStatus;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code goodput logs schema}: which tables there are. */
@Command(
        name = "schema",
        description = "Lists the tables that questions can be asked of, their columns, types and meanings.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "2:no such table", "74:it could not be written"})
final class LogsSchema implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "TABLE", description = "Only this table.")
    private @Nullable String table;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    LogsSchema() {}

    @Override
    public Integer call() {
        List<LogTable> chosen = LogTables.ALL.stream()
                .filter(each -> table == null || each.name().equals(table))
                .toList();
        if (chosen.isEmpty() && table != null) {
            throw unknown(table);
        }
        spec.commandLine().getOut().print(json ? JsonWriter.write(SchemaText.json(chosen)) : SchemaText.text(chosen));
        return ExitStatus.OK;
    }

    private ParameterException unknown(String name) {
        List<String> names = LogTables.ALL.stream().map(LogTable::name).toList();
        String nearest = NearestName.of(name, names);
        return new ParameterException(
                spec.commandLine(),
                Echo.of(name) + ": unknown table" + (nearest == null ? "" : ", did you mean " + nearest + "?")
                        + " (expected: one of " + String.join(", ", names) + ")");
    }
}
