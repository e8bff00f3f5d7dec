package io.goodput.logs.file;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The lines of one file, in order. Not thread-safe. */
public interface LineBlocks extends Closeable {
    /** The next lines; null if there are no more. */
    @Nullable LineBlock next() throws IOException;
}
