package io.goodput.cli.logs;

import io.goodput.terminal.WholeFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What an answer comes out as: text, unless something else is asked for. */
final class LogsForm {
    @Option(names = "--json", description = "Prints it as JSON.")
    private boolean json;

    @Option(names = "--html", paramLabel = "FILE", description = "Draws it as a self-contained page.")
    private @Nullable Path html;

    /** Made by picocli, and where neither option is given. */
    LogsForm() {}

    /** Said before the work, not after it. */
    void refuseUnwritable(CommandSpec spec) {
        if (html != null) {
            WholeFiles.refuseUnwritable(spec, "--html", html);
        }
    }

    void write(CommandSpec spec, Supplier<String> text, Supplier<String> asJson, Supplier<String> page)
            throws IOException {
        if (html != null) {
            try (var files = new WholeFiles()) {
                files.write(html, page.get());
            }
        } else {
            spec.commandLine().getOut().print(json ? asJson.get() : text.get());
        }
    }
}
