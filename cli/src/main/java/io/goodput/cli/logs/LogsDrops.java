package io.goodput.cli.logs;

import io.goodput.logs.file.TimeBounds;
import io.goodput.logs.query.ReadyMade;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code goodput logs drops}: what did not happen. */
@Command(name = "drops", description = "Shows what was shed, refused or lost, by reason.")
final class LogsDrops extends FilesQuestion {
    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "So many (default: 20).")
    private int limit;

    @Override
    String sql() {
        return ReadyMade.drops(filters.filter(), limit);
    }

    /** Of records lost totals are told: how much one grew shows beside the one before only. */
    @Override
    TimeBounds bounds() {
        return TimeBounds.ALWAYS;
    }
}
