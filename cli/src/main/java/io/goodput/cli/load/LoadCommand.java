package io.goodput.cli.load;

import io.goodput.load.http.HttpSettings;
import io.goodput.load.result.LoadJson;
import io.goodput.load.result.LoadText;
import io.goodput.load.result.MeasuredLoad;
import io.goodput.load.result.MeasuredLoad.Trust;
import io.goodput.load.run.LoadRun;
import io.goodput.load.traffic.ClosedPlan;
import io.goodput.load.traffic.OpenPlan;
import io.goodput.terminal.ExitStatus;
import io.goodput.terminal.Progress;
import io.goodput.terminal.Subcommand;
import io.goodput.terminal.WholeFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code goodput load}: sends load to a service, and says how it was answered. */
@Command(
        name = "load",
        description = {
            "Sends HTTP load, and says how it was answered: how much in time, and how fast.",
            "",
            "With --rate, requests are sent when they are due, whatever became of the earlier ones; with --closed, each"
                    + " client sends again when it was answered. To this machine only, unless --allow-remote names the"
                    + " host. docs/load.md explains it."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:measured",
            "1:measured, but the figures say nothing of the service: the generator was late, not all was sent, or nothing"
                    + " was answered well",
            "2:bad input",
            "70:an internal error; --stacktrace shows where",
            "74:a file could not be written",
            "130:interrupted; no half-written file is left"
        })
public final class LoadCommand implements Subcommand {
    private static final String STANDARD_OUTPUT = "-";

    /** What says what was measured; no header, which may hold a secret. */
    private static final Set<String> SHOWN = Set.of(
            "--weights",
            "--method",
            "--deadline",
            "--criticality",
            "--class",
            "--rate",
            "--closed",
            "--for",
            "--warm-up",
            "--arrivals",
            "--seed",
            "--connections",
            "--threads",
            "--h2",
            "--streams",
            "--timeout");

    @Spec
    private CommandSpec spec;

    @Mixin
    private LoadRequests requests;

    @Mixin
    private LoadOffer offer;

    @Mixin
    private LoadTransport transport;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Writes the figures as JSON; - for standard output, which then carries nothing else.")
    private @Nullable String json;

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    public LoadCommand() {}

    @Override
    public Integer call() throws Exception {
        if (json != null && !json.equals(STANDARD_OUTPUT)) {
            WholeFiles.refuseUnwritable(spec, "--json", Path.of(json));
        }
        HttpSettings settings;
        List<OpenPlan> open;
        ClosedPlan closed;
        String command;
        try {
            settings = transport.settings(requests.areRemote());
            boolean isClosed = offer.isClosed(requests);
            open = isClosed ? List.of() : offer.open(requests);
            closed = isClosed ? offer.closed(requests, transport.clients()) : null;
            command = "./goodput load " + requests.shown() + GivenOptions.of(spec, SHOWN);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
        List<MeasuredLoad> results =
                closed == null ? open(open, settings) : List.of(new LoadRun(settings, _ -> {}).closed(closed));
        write(results, command);
        return results.getLast().trust() == Trust.FULL ? ExitStatus.OK : ExitStatus.NOT_VALID;
    }

    /** One rate after the other, until one says nothing of the service: a higher one would not either. */
    private static List<MeasuredLoad> open(List<OpenPlan> plans, HttpSettings settings) throws InterruptedException {
        List<MeasuredLoad> results = new ArrayList<>();
        int all = plans.stream().mapToInt(OpenPlan::expectedRequests).sum();
        int done = 0;
        try (Progress progress = Progress.of("load", all, " requests")) {
            for (OpenPlan plan : plans) {
                int before = done;
                results.add(new LoadRun(settings, count -> progress.done(before + count)).open(plan));
                done += plan.expectedRequests();
                if (results.getLast().trust() != Trust.FULL) {
                    break;
                }
            }
        }
        return results;
    }

    private void write(List<MeasuredLoad> results, String command) throws IOException {
        boolean isJson = STANDARD_OUTPUT.equals(json);
        spec.commandLine()
                .getOut()
                .print(
                        isJson
                                ? LoadJson.render(results, command)
                                : results.stream().map(LoadText::render).collect(Collectors.joining("\n")));
        if (json != null && !isJson) {
            try (var files = new WholeFiles()) {
                files.write(Path.of(json), LoadJson.render(results, command));
            }
        }
    }
}
