package io.goodput.guard;

import io.goodput.Outcome;
import io.goodput.Refusal;
import io.goodput.balance.Endpoint;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Several observers as one, none of which can harm the call or the others. */
record Observers(List<GuardObserver> all) implements GuardObserver {
    @Override
    public void attemptEnded(
            Guard guard,
            int number,
            boolean hedge,
            @Nullable Endpoint endpoint,
            Outcome outcome,
            long startedAt,
            long now) {
        tell(each -> each.attemptEnded(guard, number, hedge, endpoint, outcome, startedAt, now));
    }

    @Override
    public void retryScheduled(Guard guard, int attempts, Outcome outcome, long delayNanos, long now) {
        tell(each -> each.retryScheduled(guard, attempts, outcome, delayNanos, now));
    }

    @Override
    public void refused(Guard guard, Refusal refusal, long now) {
        tell(each -> each.refused(guard, refusal, now));
    }

    @Override
    public void callEnded(Guard guard, Outcome outcome, int attempts, long startedAt, long now) {
        tell(each -> each.callEnded(guard, outcome, attempts, startedAt, now));
    }

    private void tell(Consumer<GuardObserver> news) {
        for (GuardObserver each : all) {
            try {
                news.accept(each);
            } catch (RuntimeException _) {
                // Who watches a call must not change how it ends.
            }
        }
    }
}
