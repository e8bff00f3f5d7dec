package io.goodput.server;

import io.goodput.server.admin.AdminSource;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** A server that serves. */
public interface RunningServer extends AutoCloseable {
    /** Where it serves first: {@code http://127.0.0.1:9324}. */
    URI address();

    /** What it says of itself to its operator. Readiness is no from {@link #leave} on. */
    AdminSource admin();

    /** For how long it goes on to take work after it has said that it is not ready, so that others learn of it. */
    Duration leaveDelay();

    /** How long it may take to finish what is in hand. */
    Duration drainLimit();

    /** It is to say that it is not ready, and to go on. */
    void leave();

    /** It is to take nothing new, and to finish what is in hand; returns when that is done, or cut at the limit. */
    void drain(Duration limit);

    /** What lasts is on disk; nothing is left. */
    @Override
    void close() throws IOException;
}
