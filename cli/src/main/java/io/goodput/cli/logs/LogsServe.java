package io.goodput.cli.logs;

import io.goodput.config.problem.ConfigException;
import io.goodput.logs.serve.LogsServer;
import io.goodput.terminal.ExitStatus;
import io.goodput.terminal.StopSignal;
import io.goodput.terminal.TimeConverter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code goodput logs serve}: a page over records. */
@Command(
        name = "serve",
        description = {
            "Serves a page on this machine: how a service does, whom that comes from, single traces, and the map.",
            "",
            "It follows what is written, until it is interrupted. Nobody but this machine can ask it."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:it was told to end (SIGTERM)",
            "2:bad input, or the port is taken",
            "70:an internal error",
            "130:interrupted (SIGINT)"
        })
final class LogsServe implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILES", arity = "0..*", description = LogsFiles.DESCRIPTION)
    private List<Path> files = List.of();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8090",
            description = "Of 127.0.0.1; 0 for a free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--by",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            defaultValue = "10s",
            description =
                    "Length of an interval, at least 1s (default: ${DEFAULT-VALUE}); longer where there are many.")
    private Duration by;

    @Mixin
    private LogsFiles reader;

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    LogsServe() {}

    @Override
    public Integer call() {
        if (port < 0 || port > 65_535) {
            throw new ConfigException("--port: " + port + " (expected: 0 to 65535)");
        }
        try (var records = reader.growing(files);
                var server = new LogsServer(records, port, LogsFiles.micros(by))) {
            var stop = StopSignal.listen();
            server.start();
            spec.commandLine().getOut().println("goodput logs: ready on http://127.0.0.1:" + server.port());
            spec.commandLine().getOut().flush();
            return stop.await();
        } catch (IOException taken) {
            throw new ConfigException("--port: " + port + " cannot be had: " + taken.getMessage());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return ExitStatus.INTERRUPTED;
        }
    }
}
