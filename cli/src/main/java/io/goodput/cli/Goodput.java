package io.goodput.cli;

import io.goodput.terminal.Complaints;
import io.goodput.terminal.ExitStatus;
import io.goodput.terminal.Subcommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done; every claim holds",
            "1:a claim does not hold, a probe found nothing to recommend, or a file has warnings (with --strict)",
            "2:bad input: an unknown command or option, an invalid file",
            "70:an internal error; --stacktrace shows where",
            "74:the output could not be written"
        })
public final class Goodput implements Callable<Integer> {
    /** What the launcher of a checkout does by itself, with the sources. */
    private static final String[] OF_A_CHECKOUT = {
        "",
        "In a checkout also, each with a --help of its own:",
        "  publish     Puts the last commit into a folder that is a Maven repository.",
        "  dist        Packs the last commit: a tar ball and a Debian package."
    };

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

    /** Runs one command and ends the JVM with its exit status. Output that is lost must not look like success. */
    public static void main(String... args) {
        PrintWriter out = standardOutput();
        int status = commandLine().setOut(out).execute(args);
        if (out.checkError()) {
            System.err.println("goodput: standard output could not be written to");
            status = ExitStatus.NOT_WRITTEN;
        }
        System.exit(status);
    }

    /** {@link System#out} would swallow what goes wrong. */
    private static PrintWriter standardOutput() {
        return new PrintWriter(new FileOutputStream(FileDescriptor.out), false, System.out.charset());
    }

    static CommandLine commandLine() {
        var root = new Goodput();
        var goodput = new CommandLine(root);
        subcommands().forEach(goodput::addSubcommand);
        if (Boolean.getBoolean("goodput.checkout")) {
            goodput.getCommandSpec().usageMessage().footer(OF_A_CHECKOUT);
        }
        return goodput.setExecutionStrategy(new LastCommand())
                .setParameterExceptionHandler(Complaints::badInput)
                .setExecutionExceptionHandler(
                        (failure, command, parsed) -> Complaints.failure(failure, command, root.stacktrace));
    }

    private static Stream<CommandLine> subcommands() {
        return ServiceLoader.load(Subcommand.class).stream()
                .map(found -> new CommandLine(found.get()))
                .sorted(Comparator.comparing(CommandLine::getCommandName));
    }

    /** Without a command there is nothing to do but to say what there is. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitStatus.OK;
    }
}
