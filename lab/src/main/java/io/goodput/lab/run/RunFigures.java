package io.goodput.lab.run;

import io.goodput.lab.model.Tally;
import io.goodput.lab.model.Workload;
import io.goodput.lab.scenario.Scenario;
import io.goodput.sim.Span;
import io.goodput.sim.stat.WindowedCounter;
import java.util.Arrays;

/**
 * The figures of one run. Rates are per second within the settled window.
 *
 * @param amplification attempts for each call; NaN if there was no call
 * @param metastable whether goodput is below half of what was offered
 * @param recovery seconds; NaN if it never came, or nothing was disturbed
 */
record RunFigures(
        long events,
        double goodput,
        double throughput,
        double attempts,
        double amplification,
        boolean metastable,
        double recovery,
        Series series) {
    private static final double COLLAPSED_SHARE = 0.5;
    private static final int MOST_POINTS = 400;

    static RunFigures of(Scenario scenario, Tally tally, long events) {
        Workload workload = scenario.model().workload();
        var offered = new Offered(workload);
        Span settled = scenario.plan().settledSpan();
        long calls = tally.offered().sum(settled);
        return new RunFigures(
                events,
                tally.succeeded().rate(settled),
                tally.served().rate(settled),
                tally.attempted().rate(settled),
                calls == 0 ? Double.NaN : (double) tally.attempted().sum(settled) / calls,
                tally.succeeded().sum(settled) < COLLAPSED_SHARE * offered.calls(settled, tally),
                recovery(scenario, tally, offered),
                Series.of(tally, MOST_POINTS));
    }

    private static double recovery(Scenario scenario, Tally tally, Offered offered) {
        return scenario.model().workload().disturbances().stream().mapToLong(Span::to).max().stream()
                .mapToDouble(until ->
                        Recovery.seconds(until, scenario.plan().length().toNanos(), tally, offered))
                .findFirst()
                .orElse(Double.NaN);
    }

    /** What happened over time, in at most so many points: rates per second, and the level at the end of each. */
    @SuppressWarnings("ArrayRecordComponent") // numbers to draw, never compared or used as a key
    record Series(double step, double[] offered, double[] goodput, double[] attempts, double[] inFlight) {
        private static Series of(Tally tally, int mostPoints) {
            int factor = Math.ceilDiv(tally.windows().count(), mostPoints);
            double step = tally.windows().nanos() * factor / 1e9;
            return new Series(
                    step,
                    rates(tally.offered(), tally, factor, step),
                    rates(tally.succeeded(), tally, factor, step),
                    rates(tally.attempted(), tally, factor, step),
                    tally.windows().means(tally.inFlight().values(), factor));
        }

        private static double[] rates(WindowedCounter counter, Tally tally, int factor, double step) {
            double[] rates = Arrays.stream(tally.windows().sums(counter.counts(), factor))
                    .mapToDouble(count -> count / step)
                    .toArray();
            // The run may end within the last step.
            int last = rates.length - 1;
            rates[last] *= step / (tally.runNanos() / 1e9 - last * step);
            return rates;
        }
    }
}
