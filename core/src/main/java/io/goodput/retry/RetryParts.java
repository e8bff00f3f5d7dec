package io.goodput.retry;

import org.jspecify.annotations.Nullable;

/** What a {@link RetryPolicy} goes by, all of one time: its settings, and what keeps its state. */
record RetryParts(
        RetryPolicy.Settings settings,
        @Nullable RetryBudget budget,
        @Nullable AdaptiveRate rate) {
    RetryParts changed(RetryPolicy.Settings to) {
        return new RetryParts(to, changed(budget, to.budget()), changed(rate, to.adaptiveRate()));
    }

    private static @Nullable RetryBudget changed(@Nullable RetryBudget before, RetryBudget.@Nullable Settings to) {
        if (before == null || to == null) {
            return to == null ? null : new RetryBudget(to);
        }
        before.change(to);
        return before;
    }

    private static @Nullable AdaptiveRate changed(@Nullable AdaptiveRate before, AdaptiveRate.@Nullable Settings to) {
        if (before == null || to == null) {
            return to == null ? null : new AdaptiveRate(to);
        }
        before.change(to);
        return before;
    }

    /** The budget and the rate may have been changed by themselves. */
    RetryPolicy.Settings current() {
        return settings.withBudget(budget == null ? null : budget.settings())
                .withAdaptiveRate(rate == null ? null : rate.settings());
    }

    void notSent(long taken) {
        if (rate != null) {
            rate.putBack();
        }
        putBack(taken);
    }

    void putBack(long taken) {
        if (budget != null) {
            budget.putBack(taken);
        }
    }

    @Override
    public String toString() {
        String bound = (budget == null ? "" : ", budget=" + budget) + (rate == null ? "" : ", adaptiveRate=" + rate);
        String calls = settings.replay() == ReplayRule.ANY ? "" : ", replay=" + settings.replay();
        return "[attempts=" + settings.attempts() + ", backoff=" + settings.backoff() + bound + ", on=" + settings.on()
                + calls + "]";
    }
}
