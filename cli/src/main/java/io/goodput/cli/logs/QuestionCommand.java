package io.goodput.cli.logs;

import io.goodput.logs.file.TimeBounds;
import io.goodput.terminal.ExitStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What ready-made questions have in common: filters, and that their SQL is told. */
abstract class QuestionCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Mixin
    FilterOptions filters;

    @Mixin
    AnswerOptions answers;

    @Option(
            names = "--sql",
            description = "Only print the SQL, which 'goodput logs query' takes. Else it goes to standard error.")
    boolean onlySql;

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    QuestionCommand() {}

    /** Of which it is asked. */
    abstract List<Path> files();

    /** The question. */
    abstract String sql();

    /** Records of another time need not be read. */
    TimeBounds bounds() {
        return filters.bounds();
    }

    @Override
    public Integer call() throws IOException {
        String sql = sql();
        if (onlySql) {
            spec.commandLine().getOut().println(sql);
            return ExitStatus.OK;
        }
        spec.commandLine().getErr().println(sql);
        spec.commandLine().getErr().flush();
        return ask(sql);
    }

    /** Asks it, and shows the answer. */
    int ask(String sql) throws IOException {
        return answers.answer(files(), bounds(), sql);
    }
}
