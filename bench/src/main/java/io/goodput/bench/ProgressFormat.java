package io.goodput.bench;

import java.io.PrintStream;
import java.util.Collection;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;

/** One line for each benchmark, which says how far the run is, in place of all that JMH has to say. */
final class ProgressFormat implements OutputFormat {
    private static final double NANOS_PER_MINUTE = 60e9;

    private final PrintStream out;
    private final int benchmarks;
    private final long startedAt = System.nanoTime();
    private int done;

    /** For so many, each with each number of threads counted. */
    ProgressFormat(PrintStream out, int benchmarks) {
        this.out = out;
        this.benchmarks = benchmarks;
    }

    @Override
    public void endBenchmark(BenchmarkResult result) {
        if (result == null) {
            return;
        }
        done++;
        var params = result.getParams();
        var name = params.getBenchmark().substring(getClass().getPackageName().length() + 1);
        var minutes = (System.nanoTime() - startedAt) / NANOS_PER_MINUTE;
        out.printf(
                "%d of %d: %s, threads: %d, %.1f ns/op; %.1f min, about %.1f left%n",
                done,
                benchmarks,
                name,
                params.getThreads(),
                result.getPrimaryResult().getScore(),
                minutes,
                minutes * Math.max(0, benchmarks - done) / done);
    }

    @Override
    public void iteration(BenchmarkParams benchmark, IterationParams iteration, int number) {}

    @Override
    public void iterationResult(
            BenchmarkParams benchmark, IterationParams iteration, int number, IterationResult result) {}

    @Override
    public void startBenchmark(BenchmarkParams benchmark) {}

    @Override
    public void startRun() {}

    @Override
    public void endRun(Collection<RunResult> results) {}

    @Override
    public void print(String text) {}

    @Override
    public void println(String text) {
        // What a benchmark threw is all that JMH says that is of use.
        if (text.startsWith("<") || text.contains("Exception")) {
            out.println(text);
        }
    }

    @Override
    public void verbosePrintln(String text) {}

    @Override
    public void write(int character) {}

    @Override
    public void write(byte[] text) {}

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
