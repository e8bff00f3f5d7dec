package io.goodput.breaker;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Lets so many probes through and no more, and goes by what they say when all have ended. */
final class HalfOpenState implements CircuitState {
    /** Answers are packed in one long: all of them above, the failures below. */
    private static final long ANSWER = 1L << 32;

    private final int probes;
    private final long since;

    /** Probes that have not ended, and those that have and were counted. */
    private final AtomicInteger sent = new AtomicInteger();

    private final AtomicLong answers = new AtomicLong();

    HalfOpenState(int probes, long since) {
        this.probes = probes;
        this.since = since;
    }

    @Override
    public CircuitBreaker.State name() {
        return CircuitBreaker.State.HALF_OPEN;
    }

    @Override
    public long since() {
        return since;
    }

    /** A thread that read the clock before this state began could not be told from a call before it. */
    @Override
    public boolean tryPass(long now) {
        if (now < since) {
            return false;
        }
        while (true) {
            int before = sent.get();
            if (before >= probes) {
                return false;
            }
            if (sent.weakCompareAndSetVolatile(before, before + 1)) {
                return true;
            }
        }
    }

    @Override
    public Next ended(boolean failed, CircuitBreaker.Settings settings) {
        long all = answers.addAndGet(failed ? ANSWER + 1 : ANSWER);
        if (all >>> 32 != probes) {
            return Next.STAY;
        }
        return (all & (ANSWER - 1)) >= settings.threshold() * probes ? Next.OPEN : Next.CLOSE;
    }

    @Override
    public void untold() {
        sent.decrementAndGet();
    }
}
