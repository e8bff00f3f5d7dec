package io.goodput.telemetry.unit;

import io.goodput.Ticker;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Instants of a ticker's readings, without asking the machine's calendar for each: once a second is enough to follow
 * when somebody sets it.
 */
public final class EpochClock {
    private static final long SECOND = 1_000_000_000;

    private final InstantSource instants;
    private volatile Anchor anchor;

    private record Anchor(long ticks, long epochNanos) {}

    /** That of this source. */
    public EpochClock(Ticker ticker, InstantSource instants) {
        this.instants = instants;
        this.anchor = anchor(ticker.nanos());
    }

    private Anchor anchor(long now) {
        Instant instant = instants.instant();
        return new Anchor(now, instant.getEpochSecond() * SECOND + instant.getNano());
    }

    /** Nanoseconds since 1970 at a reading of the ticker, which is about now. */
    public long at(long now) {
        Anchor latest = anchor;
        if (now - latest.ticks > SECOND) {
            latest = anchor(now);
            anchor = latest;
        }
        return latest.epochNanos + (now - latest.ticks);
    }
}
