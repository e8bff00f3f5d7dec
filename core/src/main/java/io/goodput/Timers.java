package io.goodput;

/**
 * Time as the drivers of a guard need it: read, waited for, and watched. Real time is the default; tests bring their
 * own and need not wait.
 *
 * <p>Instants are readings of this ticker. All methods may be called by many threads at once.
 */
public interface Timers extends Ticker {
    /** Real time, with threads that are shared by all who use it. */
    static Timers system() {
        return SystemTimers.shared();
    }

    /** Returns when the instant has come. */
    void sleepUntil(long at) throws InterruptedException;

    /**
     * Runs the action once the instant has come, on a thread of its own choice. The action is short and does not block:
     * in real time, all actions have one thread in common.
     */
    Timer runAt(long at, Runnable action);

    /** A new interrupter. It is reused, and never returned. */
    Interrupter interrupter();

    /** An action that is due. */
    interface Timer {
        /** Without effect once the action has begun. */
        void cancel();
    }

    /** Interrupts a thread that stays somewhere for too long. Used by one thread at a time. */
    interface Interrupter {
        /** From now on, interrupts the current thread when the instant has come. */
        void arm(long at);

        /**
         * Lets go of the current thread. True if this has interrupted it; its interrupt status is then cleared. Where
         * somebody else had interrupted it before, the status is left as it is, and the answer is false.
         */
        boolean disarm();
    }
}
