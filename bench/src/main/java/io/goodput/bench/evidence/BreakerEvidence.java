package io.goodput.bench.evidence;

import io.goodput.bench.evidence.ShardedService.Result;
import io.goodput.bench.evidence.ShardedService.Trouble;
import io.goodput.breaker.Breaker;
import io.goodput.breaker.CircuitBreaker;
import io.goodput.breaker.ProportionalBreaker;
import io.goodput.sim.Estimate;
import io.goodput.sim.Replications;
import io.goodput.sim.stat.Estimates;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Breakers in front of four shards: on or off, or by degrees; one for all, or one for each. As Markdown. */
public final class BreakerEvidence {
    private static final int SEEDS = 20;

    /** Low enough that the failure of one shard of four is seen by a breaker for all of them. */
    private static final double LOW = 0.2;

    private static final Breaker.Settings ON_OFF =
            CircuitBreaker.Settings.STANDARD.withThreshold(LOW).withOpen(Duration.ofSeconds(10));
    private static final Breaker.Settings PROPORTIONAL = ProportionalBreaker.Settings.STANDARD.withThreshold(LOW);

    /** What may stand between the client and the shards. */
    record Candidate(String title, Breaker.@Nullable Settings settings, boolean keyed) {
        static final Candidate NONE = new Candidate("none", null, false);
        static final Candidate ON_OFF_FOR_ALL = new Candidate("on/off, one for all", ON_OFF, false);
        static final Candidate ON_OFF_FOR_EACH = new Candidate("on/off, for each shard", ON_OFF, true);
        static final Candidate PROPORTIONAL_FOR_ALL = new Candidate("proportional, one for all", PROPORTIONAL, false);
        static final Candidate PROPORTIONAL_FOR_EACH =
                new Candidate("proportional, for each shard", PROPORTIONAL, true);
        static final Candidate STANDARD =
                new Candidate("proportional, for each shard, standard", ProportionalBreaker.Settings.STANDARD, true);

        static final List<Candidate> ALL =
                List.of(NONE, ON_OFF_FOR_ALL, ON_OFF_FOR_EACH, PROPORTIONAL_FOR_ALL, PROPORTIONAL_FOR_EACH, STANDARD);
    }

    private BreakerEvidence() {}

    /** Prints the tables; one argument, if there is one, is the number of seeds. */
    public static void main(String... args) throws InterruptedException {
        print(System.out, args.length == 0 ? SEEDS : Integer.parseInt(args[0]));
    }

    static void print(PrintStream out, int seeds) throws InterruptedException {
        for (Trouble trouble : Trouble.values()) {
            out.println("\n**" + title(trouble) + "**\n");
            out.println("| calls/s, of 400 offered | good while wrong | failed while wrong | good in the 20 s after |");
            out.println("|:---|---:|---:|---:|");
            for (Candidate candidate : Candidate.ALL) {
                List<Result> runs = runs(trouble, candidate, seeds);
                out.println("| %s | %s | %s | %s |"
                        .formatted(
                                candidate.title,
                                cell(runs, Result::goodWhileWrong),
                                cell(runs, Result::badWhileWrong),
                                cell(runs, Result::goodAfter)));
            }
        }
    }

    private static String title(Trouble trouble) {
        return switch (trouble) {
            case ONE_SHARD_HANGS -> "One shard of four hangs: its calls time out after 1 s";
            case ONE_SHARD_AT_HALF -> "One shard of four can do half of its load, and refuses the rest";
            case THIRTY_PERCENT_FAIL -> "30 % of all calls fail, whatever is sent";
        };
    }

    static List<Result> runs(Trouble trouble, Candidate candidate, int seeds) throws InterruptedException {
        return new Replications(Runtime.getRuntime().availableProcessors())
                .run(seeds, seed -> ShardedService.run(trouble, candidate.settings, candidate.keyed, seed));
    }

    private static String cell(List<Result> runs, ToDoubleFunction<Result> figure) {
        Estimate estimate = Estimates.mean(runs.stream().mapToDouble(figure).toArray());
        return String.format(Locale.ROOT, "%.1f ±%.1f", estimate.mean(), estimate.high() - estimate.mean());
    }
}
