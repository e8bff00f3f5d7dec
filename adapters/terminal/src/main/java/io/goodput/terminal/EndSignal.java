package io.goodput.terminal;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import sun.misc.Signal;

/**
 * What tells a server to end: SIGTERM, from whoever runs it, or SIGINT, from a terminal. The JVM would run its shutdown
 * hooks and say 143 or 130, whatever the server did; here the server hears of it, finishes, and says how it ended. The
 * second signal interrupts the thread that waited for the first.
 */
public final class EndSignal {
    private final AtomicReference<@Nullable Cause> first = new AtomicReference<>();
    private final Thread waiting = Thread.currentThread();
    private final SynchronousQueue<Cause> told = new SynchronousQueue<>();

    /** What the end is called, and the exit status after an orderly one. */
    public enum Cause {
        /** SIGTERM: an end that was meant. */
        TERMINATED("TERM", ExitStatus.OK),
        /** SIGINT: Ctrl-C. */
        INTERRUPTED("INT", ExitStatus.INTERRUPTED);

        private final String signal;
        private final int status;

        Cause(String signal, int status) {
            this.signal = signal;
            this.status = status;
        }

        /** Of the process, if the server came to its end in order. */
        public int status() {
            return status;
        }
    }

    private EndSignal() {}

    /** Listens from now on, for the rest of the process; the thread that calls this is the one that waits. */
    public static EndSignal listen() {
        var end = new EndSignal();
        for (Cause cause : Cause.values()) {
            Signal.handle(new Signal(cause.signal), _ -> end.tell(cause));
        }
        return end;
    }

    private void tell(Cause cause) {
        if (!first.compareAndSet(null, cause)) {
            waiting.interrupt();
            return;
        }
        try {
            told.put(cause);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the first. */
    public Cause await() throws InterruptedException {
        return told.take();
    }
}
