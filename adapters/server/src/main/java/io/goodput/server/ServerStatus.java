package io.goodput.server;

import io.goodput.server.folder.DataFolder;
import io.goodput.server.folder.Occupant;
import io.goodput.terminal.Complaints;
import io.goodput.terminal.ExitStatus;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code goodput NAME status}: what a running server says of itself, the same figures that its page has. */
@Command(
        name = "status",
        description = {
            "Asks a running server of this machine how it does.",
            "",
            "It is found by --admin, or else by who has the data folder."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:it is ready", "1:it is not ready", "2:bad input", "69:none is running, or it does not answer"
        })
public final class ServerStatus implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @ParentCommand
    private ServerCommand server;

    @Option(names = "--admin", paramLabel = "URL", description = "Of its operator's port: http://127.0.0.1:PORT.")
    private @Nullable URI admin;

    @Option(names = "--data", paramLabel = "DIR", description = "Its data folder, if it is not the standard one.")
    private @Nullable Path data;

    @Option(names = "--json", description = "Prints the JSON as it came.")
    private boolean json;

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    public ServerStatus() {}

    @Override
    public Integer call() {
        try {
            String state = AdminClient.at(admin()).state();
            var text = StateText.of(state);
            spec.commandLine().getOut().print(json ? state + "\n" : text.lines());
            return text.isReady() ? ExitStatus.OK : ExitStatus.NOT_READY;
        } catch (IOException gone) {
            Complaints.say(spec.commandLine(), gone.getMessage());
            return ExitStatus.UNAVAILABLE;
        }
    }

    private URI admin() throws IOException {
        if (admin != null) {
            return admin;
        }
        String name = server.kind().name();
        Path folder = Objects.requireNonNullElseGet(data, () -> DataFolder.standard(name, System.getenv()));
        Occupant occupant = DataFolder.occupant(folder);
        if (occupant == null) {
            throw new IOException("no goodput " + name + " is running with its data in " + folder);
        }
        if (occupant.admin() == null) {
            throw new IOException(occupant + " does not serve yet");
        }
        return occupant.admin();
    }
}
