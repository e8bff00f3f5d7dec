package io.goodput.logs.tail;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A file that may be written while it is read. Not thread-safe. */
interface GrowingFile extends Closeable {
    /** Tells the whole lines that were added since the last time, each with its line feed. */
    void read(Consumer<byte[]> to) throws IOException;

    /** What it is, whatever it is called; null where that is not known. */
    @Nullable Object identity();

    /** It is called so from now on. */
    void movedTo(Path path);

    /** Passes over what there is by now. */
    void skip() throws IOException;
}
