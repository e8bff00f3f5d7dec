package io.goodput.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks, alone and on every core, and writes what they cost as tables. */
public final class Benchmarks {
    /** Is run once in each JVM, and sees to its threads itself. */
    private static final String WHOLE = "\\.ScenarioBenchmark\\.";

    private static final int WHOLE_FORKS = 3;

    private Benchmarks() {}

    /** Takes what {@code bench/run} takes; see {@link Request}. */
    public static void main(String... arguments) throws RunnerException, IOException {
        Request request;
        try {
            request = Request.parse(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println("bench/run: " + e.getMessage());
            System.exit(2);
            return;
        }
        var results = run(request);
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

    private static List<RunResult> run(Request request) throws RunnerException {
        var cores = Runtime.getRuntime().availableProcessors();
        var effort = Effort.of(request);
        var results = new ArrayList<RunResult>();
        for (int threads : IntStream.of(1, cores).distinct().toArray()) {
            results.addAll(run(effort.applyTo(options(request)
                    .exclude(WHOLE)
                    .threads(threads)
                    .mode(Mode.AverageTime)
                    .addProfiler(GCProfiler.class))));
        }
        // JMH takes what matches any of its patterns, and leaves out what matches any that is excluded.
        results.addAll(run(options(request)
                .exclude("^(?!.*" + WHOLE + ")")
                .threads(1)
                .mode(Mode.SingleShotTime)
                .addProfiler(ProcessorTime.class)
                .forks(request.quick() ? 1 : WHOLE_FORKS)
                .warmupIterations(0)
                .measurementIterations(1)));
        return results;
    }

    private static ChainedOptionsBuilder options(Request request) {
        return new OptionsBuilder()
                .include(request.regex())
                .timeUnit(TimeUnit.NANOSECONDS)
                .shouldFailOnError(true);
    }

    private static Collection<RunResult> run(ChainedOptionsBuilder options) throws RunnerException {
        try {
            return new Runner(options.build()).run();
        } catch (NoBenchmarksException _) {
            return List.of();
        }
    }
}
