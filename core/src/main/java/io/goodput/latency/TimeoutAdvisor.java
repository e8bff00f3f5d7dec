package io.goodput.latency;

import io.goodput.Range;
import io.goodput.bounds.Expected;
import io.goodput.bounds.Shown;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * From measured latencies to a timeout: {@code max(percentile(100 · (1 − falseTimeouts)), room · p50) + connection}.
 *
 * <p>After the Builders' Library, "Timeouts, retries, and backoff with jitter": choose the share of false timeouts that
 * you accept, say 0.1 %, and take that percentile of the dependency's latency, p99.9. Two things make that number too
 * short. Where p99.9 lies close to p50, a small slow-down of all calls would time out most of them: hence {@code room}.
 * And where latencies were measured over open connections, the first call over a new one also has to look up the name,
 * connect and agree on keys: hence {@code connection}.
 *
 * <p>Stateless. What timed out or failed belongs in no such measurement; nor does what was shed.
 */
public final class TimeoutAdvisor {
    private static final int SAMPLES_BEYOND = 10;

    private final Settings settings;

    /** Gives advice by these settings. */
    public TimeoutAdvisor(Settings settings) {
        this.settings = settings;
    }

    /** A share of 0.1 % and room for twice the median; the latencies include connecting, or need not. */
    public static TimeoutAdvisor standard() {
        return new TimeoutAdvisor(Settings.STANDARD);
    }

    /**
     * The timeout for a dependency that has answered in such times.
     *
     * @param answered the latencies of successes, as the caller saw them, without a timeout shorter than the one sought
     * @throws IllegalArgumentException if there is no latency at all
     */
    public Advice advise(Latencies answered) {
        if (answered.count() == 0) {
            throw Expected.refused("latencies", 0, ">= 1");
        }
        double percentile = settings.percentile();
        long tail = answered.percentile(percentile);
        long median = answered.percentile(50);
        double padded = settings.room() * median;

        Set<Warning> warnings = EnumSet.noneOf(Warning.class);
        var text = new StringBuilder("p" + plain(percentile) + " is " + millis(tail));
        if (answered.count() < settings.samplesNeeded()) {
            warnings.add(Warning.TOO_FEW_SAMPLES);
            text.append("; but ")
                    .append(answered.count())
                    .append(" samples do not tell it (expected: >= ")
                    .append(settings.samplesNeeded())
                    .append(')');
        }
        if (tail < padded) {
            warnings.add(Warning.TAIL_CLOSE_TO_MEDIAN);
            text.append("; close to p50, ")
                    .append(millis(median))
                    .append(": padded to ")
                    .append(plain(settings.room()))
                    .append(" times that");
        }
        Duration timeout =
                Duration.ofNanos(Math.max(tail, (long) Math.ceil(padded))).plus(settings.connection());
        if (!settings.connection().isZero()) {
            text.append("; and ")
                    .append(millis(settings.connection().toNanos()))
                    .append(" to connect");
        }
        return new Advice(timeout, percentile, warnings, text.toString());
    }

    /** What it gives advice by. */
    public Settings settings() {
        return settings;
    }

    @Override
    public String toString() {
        return "TimeoutAdvisor[" + Shown.settings(settings) + "]";
    }

    private static String millis(long nanos) {
        return plain(nanos / 1e6) + " ms";
    }

    private static String plain(double value) {
        return new BigDecimal(value, new MathContext(6)).stripTrailingZeros().toPlainString();
    }

    /** What makes an advice doubtful. */
    public enum Warning {
        /** The percentile lies within {@link Settings#room} times p50, and the timeout was padded to that. */
        TAIL_CLOSE_TO_MEDIAN,
        /** Fewer than ten samples lie beyond the percentile: it is a guess, and rather too short than too long. */
        TOO_FEW_SAMPLES
    }

    /**
     * A timeout, and how it came about.
     *
     * @param timeout for one attempt, the time to connect included
     * @param percentile that it was read at, before padding, such as 99.9
     * @param warnings none if all is well
     * @param text the same for people: {@code p99.9 is 120 ms; and 30 ms to connect}
     */
    public record Advice(Duration timeout, double percentile, Set<Warning> warnings, String text) {
        /** Copies the warnings. */
        public Advice {
            warnings = Set.copyOf(warnings);
        }
    }

    /**
     * How to choose.
     *
     * @param falseTimeouts the share of calls that may time out though the dependency is well, 1e-6 to 0.5
     * @param room how many times as slow all calls may become before half of them time out, 1 to 100; 1 pads nothing
     * @param connection the longest that a new connection takes (DNS, TCP, TLS) where the latencies were measured
     *     without, 0 to 1 hour
     */
    public record Settings(double falseTimeouts, double room, Duration connection) {
        /** What share of false timeouts may be accepted. */
        public static final Range<Double> FALSE_TIMEOUTS = new Range<>(1e-6, 0.5);

        /** What the room may be. */
        public static final Range<Double> ROOM = new Range<>(1.0, 100.0);

        /** How long a new connection may take. */
        public static final Range<Duration> CONNECTION = new Range<>(Duration.ZERO, Duration.ofHours(1));

        /** 0.1 %, 2, no connection time. */
        public static final Settings STANDARD = new Settings(0.001, 2, Duration.ZERO);

        /** Refuses what is out of bounds. */
        public Settings {
            FALSE_TIMEOUTS.check("falseTimeouts", falseTimeouts);
            ROOM.check("room", room);
            CONNECTION.check("connection", connection);
        }

        /** The same with another share of false timeouts. */
        public Settings withFalseTimeouts(double share) {
            return new Settings(share, room, connection);
        }

        /** The same with other room. */
        public Settings withRoom(double times) {
            return new Settings(falseTimeouts, times, connection);
        }

        /** The same with another time to connect. */
        public Settings withConnection(Duration time) {
            return new Settings(falseTimeouts, room, time);
        }

        private double percentile() {
            return 100 - 100 * falseTimeouts;
        }

        private long samplesNeeded() {
            return (long) Math.ceil(SAMPLES_BEYOND / falseTimeouts);
        }
    }
}
