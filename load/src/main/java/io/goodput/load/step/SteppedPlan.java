package io.goodput.load.step;

import io.goodput.Range;
import io.goodput.load.text.PerSecond;
import io.goodput.sim.Streams;
import io.goodput.sim.random.Arrivals;
import io.goodput.sim.random.RateProfile;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a stepped load offers, and when it stops. All of it is bounded: the requests are counted before the first one is
 * sent.
 *
 * @param rates requests a second, ascending; 1 to 50 of them, each from 0.1/s to 100,000/s
 * @param warmUp at the start of each step, sent but not recorded; 0 s to 1 min
 * @param stepTime that each rate is measured for; 100 ms to 5 min
 * @param poisson by chance; otherwise at even distances
 * @param seed of the chance
 * @param mostRequests in all, warm-up included; 1 to 1,000,000
 * @param mostInFlight what is due while so many are in flight is counted, and not sent; 1 to 10,000
 * @param timeout of a request; 1 ms to 1 min
 * @param stopAtErrors the sweep ends at a step with a larger share of errors
 */
public record SteppedPlan(
        List<Double> rates,
        Duration warmUp,
        Duration stepTime,
        boolean poisson,
        long seed,
        int mostRequests,
        int mostInFlight,
        Duration timeout,
        double stopAtErrors) {
    /** Rates, one after the other. */
    public static final Range<Integer> STEPS = new Range<>(1, 50);

    /** Requests a second. */
    public static final Range<Double> RATE = new Range<>(0.1, 100_000.0);

    /** Before what is recorded. */
    public static final Range<Duration> WARM_UP = new Range<>(Duration.ZERO, Duration.ofMinutes(1));

    /** Of each rate. */
    public static final Range<Duration> STEP_TIME = new Range<>(Duration.ofMillis(100), Duration.ofMinutes(5));

    /** Of a request. */
    public static final Range<Duration> TIMEOUT = new Range<>(Duration.ofMillis(1), Duration.ofMinutes(1));

    /** In all. */
    public static final Range<Integer> REQUESTS = new Range<>(1, 1_000_000);

    /** At a time. */
    public static final Range<Integer> IN_FLIGHT = new Range<>(1, 10_000);

    /** Refuses what is out of bounds, and what comes to too many requests. */
    public SteppedPlan {
        rates = List.copyOf(rates);
        refuseRates(rates);
        WARM_UP.check("warm-up", warmUp);
        STEP_TIME.check("step-time", stepTime);
        TIMEOUT.check("timeout", timeout);
        REQUESTS.check("most-requests", mostRequests);
        IN_FLIGHT.check("most-in-flight", mostInFlight);
        if (!(stopAtErrors >= 0 && stopAtErrors <= 1)) {
            throw new IllegalArgumentException("stop-at-errors: " + stopAtErrors + " (expected: 0% to 100%)");
        }
        double seconds = warmUp.plus(stepTime).toNanos() / 1e9;
        refuseTooMany(rates.stream().mapToDouble(rate -> rate * seconds).sum(), mostRequests);
    }

    /** Rates from low to high, each so many times the one before. */
    public static List<Double> geometric(double from, double to, int steps) {
        STEPS.from(2).check("steps", steps);
        if (!(from > 0 && from < to)) {
            throw new IllegalArgumentException("rates: " + from + " to " + to + " (expected: from low to high)");
        }
        return IntStream.range(0, steps)
                .mapToObj(step -> rounded(from * Math.pow(to / from, step / (steps - 1.0))))
                .toList();
    }

    /** To three digits: a rate is a round number to whoever reads it. */
    private static double rounded(double rate) {
        double unit = Math.pow(10, Math.floor(Math.log10(rate)) - 2);
        return unit >= 1 ? Math.round(rate / unit) * unit : Math.round(rate / unit) / Math.rint(1 / unit);
    }

    /**
     * When the requests of a step are due, in nanoseconds from its start, those of the warm-up included. Made in
     * advance from the seed, so nothing that happens can move them.
     */
    long[] schedule(int step) {
        RateProfile rate = RateProfile.constant(rates.get(step));
        Arrivals arrivals =
                poisson ? Arrivals.poisson(rate, new Streams(seed).stream("step " + step)) : Arrivals.constant(rate);
        long end = warmUp.plus(stepTime).toNanos();
        long[] due = new long[1024];
        int count = 0;
        for (long at = arrivals.next(); at < end; at = arrivals.next()) {
            due = count == due.length ? Arrays.copyOf(due, 2 * count) : due;
            due[count++] = at;
        }
        return Arrays.copyOf(due, count);
    }

    /**
     * How many requests that comes to.
     *
     * @throws IllegalArgumentException if chance makes it more than the bound
     */
    public int requests() {
        long all = IntStream.range(0, rates.size())
                .mapToLong(step -> schedule(step).length)
                .sum();
        refuseTooMany((double) all, mostRequests);
        return (int) all;
    }

    private static void refuseTooMany(double requests, int most) {
        if (requests > most) {
            throw new IllegalArgumentException("most-requests: the rates come to " + (long) Math.ceil(requests)
                    + " requests (expected: at most " + most + ": lower or fewer rates, a shorter step-time)");
        }
    }

    private static void refuseRates(List<Double> rates) {
        STEPS.check("rates", rates.size());
        double before = 0;
        for (double rate : rates) {
            PerSecond.check("rates", rate, RATE);
            if (rate <= before) {
                throw new IllegalArgumentException("rates: " + PerSecond.text(rate) + " after " + PerSecond.text(before)
                        + " (expected: ascending)");
            }
            before = rate;
        }
    }
}
