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

    /** Below it the limit doubles; as TCP's slow start threshold. */
    private double threshold = Double.POSITIVE_INFINITY;

    /** The last window had no latency. */
    private boolean lost;

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
            close(rules, lasted, now);
            window.clear();
        }
    }

    private void close(GradientLimit rules, long lasted, long now) {
        int current = limit.limit();
        if ((int) exact != current) {
            exact = current;
        }
        double latency = window.percentile(PERCENTILE);
        double next = latency == Double.POSITIVE_INFINITY ? lost(rules) : answered(rules, latency, current, lasted);
        exact = Math.clamp(next, rules.min(), rules.max());
        limit.learnt(this, (int) exact, now);
    }

    /** There is no latency to compare. What answers again after this is taken for new, up to half of what it was. */
    private double lost(GradientLimit rules) {
        threshold = lost ? threshold : exact / 2;
        lost = true;
        return exact - rules.smoothing() * (1 - LEAST_GRADIENT) * exact;
    }

    private double answered(GradientLimit rules, double latency, int current, long lasted) {
        lost = false;
        boolean full = window.peak() >= current;
        if (full) {
            guard.add(window.peak(), (double) limit.since(successesAtStart) / lasted, latency);
        }
        boolean drifting = full && rules.driftGuard() && guard.drifting();
        if (!drifting || latency < baseline) {
            baseline += baseline == 0 ? latency : (latency - baseline) * 2 / (rules.baseline() + 1);
        }
        if (drifting) {
            threshold = Math.max(LEAST_GRADIENT * exact, DRIFT * Math.min(exact, guard.enough()));
            return threshold;
        }
        return along(rules, Math.clamp(rules.tolerance() * baseline / latency, LEAST_GRADIENT, 1));
    }

    private double along(GradientLimit rules, double gradient) {
        double most = Math.max(rules.initial(), (double) MOST_OF_IN_FLIGHT * window.peak());
        double room = Math.max(rules.queue(), Math.sqrt(exact));
        double target = Math.min(gradient * exact + room, most);
        if (target <= exact) {
            double less = exact + rules.smoothing() * (target - exact);
            threshold = gradient < 1 ? less : threshold;
            return less;
        }
        if (window.peak() < USED * (int) exact) {
            return exact;
        }
        return gradient == 1 && exact < threshold
                ? Math.min(START_GROWTH * exact, most)
                : exact + rules.smoothing() * (target - exact);
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
