package io.goodput.cli.logs;

import io.goodput.duckdb.QueryException;
import io.goodput.logs.compare.SideComparison;
import io.goodput.logs.compare.SideFigures;
import io.goodput.logs.file.FileDamage;
import io.goodput.logs.query.DiffQuestion;
import io.goodput.logs.query.LogQueries;
import io.goodput.logs.query.QuestionFilter;
import io.goodput.terminal.ExitStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code goodput logs diff}: before and after a deployment. */
@Command(
        name = "diff",
        description = {
            "Compares two sides of a deployment: which operations fail more, or take longer, by more than chance explains.",
            "",
            "Two files or folders are the two sides; or the same files, told apart by --at or by --releases. An interval"
                    + " that holds 0 is 'no difference shown', which is not the same as none."
        })
final class LogsDiff implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILES",
            description = "What was before and what is after, or all of it with --at or --releases.")
    private List<Path> files;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            converter = TimeOptions.MomentConverter.class,
            description = "When it was deployed: before and after that.")
    private @Nullable Instant at;

    @Option(names = "--releases", paramLabel = "A..B", description = "Two releases, as in 1.4.1..1.4.2.")
    private @Nullable String releases;

    @Option(
            names = "--confidence",
            paramLabel = "SHARE",
            defaultValue = "0.999",
            description = "Of each interval. There are three for each operation, so it is high (default: 0.999).")
    private double confidence;

    @Mixin
    private FilterOptions filters;

    @Mixin
    private AnswerOptions answers;

    @Option(
            names = "--sql",
            description = "Only print the SQL of both sides, which 'goodput logs query' takes. Else it goes to standard"
                    + " error.")
    private boolean onlySql;

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    LogsDiff() {}

    /** What is asked of one side. */
    private record Side(List<Path> files, QuestionFilter filter, String sql) {}

    @Override
    public Integer call() throws IOException {
        if (!(confidence > 0.5 && confidence < 1)) {
            throw new ParameterException(
                    spec.commandLine(), "--confidence: " + confidence + " (expected: > 0.5 and < 1)");
        }
        var question = new DiffQuestion(confidence);
        List<Side> sides = sides(question);
        var out = onlySql ? spec.commandLine().getOut() : spec.commandLine().getErr();
        sides.stream().map(Side::sql).distinct().forEach(out::println);
        out.flush();
        return onlySql ? ExitStatus.OK : answers.guarded(() -> compare(sides, question.z()));
    }

    private void compare(List<Side> sides, double z) throws QueryException, IOException {
        Map<Path, FileDamage> damaged = new TreeMap<>();
        var comparison = new SideComparison(ask(sides.getFirst(), damaged), ask(sides.getLast(), damaged), z);
        String sql = sides.getFirst().sql() + ";\n" + sides.getLast().sql();
        answers.printer(sql, AnswerPrinter::text).print(comparison.table(), damaged);
    }

    private Map<String, SideFigures> ask(Side side, Map<Path, FileDamage> damaged) throws QueryException, IOException {
        QuestionFilter filter = side.filter();
        try (LogQueries queries = answers.open(side.files(), TimeOptions.bounds(filter.since(), filter.until()))) {
            Map<String, SideFigures> figures = DiffQuestion.read(queries.askAll(side.sql()));
            damaged.putAll(queries.damaged());
            return figures;
        }
    }

    private List<Side> sides(DiffQuestion question) {
        QuestionFilter all = filters.filter();
        if (releases != null && at == null) {
            String[] both = releases.split("\\.\\.", -1);
            if (both.length != 2) {
                throw new ParameterException(
                        spec.commandLine(), "--releases: " + releases + " (expected: two, as in 1.4.1..1.4.2)");
            }
            return List.of(
                    new Side(files, all, question.sql(all, both[0])), new Side(files, all, question.sql(all, both[1])));
        }
        if (at != null && releases == null) {
            var before = new QuestionFilter(all.since(), at, all.operation(), all.tenant());
            var after = new QuestionFilter(at, all.until(), all.operation(), all.tenant());
            return List.of(
                    new Side(files, before, question.sql(before, null)),
                    new Side(files, after, question.sql(after, null)));
        }
        if (at != null || files.size() != 2) {
            throw new ParameterException(spec.commandLine(), "expected: two files or folders, or --at, or --releases");
        }
        String sql = question.sql(all, null);
        return List.of(new Side(List.of(files.getFirst()), all, sql), new Side(List.of(files.getLast()), all, sql));
    }
}
