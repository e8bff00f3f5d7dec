package io.goodput.limit;

import io.goodput.Outcome;
import io.goodput.limit.ConcurrencyLimit.Settings;
import java.util.concurrent.atomic.AtomicInteger;

/** {@link AimdLimit} at work. */
final class AimdLearning implements Learning {
    private final ConcurrencyLimit limit;
    private final AtomicInteger credits = new AtomicInteger();
    private volatile AimdLimit settings;

    /** Calls admitted before this are of a generation that was cut already. Written under the limit's monitor. */
    private volatile long lastCut;

    AimdLearning(ConcurrencyLimit limit, AimdLimit settings) {
        this.limit = limit;
        this.settings = settings;
    }

    @Override
    public void ended(Outcome outcome, long startedAt, long now, int inFlight, int current) {
        AimdLimit rules = settings;
        if (outcome == Outcome.SUCCESS && now - startedAt <= rules.tooLong().toNanos()) {
            if (inFlight >= rules.used() * current && current < rules.max()) {
                earn(current, now);
            }
        } else if (outcome == Outcome.SUCCESS || rules.overload().contains(outcome)) {
            cut(startedAt, now);
        }
    }

    private void earn(int current, long now) {
        if (credits.incrementAndGet() < current) {
            return;
        }
        synchronized (limit) {
            int latest = limit.limit();
            if (credits.get() >= latest) {
                credits.set(0);
                limit.learnt(this, latest + 1, now);
            }
        }
    }

    private void cut(long startedAt, long now) {
        if (startedAt < lastCut) {
            return;
        }
        synchronized (limit) {
            if (startedAt >= lastCut) {
                lastCut = now;
                credits.set(0);
                limit.learnt(this, (int) (limit.limit() * settings.decrease()), now);
            }
        }
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public void change(Settings other) {
        settings = (AimdLimit) other;
    }
}
