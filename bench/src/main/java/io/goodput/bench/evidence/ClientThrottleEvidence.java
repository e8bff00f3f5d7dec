package io.goodput.bench.evidence;

import io.goodput.Outcome;
import io.goodput.bench.evidence.RefusingServer.Result;
import io.goodput.limit.ClientThrottle;
import io.goodput.sim.Estimate;
import io.goodput.sim.Replications;
import io.goodput.sim.stat.Estimates;
import java.io.PrintStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** A server that pays for refusing, with and without clients that throttle themselves. As Markdown. */
public final class ClientThrottleEvidence {
    private static final int SEEDS = 10;
    private static final int[] OFFERED = {80, 150, 300, 450, 600};

    static final ClientThrottle.Settings STANDARD = ClientThrottle.Settings.STANDARD;
    static final ClientThrottle.Settings WITH_TIMEOUTS =
            STANDARD.withRejections(EnumSet.of(Outcome.THROTTLED, Outcome.TIMEOUT));

    private ClientThrottleEvidence() {}

    /** Prints the table; one argument, if there is one, is the number of seeds. */
    public static void main(String... args) throws InterruptedException {
        print(System.out, args.length == 0 ? SEEDS : Integer.parseInt(args[0]));
    }

    static void print(PrintStream out, int seeds) throws InterruptedException {
        out.println("| offered/s | none: good/s | sent/s | standard: good/s | sent/s "
                + "| timeouts are refusals too: good/s | sent/s |");
        out.println("|---:|---:|---:|---:|---:|---:|---:|");
        for (int offered : OFFERED) {
            out.println("| " + offered + both(runs(offered, null, seeds)) + both(runs(offered, STANDARD, seeds))
                    + both(runs(offered, WITH_TIMEOUTS, seeds)) + " |");
        }
    }

    static List<Result> runs(int offered, ClientThrottle.@Nullable Settings settings, int seeds)
            throws InterruptedException {
        return new Replications(Runtime.getRuntime().availableProcessors())
                .run(seeds, seed -> RefusingServer.run(offered, settings, seed));
    }

    private static String both(List<Result> runs) {
        return cell(runs, Result::good) + cell(runs, Result::sent);
    }

    private static String cell(List<Result> runs, ToDoubleFunction<Result> figure) {
        Estimate estimate = Estimates.mean(runs.stream().mapToDouble(figure).toArray());
        return String.format(Locale.ROOT, " | %.1f ±%.1f", estimate.mean(), estimate.high() - estimate.mean());
    }
}
