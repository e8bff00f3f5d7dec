package io.goodput.balance;

import java.util.concurrent.atomic.AtomicLong;

/** What a call costs at a typical endpoint, reckoned at most once in a tick however many calls fail. */
final class TypicalPeer {
    private final AtomicLong reckoned = new AtomicLong(DecayingAverage.EMPTY);

    double load(Roster roster, long now) {
        long latest = reckoned.get();
        float known = DecayingAverage.value(latest);
        if (known >= 0 && DecayingAverage.ticks(latest, now) == 0) {
            return known;
        }
        float load = (float) roster.typicalLoad();
        reckoned.set(DecayingAverage.pack(now, load));
        return load;
    }
}
