package io.goodput.handoff;

/**
 * The thread that times out, hedges and retries for all: a platform thread, so that it needs no carrier. Whatever
 * blocks it keeps all of them waiting.
 */
public final class DecidingThread extends Thread {
    /** A daemon, not started. */
    public DecidingThread(Runnable work) {
        super(work, "goodput-timer");
        setDaemon(true);
    }

    /** Whether this is the one. */
    public static boolean isCurrent() {
        return Thread.currentThread() instanceof DecidingThread;
    }
}
