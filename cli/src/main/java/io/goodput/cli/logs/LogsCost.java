package io.goodput.cli.logs;

import io.goodput.logs.cost.CostGroup;
import io.goodput.logs.cost.CostQuestions;
import io.goodput.logs.cost.CostSheet;
import io.goodput.logs.cost.PriceList;
import io.goodput.logs.cost.PriceListKind;
import io.goodput.logs.query.LogQueries;
import io.goodput.terminal.ExitStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code goodput logs cost}: what work costs. */
@Command(
        name = "cost",
        description = {
            "Shows what work costs, week by week, by prices from a file.",
            "",
            "CPU is known of processes: it is shared out by the time that work took without what it waited for others."
                    + " What has no price stands under 'unpriced'; it is not free."
        })
final class LogsCost implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILES",
            description = "Files of records, current, rotated or compressed, or folders of them.")
    private List<Path> files;

    @Option(
            names = "--prices",
            paramLabel = "FILE",
            required = true,
            description = "A price list in YAML: docs/telemetry/logs.md says what it may hold.")
    private Path prices;

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            defaultValue = "operation",
            description = "By what to add up: ${COMPLETION-CANDIDATES} (default: operation).")
    private CostGroup by;

    @Mixin
    private TimeOptions times;

    @Mixin
    private AnswerOptions answers;

    @Option(names = "--sql", description = "Only print the SQL. Else it goes to standard error.")
    private boolean onlySql;

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    LogsCost() {}

    @Override
    public Integer call() throws IOException {
        PriceList list = new PriceListKind().read(prices);
        var questions = new CostQuestions(by, list);
        List<String> all = List.of(questions.requests(), questions.dependencies(), questions.processes());
        String sql = String.join(";\n", all);
        var out = onlySql ? spec.commandLine().getOut() : spec.commandLine().getErr();
        out.println(sql);
        out.flush();
        if (onlySql) {
            return ExitStatus.OK;
        }
        return answers.guarded(() -> {
            var sheet = new CostSheet(by, list);
            try (LogQueries queries = answers.open(files, times.bounds())) {
                sheet.addRequests(queries.askAll(all.get(0)));
                sheet.addDependencies(queries.askAll(all.get(1)));
                sheet.addProcesses(queries.askAll(all.get(2)));
                answers.printer(sql, AnswerPrinter::text).print(sheet.table(), queries.damaged());
            }
        });
    }
}
