package io.goodput.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every benchmark runs, once and in this JVM, so that none rots. What it took is no evidence of anything. */
class SmokeTest {
    @Test
    void every_benchmark_runs_and_has_its_place_in_the_report() throws RunnerException {
        // What another run of JMH on this machine measures is not disturbed by more than any other test does it.
        System.setProperty("jmh.ignoreLock", "true");
        var once = new OptionsBuilder()
                .include(".*")
                .param("seeds", "2")
                .forks(0)
                .mode(Mode.SingleShotTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .warmupIterations(0)
                .measurementIterations(1)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();

        var measurements = Measurement.of(new Runner(once).run());

        var report = Report.markdown(Machine.describe(), RunArguments.parse(List.of()), measurements);
        assertThat(measurements).isNotEmpty().allSatisfy(m -> assertThat(report).contains("| " + m.name() + " |"));
        assertThat(report).doesNotContain("{", "${");
    }
}
