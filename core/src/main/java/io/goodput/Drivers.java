package io.goodput;

/**
 * The drivers of one time line. Those of real time are shared by all guards of the process, and so are their threads.
 */
record Drivers(BlockingDriver blocking, AsyncDriver async) {
    Drivers(Timers timers) {
        this(new BlockingDriver(timers), new AsyncDriver(timers));
    }

    static Drivers system() {
        return Shared.SYSTEM;
    }

    /** Made when the first guard is, and not before. */
    private static final class Shared {
        static final Drivers SYSTEM = new Drivers(new SystemTimers());
    }
}
