package io.goodput.server.folder;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Another process has the folder. The message says which. */
public final class FolderInUseException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    FolderInUseException(Path folder, @Nullable Occupant occupant) {
        super(folder + " is in use by " + (occupant == null ? "another process" : occupant));
    }
}
