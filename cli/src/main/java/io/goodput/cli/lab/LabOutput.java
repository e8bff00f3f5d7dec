package io.goodput.cli.lab;

import io.goodput.terminal.Terminal;
import io.goodput.terminal.WholeFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where a report goes: to the terminal, unless JSON goes there, and to whatever files were asked for. */
final class LabOutput {
    private static final String STANDARD_OUTPUT = "-";

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Writes the figures as JSON; - for standard output, which then carries nothing else.")
    private @Nullable String json;

    @Option(names = "--html", paramLabel = "FILE", description = "Writes the report as one self-contained page.")
    private @Nullable Path html;

    @Option(names = "--svg", paramLabel = "DIR", description = "Writes the pictures as SVG files into this folder.")
    private @Nullable Path svg;

    /** Said before the run, not after it. */
    void refuseUnwritable(CommandSpec spec) {
        if (json != null && !json.equals(STANDARD_OUTPUT)) {
            WholeFiles.refuseUnwritable(spec, "--json", Path.of(json));
        }
        if (html != null) {
            WholeFiles.refuseUnwritable(spec, "--html", html);
        }
        if (svg != null && !canBeFolder(svg)) {
            throw new ParameterException(
                    spec.commandLine(), "--svg: " + svg + " (expected: a folder that can be written to)");
        }
    }

    /** It is one, or its nearest ancestor that exists lets it be made. */
    private static boolean canBeFolder(Path path) {
        Path existing = path.toAbsolutePath();
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        return !path.toString().isEmpty()
                && existing != null
                && Files.isDirectory(existing)
                && Files.isWritable(existing);
    }

    void write(Rendering report, PrintWriter out) throws IOException {
        try (var files = new WholeFiles()) {
            if (html != null) {
                files.write(html, report.html());
            }
            if (svg != null) {
                Files.createDirectories(svg);
                for (var picture : report.pictures().entrySet()) {
                    files.write(svg.resolve(picture.getKey()), picture.getValue());
                }
            }
            if (json != null && !json.equals(STANDARD_OUTPUT)) {
                files.write(Path.of(json), report.json());
            }
        }
        boolean isJson = STANDARD_OUTPUT.equals(json);
        out.print(isJson ? report.json() : report.text(Terminal.screen()));
    }
}
