package io.goodput.cli.lab;

import io.goodput.lab.fidelity.Fidelity;
import io.goodput.lab.fidelity.FidelityReport;
import io.goodput.terminal.ExitStatus;
import io.goodput.terminal.Progress;
import io.goodput.terminal.WholeFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code goodput lab fidelity}: the lab's predictions beside a real server and a real client. */
@Command(
        name = "fidelity",
        description = {
            "Compares the lab with a real server and a real client on this machine.",
            "",
            "Takes a minute and a half in real time. Leave the machine alone meanwhile: what else it does is measured too."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:every point that is judged is within 10 % of the prediction",
            "1:one is not",
            "2:bad input",
            "70:an internal error; --stacktrace shows where",
            "74:a file could not be written",
            "130:interrupted; no half-written file is left"
        })
final class LabFidelity implements Callable<Integer> {
    private static final String STANDARD_OUTPUT = "-";

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private LabCommand lab;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Writes the figures as JSON; - for standard output, which then carries nothing else.")
    private @Nullable String json;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Writes the table as markdown.")
    private @Nullable Path markdown;

    @Option(names = "--html", paramLabel = "FILE", description = "Writes the table as one self-contained page.")
    private @Nullable Path html;

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    LabFidelity() {}

    @Override
    public Integer call() throws Exception {
        lab.refuseWhatComesBefore("fidelity", spec);
        refuseUnwritable();
        var fidelity = new Fidelity(Fidelity.scenarios(), Runtime.getRuntime().availableProcessors());
        FidelityReport report;
        try (Progress progress = Progress.of("fidelity", fidelity.calls(), " calls")) {
            report = fidelity.run(progress::done);
        }
        write(report, spec.commandLine().getOut());
        return report.holds() ? ExitStatus.OK : ExitStatus.CLAIM_FAILED;
    }

    private void refuseUnwritable() {
        if (json != null && !json.equals(STANDARD_OUTPUT)) {
            WholeFiles.refuseUnwritable(spec, "--json", Path.of(json));
        }
        if (markdown != null) {
            WholeFiles.refuseUnwritable(spec, "--markdown", markdown);
        }
        if (html != null) {
            WholeFiles.refuseUnwritable(spec, "--html", html);
        }
    }

    private void write(FidelityReport report, PrintWriter out) throws IOException {
        out.print(STANDARD_OUTPUT.equals(json) ? report.json() : report.text());
        try (var files = new WholeFiles()) {
            if (json != null && !json.equals(STANDARD_OUTPUT)) {
                files.write(Path.of(json), report.json());
            }
            if (markdown != null) {
                files.write(markdown, report.markdown());
            }
            if (html != null) {
                files.write(html, report.html());
            }
        }
    }
}
