package io.goodput.cli.logs;

import io.goodput.logs.query.ReadyMade;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code goodput logs errors}: what fails. */
@Command(
        name = "errors",
        description = "Shows what fails, by operation and cause: how often, since when, with an example.")
final class LogsErrors extends FilesQuestion {
    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "So many (default: 20).")
    private int limit;

    @Override
    String sql() {
        return ReadyMade.errors(filters.filter(), limit);
    }
}
