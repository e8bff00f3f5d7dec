package io.goodput.limit;

import io.goodput.Outcome;
import io.goodput.limit.ConcurrencyLimit.Settings;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * {@link GradientLimit} at work. Everything but the settings is guarded by {@code busy}: an answer that finds it taken
 * is not recorded, which thins the sample out and does not bend it. Throughput is counted by the limit itself, exactly.
 */
final class GradientLearning implements Learning {
    private static final double PERCENTILE = 0.9;
    private static final int LONGEST_WINDOW = 30;
    private static final double LEAST_GRADIENT = 0.5;
    private static final double USED = 0.9;
    private static final double DRIFT = 0.9;
    private static final double START_GROWTH = 2;
    private static final int MOST_OF_IN_FLIGHT = 5;

    private final ConcurrencyLimit limit;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final LatencyWindow window = new LatencyWindow();
    private final DriftGuard guard = new DriftGuard();
    private volatile GradientLimit settings;

    private long windowStart;
    private int successesAtStart;

    /** In nanoseconds; 0 before there is one. */
    private double baseline;

    /** The limit with its fraction. */
    private double exact;

    private boolean starting = true;

    GradientLearning(ConcurrencyLimit limit, GradientLimit settings) {
        this.limit = limit;
        this.settings = settings;
        this.exact = settings.initial();
    }

    @Override
    public void ended(Outcome outcome, long startedAt, long now, int inFlight, int current) {
        if (outcome == Outcome.TRANSIENT_FAILURE || busy.getPlain() || !busy.compareAndSet(false, true)) {
            return;
        }
        try {
            record(outcome, startedAt, now, inFlight);
        } finally {
            busy.setRelease(false);
        }
    }

    private void record(Outcome outcome, long startedAt, long now, int inFlight) {
        if (window.size() == 0) {
            windowStart = now;
            successesAtStart = limit.successes();
        }
        if (outcome == Outcome.SUCCESS) {
            window.served(now - startedAt, inFlight);
        } else {
            window.overloaded(inFlight);
        }
        GradientLimit rules = settings;
        long lasted = now - windowStart;
        long least = rules.window().toNanos();
        if (lasted >= least && (window.size() >= rules.samples() || lasted >= LONGEST_WINDOW * least)) {
            close(rules, lasted);
            window.clear();
        }
    }

    private void close(GradientLimit rules, long lasted) {
        int current = limit.limit();
        if ((int) exact != current) {
            exact = current;
        }
        double latency = window.percentile(PERCENTILE);
        boolean answered = latency < Double.POSITIVE_INFINITY;
        if (answered) {
            guard.add(window.peak(), (double) limit.since(successesAtStart) / lasted, latency);
        }
        boolean drifting = rules.driftGuard() && answered && window.peak() >= current && guard.drifting();
        if (answered && !(drifting && latency > baseline)) {
            baseline += baseline == 0 ? latency : (latency - baseline) * 2 / (rules.baseline() + 1);
        }
        double next = drifting ? DRIFT * exact : next(rules, latency, window.peak());
        starting &= next >= exact;
        exact = Math.clamp(next, rules.min(), rules.max());
        limit.learnt(this, (int) exact);
    }

    private double next(GradientLimit rules, double latency, int peak) {
        double gradient = Math.clamp(rules.tolerance() * baseline / latency, LEAST_GRADIENT, 1);
        double room = latency < Double.POSITIVE_INFINITY ? Math.max(rules.queue(), Math.sqrt(exact)) : 0;
        double most = Math.max(rules.initial(), (double) MOST_OF_IN_FLIGHT * peak);
        double target = Math.min(gradient * exact + room, most);
        if (target <= exact) {
            return exact + rules.smoothing() * (target - exact);
        }
        if (peak < USED * exact) {
            return exact;
        }
        return starting && gradient == 1 ? Math.min(START_GROWTH * exact, most) : target;
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public void change(Settings other) {
        settings = (GradientLimit) other;
    }
}
