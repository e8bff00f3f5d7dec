package io.goodput.bench.evidence;

import io.goodput.sim.Span;
import io.goodput.sim.random.Distribution;
import io.goodput.sim.random.RateProfile;
import java.util.List;
import java.util.function.LongToDoubleFunction;

/**
 * What happens to a server behind a concurrency limit: 10 slots, a queue that is served in order, 20 ms of work for a
 * call on average, so 500 calls a second at most. An answer is of use within 250 ms. A caller that has given up has
 * gone, and the server, which does not know, works on its call all the same. 120 s; the change comes at 40 s.
 *
 * @param arrivals Poisson
 * @param work of a call, before the change
 * @param slowness what the work of a call that begins then is multiplied by; infinite where nothing answers
 * @param settled from here on the time to adapt is counted
 * @param patience after this time a caller gives up
 * @param clients that share the server, each with a limit of its own
 * @param slots of the server
 */
record LimitScenario(
        String name,
        RateProfile arrivals,
        Distribution work,
        LongToDoubleFunction slowness,
        long settled,
        long patience,
        int clients,
        int slots) {
    private static final int SLOTS = 10;
    static final long SECOND = 1_000_000_000;
    static final long USEFUL = SECOND / 4;
    static final long CHANGE = 40 * SECOND;
    static final long END = 120 * SECOND;

    private static final long RETURN = 60 * SECOND;
    private static final double MILLI = 1e6;

    /** Median and spread of a mean of 20 ms: 20 = median · exp(sigma²/2). */
    private static final double SIGMA = 0.5;

    private static final Distribution USUAL = Distribution.logNormal(20 * MILLI / Math.exp(SIGMA * SIGMA / 2), SIGMA);
    private static final Distribution TWO_KINDS =
            Distribution.bimodal(0.05, Distribution.exponential(10 * MILLI), Distribution.exponential(200 * MILLI));

    static final List<LimitScenario> ALL = List.of(
            new LimitScenario("step up: 300/s, then 750/s", step(300, 750), USUAL, now -> 1, CHANGE, USEFUL, 1, SLOTS),
            new LimitScenario(
                    "step down: 750/s, then 300/s", step(750, 300), USUAL, now -> 1, CHANGE, USEFUL, 1, SLOTS),
            new LimitScenario(
                    "latency shift: at 450/s the work doubles for good",
                    step(450, 450),
                    USUAL,
                    now -> now < CHANGE ? 1 : 2,
                    CHANGE,
                    USEFUL,
                    1,
                    SLOTS),
            new LimitScenario(
                    "bimodal: 300/s, then 750/s; 95 % take 10 ms, 5 % take 200 ms",
                    step(300, 750), TWO_KINDS, now -> 1, CHANGE, USEFUL, 1, SLOTS),
            new LimitScenario(
                    "slow drift: at 450/s the work grows to three times in 80 s",
                    step(450, 450),
                    USUAL,
                    now -> 1 + 2 * Math.max(0, (double) (now - CHANGE)) / (END - CHANGE),
                    CHANGE,
                    USEFUL,
                    1,
                    SLOTS),
            new LimitScenario(
                    "flat timeouts: at 450/s nothing answers for 20 s",
                    step(450, 450),
                    USUAL,
                    now -> now >= CHANGE && now < RETURN ? Double.POSITIVE_INFINITY : 1,
                    RETURN,
                    USEFUL,
                    1,
                    SLOTS),
            new LimitScenario(
                    "patient callers: 300/s, then 750/s; they wait for 2 s",
                    step(300, 750),
                    USUAL,
                    now -> 1,
                    CHANGE,
                    2 * SECOND,
                    1,
                    SLOTS),
            new LimitScenario(
                    "ten clients: 300/s, then 750/s together",
                    step(300, 750),
                    USUAL,
                    now -> 1,
                    CHANGE,
                    USEFUL,
                    10,
                    SLOTS),
            new LimitScenario(
                    "longer calls, room enough: at 450/s to 200 slots the work grows to three times",
                    step(450, 450),
                    USUAL,
                    now -> now < CHANGE ? 1 : 3,
                    CHANGE,
                    USEFUL,
                    1,
                    20 * SLOTS));

    private static RateProfile step(double before, double after) {
        return RateProfile.constant(after).phase(new Span(0, CHANGE), before);
    }

    /** How many calls a second could be answered at best in the second that begins then. */
    double best(long from) {
        double capacity = slots * SECOND / (work.mean() * slowness.applyAsDouble(from + SECOND / 2));
        return Math.min(capacity, arrivals.expected(from, from + SECOND));
    }
}
