package io.goodput.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks, alone and on every core, and writes what they cost as tables. */
public final class Benchmarks {
    /** Is run once in each JVM, and sees to its threads itself. */
    private static final String WHOLE = "\\.ScenarioBenchmark\\.";

    /** JMH takes what matches any of its patterns, and leaves out what matches any that is excluded. */
    private static final String NOT_WHOLE = "^(?!.*" + WHOLE + ")";

    private final RunArguments request;
    private final Thoroughness effort;
    private final ProgressFormat progress;

    private Benchmarks(RunArguments request, PrintStream out) {
        this.request = request;
        this.effort = Thoroughness.of(request);
        int each = count(WHOLE);
        int whole = count(NOT_WHOLE);
        int all = each * effort.threads().size() + whole;
        this.progress = new ProgressFormat(out, all);
        out.printf(
                "%d benchmarks: about %d min on a quiet machine%n",
                all, Math.ceilDiv(effort.estimate(each, whole).toSeconds(), 60));
    }

    /** Takes what {@code bench/run} takes; see {@link RunArguments}. */
    public static void main(String... arguments) throws RunnerException, IOException {
        RunArguments request;
        try {
            request = RunArguments.parse(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println("bench/run: " + e.getMessage());
            System.exit(2);
            return;
        }
        var results = new Benchmarks(request, System.err).run();
        if (results.isEmpty()) {
            System.err.println("bench/run: no benchmark matches " + request.regex());
            System.exit(2);
        }
        var report = Report.markdown(Machine.describe(), request, Measurement.of(results));
        if (request.out() == null) {
            System.out.print(report);
        } else {
            Files.writeString(Path.of(request.out()), report);
        }
    }

    private int count(String excluded) {
        // The list says why it is empty to whom it is given; the run will say so.
        return BenchmarkList.defaultList()
                .find(new ProgressFormat(System.err, 0), List.of(request.regex()), List.of(excluded))
                .stream()
                .mapToInt(Benchmarks::choices)
                .sum();
    }

    private static int choices(BenchmarkListEntry benchmark) {
        var params = benchmark.getParams();
        return !params.hasValue()
                ? 1
                : params.get().values().stream()
                        .mapToInt(values -> values.length)
                        .reduce(1, Math::multiplyExact);
    }

    private List<RunResult> run() throws RunnerException {
        var results = new ArrayList<RunResult>();
        for (int threads : effort.threads()) {
            results.addAll(run(effort.applyTo(options()
                    .exclude(WHOLE)
                    .threads(threads)
                    .mode(Mode.AverageTime)
                    .addProfiler(GCProfiler.class))));
        }
        results.addAll(run(options()
                .exclude(NOT_WHOLE)
                .threads(1)
                .mode(Mode.SingleShotTime)
                .addProfiler(ProcessorTime.class)
                .forks(effort.wholeForks())
                .warmupIterations(0)
                .measurementIterations(1)));
        return results;
    }

    private ChainedOptionsBuilder options() {
        return new OptionsBuilder()
                .include(request.regex())
                .timeUnit(TimeUnit.NANOSECONDS)
                .shouldFailOnError(true);
    }

    private Collection<RunResult> run(ChainedOptionsBuilder options) throws RunnerException {
        try {
            return new Runner(options.build(), progress).run();
        } catch (NoBenchmarksException _) {
            return List.of();
        }
    }
}
