package io.goodput.lab.run;

import io.goodput.lab.scenario.RunPlan;
import io.goodput.lab.world.Tally;
import io.goodput.sim.Span;

/**
 * How long a service takes to be well again: from the end of the last disturbance to the start of the first five
 * seconds in which goodput is at least 95 % of what is offered and fewer than 0.5 attempts a second time out.
 */
final class Recovery {
    private static final long WELL_NANOS = RunPlan.WELL.toNanos();
    private static final double WELL_SHARE = 0.95;
    private static final double MOST_TIMEOUTS_A_SECOND = 0.5;

    private Recovery() {}

    /** Seconds; NaN if the run ends before that. */
    static double seconds(long disturbedUntil, long runNanos, Tally tally, Offered offered) {
        long window = tally.windows().nanos();
        for (long from = Math.ceilDiv(disturbedUntil, window) * window; from + WELL_NANOS <= runNanos; from += window) {
            var span = new Span(from, from + WELL_NANOS);
            if (isWell(span, tally, offered)) {
                return (from - disturbedUntil) / 1e9;
            }
        }
        return Double.NaN;
    }

    private static boolean isWell(Span span, Tally tally, Offered offered) {
        return tally.clients().succeeded().sum(span) >= WELL_SHARE * offered.calls(span, tally)
                && tally.clients().timedOut().rate(span) < MOST_TIMEOUTS_A_SECOND;
    }
}
