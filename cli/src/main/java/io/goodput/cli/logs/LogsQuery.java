package io.goodput.cli.logs;

import io.goodput.logs.file.TimeBounds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code goodput logs query}: any question, in SQL. */
@Command(
        name = "query",
        description = {
            "Answers a question in SQL.",
            "",
            "The question is one SELECT over the tables that 'goodput logs schema' lists, in DuckDB's dialect. It reads"
                    + " the files named and nothing else, and writes nothing. Each row of a table stands for 'weight' of"
                    + " what happened: sum(weight) counts, count(*) does not."
        })
final class LogsQuery implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILES... SQL",
            hideParamSyntax = true,
            description = "Files of records or folders of them, and last the question in SQL.")
    private List<String> words;

    @Mixin
    private TimeOptions times;

    @Mixin
    private AnswerOptions answers;

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    LogsQuery() {}

    @Override
    public Integer call() throws IOException {
        String sql = words.getLast();
        if (words.size() < 2 || !sql.contains(" ")) {
            throw new ParameterException(
                    spec.commandLine(), "the question is missing (expected: SQL as the last word)");
        }
        List<Path> files =
                words.subList(0, words.size() - 1).stream().map(Path::of).toList();
        TimeBounds bounds = times.bounds();
        return answers.answer(files, bounds, sql);
    }
}
