package io.goodput.cli.lab;

import io.goodput.terminal.WholeFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where a report without pictures goes: to the terminal, or as JSON there or into a file. */
final class LabText {
    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Writes the figures as JSON; - for standard output, which then carries nothing else.")
    private @Nullable String json;

    /** Said before the run, not after it. */
    void refuseUnwritable(CommandSpec spec) {
        if (json != null && !json.equals("-")) {
            WholeFiles.refuseUnwritable(spec, "--json", Path.of(json));
        }
    }

    void write(String text, Supplier<String> asJson, PrintWriter out) throws IOException {
        if (json == null) {
            out.print(text);
        } else if (json.equals("-")) {
            out.print(asJson.get());
        } else {
            try (var files = new WholeFiles()) {
                files.write(Path.of(json), asJson.get());
            }
            out.print(text);
        }
    }
}
