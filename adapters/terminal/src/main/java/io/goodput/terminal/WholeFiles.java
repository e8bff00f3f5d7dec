package io.goodput.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Writes files that are whole or not there at all: into another file in the same folder, which then takes the name.
 * What an interrupt leaves half-written is deleted on the way out.
 */
public final class WholeFiles implements AutoCloseable {
    private final AtomicReference<@Nullable Path> unfinished = new AtomicReference<>();
    private final Thread cleaner = new Thread(this::deleteUnfinished, "delete-unfinished");

    /** Until it is closed, an end of the process deletes what is half-written. */
    public WholeFiles() {
        Runtime.getRuntime().addShutdownHook(cleaner);
    }

    /** Said before the work, not after it: a file can take that name. */
    public static void refuseUnwritable(CommandSpec spec, String option, Path file) {
        Path folder = file.toAbsolutePath().getParent();
        boolean isFile = !Files.exists(file) || Files.isRegularFile(file);
        if (!isFile || folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new ParameterException(
                    spec.commandLine(),
                    option + ": " + file + " cannot be written (expected: a file in a folder that exists)");
        }
    }

    /** The file is there with all of the text, or as it was. */
    public void write(Path file, String text) throws IOException {
        Path part = file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        unfinished.set(part);
        try {
            Files.writeString(part, text, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new IOException(file + " could not be written: " + failed.getMessage(), failed);
        } finally {
            deleteUnfinished();
        }
    }

    private void deleteUnfinished() {
        Path part = unfinished.getAndSet(null);
        try {
            if (part != null) {
                Files.deleteIfExists(part);
            }
        } catch (IOException stays) {
            // It is hidden, named after its report, and whole or not: nobody takes it for the report.
            return;
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(cleaner);
        } catch (IllegalStateException shuttingDown) {
            deleteUnfinished();
        }
    }
}
