package io.goodput.config.live;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Waits for anything to happen in a folder. In Kubernetes' mounted folders a file is a link through {@code ..data},
 * which is swapped, so events of all names count. Where there are no events to have, it only waits.
 */
final class FolderEvents implements AutoCloseable {
    private static final Logger LOG = System.getLogger(FolderEvents.class.getName());

    private final Path folder;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final @Nullable WatchService service;
    private @Nullable WatchKey key;

    FolderEvents(Path folder) {
        this.folder = folder;
        this.service = newService(folder);
        register();
    }

    private static @Nullable WatchService newService(Path folder) {
        try {
            return folder.getFileSystem().newWatchService();
        } catch (IOException | UnsupportedOperationException e) {
            LOG.log(Level.INFO, () -> folder + ": only looked at from time to time, as there are no events: " + e);
            return null;
        }
    }

    /** A folder that went and came again has to be registered anew. */
    private void register() {
        if (service != null && (key == null || !key.isValid())) {
            try {
                key = folder.register(service, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
            } catch (IOException | ClosedWatchServiceException _) {
                key = null;
            }
        }
    }

    /** Waits for so long at most; true if something has happened. */
    boolean await(long nanos) throws InterruptedException {
        register();
        if (service == null || key == null) {
            closed.await(nanos, TimeUnit.NANOSECONDS);
            return false;
        }
        try {
            WatchKey told = service.poll(nanos, TimeUnit.NANOSECONDS);
            if (told == null) {
                return false;
            }
            told.pollEvents();
            told.reset();
            return true;
        } catch (ClosedWatchServiceException _) {
            return false;
        }
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }

    @Override
    public void close() {
        closed.countDown();
        if (service != null) {
            try {
                service.close();
            } catch (IOException e) {
                LOG.log(Level.DEBUG, () -> folder + ": " + e);
            }
        }
    }
}
