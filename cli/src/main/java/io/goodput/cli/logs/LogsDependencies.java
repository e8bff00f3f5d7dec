package io.goodput.cli.logs;

import io.goodput.logs.query.ReadyMade;
import picocli.CommandLine.Command;

/** {@code goodput logs dependencies}: what others cost. */
@Command(
        name = "dependencies",
        description = "Shows calls to others: retries, hedges, refusals, outcomes, times, and their share of all time.")
final class LogsDependencies extends FilesQuestion {
    @Override
    String sql() {
        return ReadyMade.dependencies(filters.filter());
    }
}
