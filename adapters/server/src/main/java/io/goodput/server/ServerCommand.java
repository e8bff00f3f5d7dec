package io.goodput.server;

import io.goodput.config.problem.ConfigException;
import io.goodput.server.admin.ServerIdentity;
import io.goodput.server.folder.DataFolder;
import io.goodput.server.log.LogForm;
import io.goodput.terminal.Subcommand;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command of a server, {@code goodput NAME [FILE.yaml]}: a system's command is a subclass with picocli's annotation
 * and its {@link ServerKind}. Options, the folder, the log, the operator's port, the ready line, the end and the exit
 * statuses are the same for all of them.
 */
public abstract class ServerCommand implements Subcommand {
    private static final int MOST_PORT = 65_535;

    private final ServerKind kind;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE.yaml",
            arity = "0..1",
            description = "Its configuration; without one it runs on safe defaults.")
    private @Nullable Path file;

    @Option(names = "--port", paramLabel = "N", description = "Where it listens first; 0 for a free port.")
    private @Nullable Integer port;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Of this machine (default: ${DEFAULT-VALUE}). Any but loopback takes TLS, or --insecure.")
    private String bind;

    @Option(
            names = "--tls-certificate",
            paramLabel = "FILE",
            description = "PEM, the whole chain; read again when it changes.")
    private @Nullable Path certificate;

    @Option(
            names = "--tls-key",
            paramLabel = "FILE",
            description = "PEM, PKCS#8; refused if others than its owner and group can read it.")
    private @Nullable Path key;

    @Option(names = "--insecure", description = "Listens beyond this machine without TLS.")
    private boolean insecure;

    @Option(
            names = "--admin-port",
            paramLabel = "N",
            description = "The operator's, on 127.0.0.1 (default: the one after --port; a free one for --port 0).")
    private @Nullable Integer adminPort;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "What lasts is in there (default: $XDG_STATE_HOME/goodput/NAME, or that in ~/.local/state).")
    private @Nullable Path data;

    @Option(
            names = "--log",
            paramLabel = "FORM",
            converter = LogFormConverter.class,
            defaultValue = "people",
            description = "Of the log on standard error: people or json (default: ${DEFAULT-VALUE}).")
    private LogForm log;

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    protected ServerCommand(ServerKind kind) {
        this.kind = kind;
    }

    ServerKind kind() {
        return kind;
    }

    @Override
    public final Integer call() {
        int first = port("--port", port, kind.port(file));
        int admin = port("--admin-port", adminPort, first == 0 ? 0 : first + 1);
        var listen = ListenAddress.of(bind, first, certificate, key, insecure);
        var identity = new ServerIdentity(
                kind.name(),
                version(),
                ProcessHandle.current().pid(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
        Path folder = data == null ? DataFolder.standard(kind.name(), System.getenv()) : data.toAbsolutePath();
        return new ServerRun(kind, identity, file, listen, admin, folder, log).run(spec.commandLine());
    }

    private static int port(String option, @Nullable Integer given, int standard) {
        int port = Objects.requireNonNullElse(given, standard);
        if (port < 0 || port > MOST_PORT) {
            throw new ConfigException(option + ": " + port + " (expected: 0 to " + MOST_PORT + ")");
        }
        return port;
    }

    /** The first line of what {@code --version} says. */
    private String version() {
        String[] lines = spec.root().version();
        return lines.length == 0 ? "" : lines[0];
    }

    /** {@code people} and {@code json}. */
    private static final class LogFormConverter implements picocli.CommandLine.ITypeConverter<LogForm> {
        @Override
        public LogForm convert(String word) {
            return switch (word.toLowerCase(Locale.ROOT)) {
                case "people" -> LogForm.PEOPLE;
                case "json" -> LogForm.JSON;
                default -> throw new ConfigException("--log: " + word + " (expected: people or json)");
            };
        }
    }
}
