package io.goodput.cli.logs;

import io.goodput.logs.query.ReadyMade;
import io.goodput.logs.table.TimeChart;
import io.goodput.terminal.Terminal;
import io.goodput.terminal.TimeConverter;
import java.io.IOException;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code goodput logs concurrency}: how many were in work at once. */
@Command(
        name = "concurrency",
        description = {
            "Shows how many requests were in work at once, by Little's law: how many began, times how long they took.",
            "",
            "Without records there is no line: a gap, and no 0."
        })
final class LogsConcurrency extends FilesQuestion {
    @Option(
            names = "--by",
            paramLabel = "TIME",
            defaultValue = "1s",
            converter = TimeConverter.class,
            description = "The interval of a line (default: 1s).")
    private Duration step;

    @Option(names = "--chart", description = "Draw it in place of the table.")
    private boolean chart;

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    LogsConcurrency() {}

    @Override
    String sql() {
        return ReadyMade.concurrency(filters.filter(), step);
    }

    @Override
    int ask(String sql) throws IOException {
        return chart
                ? answers.answer(
                        files(),
                        bounds(),
                        sql,
                        table -> TimeChart.render(table, step, Terminal.columns(), Terminal.hasUnicode()))
                : super.ask(sql);
    }
}
