package io.goodput.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks, alone and on every core, and writes what they cost as a table. */
public final class Benchmarks {
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
        var results = new ArrayList<RunResult>();
        for (int threads : IntStream.of(1, cores).distinct().toArray()) {
            var options = new OptionsBuilder()
                    .include(request.regex())
                    .threads(threads)
                    .mode(Mode.AverageTime)
                    .timeUnit(TimeUnit.NANOSECONDS)
                    .addProfiler(GCProfiler.class)
                    .shouldFailOnError(true);
            results.addAll(new Runner(effort(options, request.quick()).build()).run());
        }
        return results;
    }

    /** Quick is to see that everything runs: its numbers are no evidence. */
    private static ChainedOptionsBuilder effort(ChainedOptionsBuilder options, boolean quick) {
        return quick
                ? options.forks(1)
                        .warmupIterations(1)
                        .warmupTime(TimeValue.milliseconds(200))
                        .measurementIterations(2)
                        .measurementTime(TimeValue.milliseconds(200))
                : options.forks(3)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(1));
    }
}
