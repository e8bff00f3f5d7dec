package io.goodput.balance;

import java.util.concurrent.atomic.AtomicLong;

/** What a call costs at a typical endpoint, reckoned at most once in a tick however many calls fail. */
final class TypicalPeer {
    /** The tick in which it was reckoned, and the cost in nanoseconds as a float. */
    private final AtomicLong reckoned = new AtomicLong(-1);

    double load(Fleet fleet, long now) {
        int tick = (int) (now >>> DecayingAverage.TICK_BITS);
        long latest = reckoned.get();
        if ((int) (latest >>> Integer.SIZE) == tick && latest != -1) {
            return Float.intBitsToFloat((int) latest);
        }
        float load = (float) fleet.typicalLoad();
        reckoned.set((long) tick << Integer.SIZE | Float.floatToRawIntBits(load) & 0xFFFF_FFFFL);
        return load;
    }
}
