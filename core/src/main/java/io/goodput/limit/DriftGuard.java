package io.goodput.limit;

/**
 * Tells whether more in flight still gives more throughput, from the last 50 windows; the conditions are those of
 * failsafe-go's adaptive limiter. Not thread-safe.
 */
final class DriftGuard {
    private static final int WINDOWS = 50;
    private static final int WARM_UP = 10;

    /** What varies by less than this share of its mean varies by chance. */
    private static final double STILL = 0.01;

    /** The share of the best throughput that is as good as the best. */
    private static final double AS_GOOD = 0.95;

    private final double[] inFlight = new double[WINDOWS];
    private final double[] throughput = new double[WINDOWS];
    private final double[] latency = new double[WINDOWS];
    private int seen;

    /** A window has ended: its most in flight, its successes per nanosecond and its latency. */
    void add(double peak, double successes, double nanos) {
        int place = seen++ % WINDOWS;
        inFlight[place] = peak;
        throughput[place] = successes;
        latency[place] = nanos;
    }

    /** True if what is in flight goes into a queue; false too while there is not enough to tell. */
    boolean drifting() {
        if (seen < WARM_UP) {
            return false;
        }
        double gain = correlation(inFlight, throughput);
        double cost = correlation(inFlight, latency);
        return gain < 0 || (cost > 0.5 && (gain < 0.3 || variation(throughput) < 0.2));
    }

    /**
     * The least in flight that gave as much throughput as any, but for chance; then forgets all windows, for what comes
     * next is to be judged by what is seen then.
     */
    double enough() {
        double most = 0;
        for (int i = 0; i < count(); i++) {
            most = Math.max(most, throughput[i]);
        }
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count(); i++) {
            least = throughput[i] >= AS_GOOD * most ? Math.min(least, inFlight[i]) : least;
        }
        seen = 0;
        return least;
    }

    /** Pearson's; 0 if one of the two stays as it is. */
    private double correlation(double[] x, double[] y) {
        double deviationX = variation(x);
        double deviationY = variation(y);
        if (!(deviationX >= STILL && deviationY >= STILL)) {
            return 0;
        }
        double meanX = mean(x);
        double meanY = mean(y);
        double sum = 0;
        for (int i = 0; i < count(); i++) {
            sum += (x[i] / meanX - 1) * (y[i] / meanY - 1);
        }
        return sum / count() / deviationX / deviationY;
    }

    /** The standard deviation as a share of the mean; NaN of nothing but zeros. */
    private double variation(double[] x) {
        double mean = mean(x);
        double squares = 0;
        for (int i = 0; i < count(); i++) {
            squares += (x[i] / mean - 1) * (x[i] / mean - 1);
        }
        return Math.sqrt(squares / count());
    }

    private double mean(double[] x) {
        double sum = 0;
        for (int i = 0; i < count(); i++) {
            sum += x[i];
        }
        return sum / count();
    }

    private int count() {
        return Math.min(seen, WINDOWS);
    }
}
