package io.goodput.bench.load;

import java.io.IOException;

/** One way to load a server for some seconds. */
@FunctionalInterface
interface Generator {
    /** Does so. */
    Slice load(int seconds) throws IOException, InterruptedException;
}
