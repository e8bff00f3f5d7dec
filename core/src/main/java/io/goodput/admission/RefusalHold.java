package io.goodput.admission;

import io.goodput.Deadline;
import io.goodput.Nanos;
import io.goodput.Outcome;
import io.goodput.Range;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * When to tell a refusal. A caller that comes back at once after one, without a backoff, comes the sooner the quicker
 * it is refused, and the more a server sheds the more it has to shed. So a refusal may be held back until the caller
 * has been there for as long as one that is served: then refusing brings no more requests than serving does, and a
 * caller that does wait loses nothing that an answer would not have cost it.
 *
 * <p>How long that is, is the median of the successes, from coming to answer, wait included. No refusal is held past
 * the deadline of its request, nor for longer than {@code most}; only so many are held at a time, and the others are
 * told at once, as are pings: what is held costs a connection and a timer, no thread and no buffer.
 *
 * <p>It decides, and a driver waits:
 *
 * <pre>{@code
 * long at = hold.until(priority, cameAt, deadline, now);
 * if (at == now) refuse(); else timer.set(at, () -> { hold.released(); refuse(); });
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class RefusalHold {
    private static final double MEDIAN = 0.5;

    private final ServiceTimes typical = new ServiceTimes();
    private final AtomicInteger held = new AtomicInteger();
    private volatile Settings settings;

    /** One that holds none so far, and knows of no success. */
    public RefusalHold(Settings settings) {
        this.settings = settings;
    }

    /** A request that was served has been answered, so long after it came; only a success says anything. */
    public void answered(Outcome outcome, long nanos) {
        if (outcome == Outcome.SUCCESS) {
            typical.record(nanos, MEDIAN);
        }
    }

    /**
     * When to tell a refusal. If that is later than now, it counts as held until {@link #released}.
     *
     * @param cameAt when the request came
     * @param deadline of the request
     * @param now at which it is refused
     * @return now if it is to be told at once
     */
    public long until(Priority priority, long cameAt, Deadline deadline, long now) {
        Settings current = settings;
        long spent = Math.min(current.most().toNanos(), (long) typical.estimate());
        long at = Math.min(Nanos.plus(cameAt, spent), deadline.nanos());
        return priority == Priority.PING || at <= now || !tryHold(current.atATime()) ? now : at;
    }

    private boolean tryHold(int most) {
        int before = held.get();
        while (before < most) {
            if (held.compareAndSet(before, before + 1)) {
                return true;
            }
            before = held.get();
        }
        return false;
    }

    /** A refusal that was held is told now, or its caller is gone. */
    public void released() {
        held.decrementAndGet();
    }

    /** How many are held. */
    public int held() {
        return held.get();
    }

    /** What it goes by. */
    public Settings settings() {
        return settings;
    }

    /** Goes by other settings from now on; what is held stays so. */
    public void change(Settings other) {
        settings = other;
    }

    @Override
    public String toString() {
        return held() + " of " + settings.atATime() + " held for at most "
                + Duration.ofNanos(Math.min(settings.most().toNanos(), (long) typical.estimate()));
    }

    /**
     * The bounds of it.
     *
     * @param most the longest that a refusal is held back; 0 for not at all
     * @param atATime how many are held at a time; 0 for none
     */
    public record Settings(Duration most, int atATime) {
        /** How long it may be. */
        public static final Range<Duration> MOST = new Range<>(Duration.ZERO, Duration.ofMinutes(1));

        /** How many there may be. */
        public static final Range<Integer> AT_A_TIME = new Range<>(0, 1_000_000);

        /** A second, and 1,000 of them: this library's own, as are the longest wait and the room of the queue. */
        public static final Settings STANDARD = new Settings(Duration.ofSeconds(1), 1_000);

        /** All refusals are told at once. */
        public static final Settings OFF = new Settings(Duration.ZERO, 0);

        /** Refuses what is out of bounds. */
        public Settings {
            MOST.check("most", most);
            AT_A_TIME.check("atATime", atATime);
        }
    }
}
