package io.goodput.cli.logs;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Parameters;

/** A ready-made question whose words are files, and nothing else. */
abstract class FilesQuestion extends QuestionCommand {
    @Parameters(
            arity = "1..*",
            paramLabel = "FILES",
            description = "Files of records, current, rotated or compressed, or folders of them.")
    private List<Path> files;

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    FilesQuestion() {}

    @Override
    List<Path> files() {
        return files;
    }
}
