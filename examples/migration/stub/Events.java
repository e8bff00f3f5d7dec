package stub;

import io.goodput.guard.Guard;
import io.goodput.guard.GuardObserver;
import io.goodput.Outcome;
import io.goodput.Refusal;

// region events
/** Counts what a guard does. */
public record Events(Counts counts) implements GuardObserver {
    @Override
    public void retryScheduled(Guard guard, int attempts, Outcome outcome, long delayNanos, long now) {
        counts.count("retries");
    }

    @Override
    public void refused(Guard guard, Refusal refusal, long now) {
        counts.count("held back by " + refusal.reason());
    }
}
// endregion
