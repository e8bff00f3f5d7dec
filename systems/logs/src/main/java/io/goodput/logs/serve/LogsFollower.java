package io.goodput.logs.serve;

import io.goodput.logs.source.RecordSource;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.locks.LockSupport;

/** Reads a source, and again each second what has come since. */
final class LogsFollower implements AutoCloseable {
    private static final Logger LOG = System.getLogger(LogsFollower.class.getName());
    private static final long BETWEEN_NANOS = 1_000_000_000;

    private final RecordSource source;
    private final LogsState state;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("logs-follower").unstarted(this::run);
    private volatile boolean isClosed;

    LogsFollower(RecordSource source, LogsState state) {
        this.source = source;
        this.state = state;
    }

    void start() {
        thread.start();
    }

    private void run() {
        boolean hasFailed = false;
        while (!isClosed) {
            try {
                source.read(state::add);
                hasFailed = false;
            } catch (IOException failed) {
                if (!hasFailed) {
                    LOG.log(Level.WARNING, "not all can be read: {0}", failed.getMessage());
                }
                hasFailed = true;
            }
            state.settle();
            LockSupport.parkNanos(BETWEEN_NANOS);
        }
    }

    @Override
    public void close() {
        isClosed = true;
        LockSupport.unpark(thread);
    }
}
