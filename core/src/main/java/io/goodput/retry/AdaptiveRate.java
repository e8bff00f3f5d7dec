package io.goodput.retry;

import io.goodput.Outcome;
import io.goodput.Range;
import io.goodput.Refusal;
import io.goodput.Refusal.Reason;
import io.goodput.retry.Reservation.Denied;
import io.goodput.retry.Reservation.Granted;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The rate at which a client sends, as the "adaptive" mode of the AWS SDKs sets it: without bound until the other side
 * throttles, then by CUBIC (Ha, Rhee and Xu, 2008), with requests a second in place of the window.
 *
 * <pre>{@code
 * throttled:  most = min(measured, rate);  rate = 0.7 * most
 * answered:   rate = 0.4 * (t - k)^3 + most,  k = cbrt(most * (1 - 0.7) / 0.4)
 * both:       rate = min(rate, 2 * measured), and never below 0.5 a second
 * }</pre>
 *
 * <p>{@code t} is the time in seconds since the last throttle, so the rate is back at {@code most} after {@code k}
 * seconds and probes beyond it from there on; {@code measured} is what is sent, smoothed (0.8 of the latest half second
 * of the clock, 0.2 of before).
 *
 * <p>A token bucket of that rate, with room for one second of it, says when to send. A client that has to wait is given
 * its token at once, so that those that wait are sent in their order, one after another.
 *
 * <p>Of one client and one resource: what the throttle of one table or tenant says is nothing to another. Thread-safe;
 * takes no lock until the first throttle.
 */
public final class AdaptiveRate {
    private static final Denied TOO_LONG =
            new Denied(new Refusal(Reason.ADAPTIVE_RATE, "too many calls wait to be sent already"));

    private static final double BETA = 0.7;
    private static final double SCALE = 0.4;
    private static final double SMOOTHING = 0.8;
    private static final double LEAST_RATE = 0.5;
    private static final double LEAST_CAPACITY = 1;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long MEASURE_NANOS = 500_000_000;

    private final AtomicLong ended = new AtomicLong();
    private volatile Settings settings;
    private volatile boolean enabled;
    private volatile long measuredAt = Long.MIN_VALUE;

    // Guarded by the monitor of this. Rates are requests a second.
    private double measured;
    private double rate = LEAST_RATE;
    private double most;
    private double tokens;
    private long throttledAt;
    private long refilledAt;

    /** One that has never been throttled. */
    public AdaptiveRate(Settings settings) {
        this.settings = settings;
    }

    /**
     * When to send: takes a token, which may still have to come in, or is denied it if that would take longer than
     * {@link Settings#maxWait}.
     *
     * @param now the ticker's reading
     */
    public Reservation acquire(long now) {
        return enabled ? acquireLimited(now) : Reservation.AT_ONCE;
    }

    private synchronized Reservation acquireLimited(long now) {
        refill(now);
        long wait = tokens >= 1 ? 0 : (long) Math.ceil((1 - tokens) / rate * NANOS_PER_SECOND);
        if (wait > settings.maxWait().toNanos()) {
            return TOO_LONG;
        }
        tokens--;
        return wait == 0 ? Reservation.AT_ONCE : new Granted(wait);
    }

    /**
     * For an attempt that is sent now or not at all, such as a hedge: takes a token that is there, or answers false.
     *
     * @param now the ticker's reading
     */
    public boolean tryAcquire(long now) {
        return !enabled || tryAcquireLimited(now);
    }

    private synchronized boolean tryAcquireLimited(long now) {
        refill(now);
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }

    /** What was acquired was not sent after all. */
    public void putBack() {
        if (enabled) {
            putBackLimited();
        }
    }

    private synchronized void putBackLimited() {
        tokens = Math.min(capacity(), tokens + 1);
    }

    /**
     * An attempt has ended. {@link Outcome#THROTTLED} lowers the rate, {@link Outcome#SUCCESS} and
     * {@link Outcome#PERMANENT_FAILURE}, which are answers, raise it; a timeout or a transient failure only counts as
     * sent, and {@link Outcome#CANCELLED} and {@link Outcome#DROPPED} do not count.
     *
     * @param now the ticker's reading
     */
    public void ended(Outcome outcome, long now) {
        if (outcome == Outcome.CANCELLED || outcome == Outcome.DROPPED) {
            return;
        }
        ended.incrementAndGet();
        if (now - measuredAt >= MEASURE_NANOS || measuredAt == Long.MIN_VALUE) {
            measure(Math.floorDiv(now, MEASURE_NANOS) * MEASURE_NANOS);
        }
        if (outcome == Outcome.THROTTLED) {
            throttled(now);
        } else if (enabled && (outcome == Outcome.SUCCESS || outcome == Outcome.PERMANENT_FAILURE)) {
            answered(now);
        }
    }

    /** Time is measured in whole half seconds of the clock, as the SDKs do; what comes in the next one counts too. */
    private synchronized void measure(long halfSecond) {
        if (measuredAt == Long.MIN_VALUE) {
            measuredAt = halfSecond;
        }
        long time = halfSecond - measuredAt;
        if (time >= MEASURE_NANOS) {
            double latest = ended.getAndSet(0) / (time / NANOS_PER_SECOND);
            measured = SMOOTHING * latest + (1 - SMOOTHING) * measured;
            measuredAt = halfSecond;
        }
    }

    private synchronized void throttled(long now) {
        refill(now);
        if (measured == 0) {
            // Throttled within the first half second: what was sent until now was sent in at most that.
            measured = ended.get() / (MEASURE_NANOS / NANOS_PER_SECOND);
        }
        if (enabled) {
            most = Math.min(measured, rate);
        } else {
            most = measured;
            tokens = 0;
        }
        throttledAt = now;
        changeRate(BETA * most);
        enabled = true;
    }

    private synchronized void answered(long now) {
        refill(now);
        double seconds = Math.max(0, now - throttledAt) / NANOS_PER_SECOND;
        double fromPlateau = seconds - Math.cbrt(most * (1 - BETA) / SCALE);
        changeRate(SCALE * fromPlateau * fromPlateau * fromPlateau + most);
    }

    private void changeRate(double wanted) {
        rate = Math.max(LEAST_RATE, Math.min(wanted, 2 * measured));
        tokens = Math.min(tokens, capacity());
    }

    private void refill(long now) {
        long time = Math.max(0, now - refilledAt);
        tokens = Math.min(capacity(), tokens + time / NANOS_PER_SECOND * rate);
        refilledAt = Math.max(refilledAt, now);
    }

    private double capacity() {
        return Math.max(LEAST_CAPACITY, rate);
    }

    /** Requests a second that it lets through; infinite until the first throttle. */
    public double rate() {
        return enabled ? limitedRate() : Double.POSITIVE_INFINITY;
    }

    private synchronized double limitedRate() {
        return rate;
    }

    /** How it decides now. */
    public Settings settings() {
        return settings;
    }

    /** Decides so from now on; rate and tokens stay. */
    public void change(Settings settings) {
        this.settings = settings;
    }

    @Override
    public String toString() {
        return "AdaptiveRate[rate=" + rate() + ", " + settings + "]";
    }

    /**
     * How long anybody is made to wait.
     *
     * @param maxWait a longer wait is refused, so that those that wait do not become more and more; 0 to 1 hour
     */
    public record Settings(Duration maxWait) {
        /** What the longest wait may be. */
        public static final Range<Duration> MAX_WAIT = new Range<>(Duration.ZERO, Duration.ofHours(1));

        /** At most 20 s, the longest backoff of the AWS SDKs. */
        public static final Settings STANDARD = new Settings(Duration.ofSeconds(20));

        /** Refuses a wait that is negative or longer than an hour. */
        public Settings {
            MAX_WAIT.check("maxWait", maxWait);
        }
    }
}
