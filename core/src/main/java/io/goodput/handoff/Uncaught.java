package io.goodput.handoff;

/** What is thrown where nobody catches it, but the thread goes on. */
public final class Uncaught {
    private Uncaught() {}

    /** Tells the current thread's handler of uncaught exceptions. */
    public static void tell(Throwable thrown) {
        Thread current = Thread.currentThread();
        try {
            current.getUncaughtExceptionHandler().uncaughtException(current, thrown);
        } catch (Throwable _) {
            // As the machine does with what a handler throws.
        }
    }
}
