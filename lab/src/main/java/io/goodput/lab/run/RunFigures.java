package io.goodput.lab.run;

import io.goodput.lab.model.Model;
import io.goodput.lab.scenario.RunPlan;
import io.goodput.lab.world.ClientTally;
import io.goodput.lab.world.Tally;
import io.goodput.sim.Span;
import io.goodput.sim.stat.WindowedCounter;
import java.util.Arrays;

/**
 * The figures of one run. Rates are per second within the settled window.
 *
 * @param amplification attempts for each call; NaN if there was no call
 * @param metastable whether goodput is below half of what was offered
 * @param recovery seconds; NaN if it never came, or nothing was disturbed
 * @param others one for each of the {@link Measures}
 */
@SuppressWarnings("ArrayRecordComponent") // numbers to average, never compared or used as a key
record RunFigures(
        long events,
        double goodput,
        double throughput,
        double attempts,
        double amplification,
        boolean metastable,
        double recovery,
        double[] others,
        Series series) {
    private static final double COLLAPSED_SHARE = 0.5;
    private static final int MOST_POINTS = 400;

    static RunFigures of(Model model, RunPlan plan, Tally tally, Measures measures, long events) {
        var offered = new Offered(model);
        Span settled = plan.settledSpan();
        ClientTally clients = tally.clients();
        long calls = clients.offered().sum(settled);
        var gauge = new Gauge(tally, settled);
        return new RunFigures(
                events,
                clients.succeeded().rate(settled),
                tally.front().served().rate(settled),
                clients.attempted().rate(settled),
                calls == 0 ? Double.NaN : (double) clients.attempted().sum(settled) / calls,
                clients.succeeded().sum(settled) < COLLAPSED_SHARE * offered.calls(settled, tally),
                recovery(model, plan, tally, offered),
                measures.list().stream().mapToDouble(gauge::of).toArray(),
                Series.of(tally, MOST_POINTS));
    }

    private static double recovery(Model model, RunPlan plan, Tally tally, Offered offered) {
        return model.disturbances().stream().mapToLong(Span::to).max().stream()
                .mapToDouble(until -> Recovery.seconds(until, plan.length().toNanos(), tally, offered))
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
                    rates(tally.clients().offered(), tally, factor, step),
                    rates(tally.clients().succeeded(), tally, factor, step),
                    rates(tally.clients().attempted(), tally, factor, step),
                    tally.windows().means(tally.front().inFlight().values(), factor));
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
