package io.goodput.logs.tail;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.Consumer;

/** A file that may be written while it is read. Not thread-safe. */
interface GrowingFile extends Closeable {
    /** Tells the whole lines that were added since the last time, each with its line feed. */
    void read(Consumer<byte[]> to) throws IOException;

    /** Passes over what there is by now. */
    void skip() throws IOException;
}
