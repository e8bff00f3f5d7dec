package io.goodput.cli.probe;

import io.goodput.lab.probe.Findings;
import io.goodput.lab.probe.ProbeJson;
import io.goodput.lab.probe.ProbeText;
import io.goodput.lab.probe.ServiceFile;
import io.goodput.terminal.WholeFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where a probe's findings go: the scenario to a file, the figures to the terminal unless JSON goes there. */
final class ProbeOutput {
    private static final String STANDARD_OUTPUT = "-";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "service.yaml",
            description = "Where the scenario goes; latencies.csv goes beside it (default: service.yaml).")
    private Path out;

    @Option(names = "--force", description = "Writes over files that are there.")
    private boolean force;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Writes the figures as JSON; - for standard output, which then carries nothing else.")
    private @Nullable String json;

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    ProbeOutput() {}

    /** Said before the load, not after it. */
    void refuseUnwritable(CommandSpec spec) {
        refuse(spec, "--out", out);
        refuse(spec, "--out", latencies());
        if (json != null && !json.equals(STANDARD_OUTPUT)) {
            WholeFiles.refuseUnwritable(spec, "--json", Path.of(json));
        }
    }

    private void refuse(CommandSpec spec, String option, Path file) {
        WholeFiles.refuseUnwritable(spec, option, file);
        if (Files.exists(file) && !force) {
            throw new ParameterException(
                    spec.commandLine(),
                    option + ": " + file + " is there already (expected: another name, or --force)");
        }
    }

    private Path latencies() {
        return out.resolveSibling(ServiceFile.LATENCIES);
    }

    void write(Findings findings, String command, PrintWriter screen) throws IOException {
        boolean isJson = STANDARD_OUTPUT.equals(json);
        screen.print(isJson ? ProbeJson.render(findings, command) : ProbeText.render(findings));
        try (var files = new WholeFiles()) {
            if (json != null && !isJson) {
                files.write(Path.of(json), ProbeJson.render(findings, command));
            }
            if (findings.recommendation() != null) {
                ServiceFile service = ServiceFile.of(findings, command);
                if (!service.latencies().isEmpty()) {
                    files.write(latencies(), service.latencies());
                }
                files.write(out, service.yaml());
            }
        }
        if (findings.recommendation() != null && !isJson) {
            screen.printf("%nWrote %s. Run it: ./goodput lab run %s%n", out, out);
        }
    }
}
