package io.goodput.guard;

import io.goodput.Ticker;
import io.goodput.Timers;

/**
 * The drivers of one time line. Those of real time are shared by all guards of the process, and so are their threads.
 */
record Drivers(Ticker ticker, BlockingDriver blocking, AsyncDriver async, HedgedDriver hedged) {
    static Drivers of(Timers timers) {
        var async = new AsyncDriver(timers);
        return new Drivers(timers, new BlockingDriver(timers), async, new HedgedDriver(async));
    }

    static Drivers system() {
        return Shared.SYSTEM;
    }

    /** Made when the first guard is, and not before. */
    private static final class Shared {
        static final Drivers SYSTEM = of(Timers.system());
    }
}
