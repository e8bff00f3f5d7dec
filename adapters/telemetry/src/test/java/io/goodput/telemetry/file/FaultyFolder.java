package io.goodput.telemetry.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A real folder, whose disk fails when it is told to. */
final class FaultyFolder implements Folder {
    private final Folder real;

    volatile Space space = new Space(900_000_000, 1_000_000_000);
    volatile boolean isReadOnly;
    volatile boolean failsToSync;
    /** How many more bytes fit; what does not is written in part. */
    final AtomicLong room = new AtomicLong(Long.MAX_VALUE);
    /** Who writes waits here until it opens. */
    volatile @Nullable CountDownLatch gate;
    /** Opens when somebody waits there. */
    final CountDownLatch waiting = new CountDownLatch(1);
    /** Whether somebody waits there now. */
    volatile boolean isHeld;

    FaultyFolder(Folder real) {
        this.real = real;
    }

    @Override
    public List<Entry> list() throws IOException {
        return real.list();
    }

    @Override
    public OpenFile create(FileName name) throws IOException {
        if (isReadOnly) {
            throw new IOException("Read-only file system");
        }
        return new FaultyFile(real.create(name));
    }

    @Override
    public boolean delete(FileName name) throws IOException {
        return real.delete(name);
    }

    @Override
    public Space space() {
        return space;
    }

    /** Waits at the gate, through all interrupts, as in a system call that does not return. */
    private void pass() {
        CountDownLatch closed = gate;
        while (closed != null) {
            try {
                waiting.countDown();
                isHeld = true;
                closed.await();
                isHeld = false;
                return;
            } catch (InterruptedException _) {
                // A dead mount takes no notice.
            }
        }
    }

    private final class FaultyFile implements OpenFile {
        private final OpenFile file;

        FaultyFile(OpenFile file) {
            this.file = file;
        }

        @Override
        public void write(ByteBuffer bytes) throws IOException {
            pass();
            if (isReadOnly) {
                throw new IOException("Read-only file system");
            }
            int fits = (int) Math.min(bytes.remaining(), room.get());
            room.addAndGet(-fits);
            boolean isFull = fits < bytes.remaining();
            file.write(bytes.limit(bytes.position() + fits));
            if (isFull) {
                space = new Space(0, space.total());
                throw new IOException("No space left on device");
            }
        }

        @Override
        public void truncate(long length) throws IOException {
            file.truncate(length);
        }

        @Override
        public void sync() throws IOException {
            if (failsToSync) {
                throw new IOException("Input/output error");
            }
            file.sync();
        }

        @Override
        public boolean isThere() {
            return file.isThere();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
