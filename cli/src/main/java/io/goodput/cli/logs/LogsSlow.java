package io.goodput.cli.logs;

import io.goodput.logs.query.ReadyMade;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code goodput logs slow}: the slowest requests. */
@Command(name = "slow", description = "Shows the slowest requests, with their traces.")
final class LogsSlow extends FilesQuestion {
    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "So many (default: 20).")
    private int limit;

    @Override
    String sql() {
        return ReadyMade.slow(filters.filter(), limit);
    }
}
