package io.goodput.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code goodput} command: what every command shares, and the list of commands. */
@Command(
        name = "goodput",
        description = "Keeps services answering in time when things go wrong.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        subcommands = {Lab.class},
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done; every claim holds",
            "1:a claim does not hold",
            "2:bad input: an unknown command or option, an invalid file",
            "70:an internal error; --stacktrace shows where",
            "74:the output could not be written"
        })
public final class Goodput implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "Show the stack trace of an internal error.")
    private boolean stacktrace;

    /** Only picocli fills in the specification, right after construction. */
    @SuppressWarnings("NullAway.Init")
    Goodput() {}

    /** Runs one command and ends the JVM with its exit status. */
    public static void main(String... args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        var root = new Goodput();
        return new CommandLine(root)
                .setExecutionStrategy(new LastCommand())
                .setParameterExceptionHandler(Complaints::badInput)
                .setExecutionExceptionHandler(
                        (failure, command, parsed) -> Complaints.failure(failure, command, root.stacktrace));
    }

    /** The status of a command whose last act was to write, for output that is lost must not look like success. */
    static int written(PrintWriter out, int status) throws IOException {
        if (out.checkError()) {
            throw new IOException("standard output could not be written to");
        }
        return status;
    }

    /** Without a command there is nothing to do but to say what there is. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitStatus.OK;
    }
}
