package io.goodput.handoff;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Runs code that may block: where it is, or, if that is the {@link DecidingThread}, on another thread.
 *
 * <p>What is handed on waits in one line. A platform thread works it off, which needs no carrier; and each comes with a
 * virtual thread that takes one from the line too, so that code which blocks the former holds up nobody else. Only
 * where such code blocks and all carriers are kept busy do others wait: for a carrier, as all virtual threads do.
 */
public final class HandOff {
    private static final HandOff SHARED = new HandOff();

    private final Queue<Runnable> line = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Thread worker;

    private HandOff() {}

    /** Runs the code: before this returns, unless the current thread decides. */
    public static void run(Runnable code) {
        if (DecidingThread.isCurrent()) {
            SHARED.add(code);
        } else {
            code.run();
        }
    }

    private void add(Runnable code) {
        line.add(code);
        Thread.startVirtualThread(this::takeOne);
        LockSupport.unpark(worker());
    }

    private Thread worker() {
        Thread started = worker;
        return started == null ? startWorker() : started;
    }

    private synchronized Thread startWorker() {
        Thread started = worker;
        if (started == null) {
            started = Thread.ofPlatform().daemon().name("goodput-hand-off").start(this::work);
            worker = started;
        }
        return started;
    }

    private void work() {
        while (true) {
            if (!takeOne()) {
                LockSupport.park(this);
            }
        }
    }

    /** False if there is none. */
    private boolean takeOne() {
        Runnable code = line.poll();
        if (code == null) {
            return false;
        }
        try {
            code.run();
        } catch (Throwable thrown) {
            Uncaught.tell(thrown);
        }
        return true;
    }
}
