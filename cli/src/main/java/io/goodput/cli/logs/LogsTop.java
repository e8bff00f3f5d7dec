package io.goodput.cli.logs;

import io.goodput.logs.query.ReadyMade;
import io.goodput.logs.query.TopBy;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code goodput logs top}: who contributes most. */
@Command(
        name = "top",
        description =
                "Shows who contributes most, as in 'goodput logs top tenant FILES': requests, failures, time, bytes.")
final class LogsTop extends QuestionCommand {
    @Parameters(index = "0", paramLabel = "BY", description = "By what to add up: ${COMPLETION-CANDIDATES}.")
    private TopBy by;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "FILES",
            description = "Files of records, current, rotated or compressed, or folders of them.")
    private List<Path> files;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "So many (default: 20).")
    private int limit;

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    LogsTop() {}

    @Override
    List<Path> files() {
        return files;
    }

    @Override
    String sql() {
        return ReadyMade.top(by, filters.filter(), limit);
    }
}
