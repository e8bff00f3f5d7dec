package io.goodput.handoff;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Code that is run one after the other, in the order in which it came, and each sees what the one before has done. It
 * is run by whoever comes to do so first; those who come meanwhile leave it to them.
 */
public final class Sequence {
    private final Consumer<Throwable> uncaught;
    private final Queue<Runnable> line = new ConcurrentLinkedQueue<>();

    /** Those in line, and the one that is being run. */
    private final AtomicInteger size = new AtomicInteger();

    /** How many of them are to be run now. */
    private final AtomicInteger due = new AtomicInteger();

    private final AtomicBoolean taken = new AtomicBoolean();

    /**
     * Nothing to run.
     *
     * @param uncaught hears what the code throws; those behind it are run all the same
     */
    public Sequence(Consumer<Throwable> uncaught) {
        this.uncaught = uncaught;
    }

    /** Puts code in line. Somebody has to {@link #runNext} then. */
    public void add(Runnable code) {
        size.incrementAndGet();
        line.add(code);
    }

    /** How many were added that have not ended. */
    public int size() {
        return size.get();
    }

    /** Runs the next in line; or leaves it to whoever is running one just now. To be called once for each. */
    public void runNext() {
        due.incrementAndGet();
        while (due.get() > 0 && taken.compareAndSet(false, true)) {
            try {
                while (due.get() > 0) {
                    due.decrementAndGet();
                    run(line.remove());
                }
            } finally {
                // Whoever came since the last look may have found it taken; so look again.
                taken.set(false);
            }
        }
    }

    private void run(Runnable code) {
        try {
            code.run();
        } catch (Throwable thrown) {
            uncaught.accept(thrown);
        } finally {
            size.decrementAndGet();
        }
    }
}
