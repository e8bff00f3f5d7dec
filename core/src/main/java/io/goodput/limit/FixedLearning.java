package io.goodput.limit;

import io.goodput.Outcome;
import io.goodput.limit.ConcurrencyLimit.Settings;

/** Learns nothing. */
final class FixedLearning implements Learning {
    private volatile FixedLimit settings;

    FixedLearning(FixedLimit settings) {
        this.settings = settings;
    }

    @Override
    public void ended(Outcome outcome, long startedAt, long now, int inFlight, int limit) {
        // Whatever happens, the limit stays.
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public void change(Settings other) {
        settings = (FixedLimit) other;
    }
}
