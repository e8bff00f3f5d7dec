package io.goodput.cli.logs;

import io.goodput.logs.tail.TailFilter;
import io.goodput.logs.tail.TailText;
import io.goodput.logs.tail.TailedFiles;
import io.goodput.telemetry.file.KeyFile;
import io.goodput.terminal.ExitStatus;
import io.goodput.terminal.StopSignal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code goodput logs tail}: the newest records, and those that come. */
@Command(
        name = "tail",
        description = {
            "Shows the newest records, and with --follow those that come, through rotation.",
            "",
            "The files are read frame by frame, as they are flushed: once a second."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done, or told to end while it followed (SIGTERM)",
            "2:bad input",
            "74:a file could not be read, or nobody reads what is printed",
            "130:interrupted while it followed (SIGINT)"
        })
final class LogsTail implements Callable<Integer> {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILES",
            description = "Files of records, or folders in which new ones may appear.")
    private List<Path> files;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            defaultValue = "10",
            description = "So many of the newest (default: 10).")
    private int lines;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what is added, until interrupted.")
    private boolean follow;

    @Option(
            names = "--where",
            paramLabel = "FIELD=VALUE",
            description =
                    "Only records with that, as in tenant=acme or details.plan=gold; all of several have to hold.")
    private List<String> conditions = List.of();

    @Option(names = "--errors", description = "Only work that did not succeed.")
    private boolean errors;

    @Option(names = "--pretty", description = "A short line for people in place of JSON.")
    private boolean pretty;

    @Option(names = "--key", paramLabel = "FILE", description = "The key of files that are sealed.")
    private @Nullable Path key;

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    LogsTail() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        try {
            return tail(new TailFilter(conditions, errors));
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private int tail(TailFilter filter) throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        var text = new TailText();
        Consumer<byte[]> print = line -> out.println(pretty ? text.pretty(line) : TailText.plain(line));
        try (var tailed = new TailedFiles(files, key == null ? null : KeyFile.forFrames(key))) {
            tailed.last(Math.max(0, lines), filter).forEach(print);
            out.flush();
            return follow ? follow(tailed, filter, print) : ExitStatus.OK;
        }
    }

    /** Until it is told to end, or nobody reads any more. */
    private int follow(TailedFiles tailed, TailFilter filter, Consumer<byte[]> print)
            throws IOException, InterruptedException {
        var stop = StopSignal.listen();
        while (!spec.commandLine().getOut().checkError()) {
            Integer told = stop.within(BETWEEN_LOOKS);
            if (told != null) {
                return told;
            }
            tailed.look(line -> {
                if (filter.test(line)) {
                    print.accept(line);
                }
            });
        }
        return ExitStatus.NOT_WRITTEN;
    }
}
