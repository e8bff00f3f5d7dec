package io.goodput.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Machine MACHINE =
            new Machine("Abacus", 2, 4096, "JDK 25", "Linux 6", LocalDate.of(2026, 11, 20));

    @Test
    void each_median_is_a_multiple_of_that_of_the_baseline_and_of_the_fastest_peer_with_as_many_threads() {
        var report = Report.markdown(
                MACHINE,
                RunArguments.parse(List.of("Retry", "--out", "x.md")),
                List.of(
                        new Measurement("RetryBenchmark", "failsafe", 2, 90, 90, 1.25, 32),
                        new Measurement("RetryBenchmark", "failsafe", 1, 30, 30, 0.5, 16),
                        new Measurement("RetryBenchmark", "aws", 1, 60, 60, 0.5, 16),
                        new Measurement("RetryBenchmark", "goodput", 1, 25, 15, 0.5, 0),
                        new Measurement("RetryBenchmark", "nanoTimeTwice", 1, 1, 1, 0.1, 0),
                        new Measurement("RetryBenchmark", "baseline", 2, 9, 9, Double.NaN, 0),
                        new Measurement("RetryBenchmark", "baseline", 1, 2, 2, 0.1, 0)));

        assertThat(report)
                .containsPattern("resilience4j [0-9.]+, Failsafe [0-9.]+, .*; JMH [0-9.]+\\.\n")
                .contains("`bench/run Retry --out x.md` on 2026-11-20, Abacus, 2 cores, 4096 MiB, Linux 6, JDK 25. JMH")
                .contains("""
                        | | threads | ns/op | ± | median | B/op | × baseline | × fastest peer |
                        |:---|---:|---:|---:|---:|---:|---:|---:|
                        | baseline | 1 | 2.0 | 0.1 | 2.0 | 0 | 1.0 | 0.07 |
                        | nanoTimeTwice | 1 | 1.0 | 0.1 | 1.0 | 0 | 0.5 | 0.03 |
                        | goodput | 1 | 25.0 | 0.5 | 15.0 | 0 | 7.5 | 0.50 |
                        | failsafe | 1 | 30.0 | 0.5 | 30.0 | 16 | 15.0 | 1.00 |
                        | aws | 1 | 60.0 | 0.5 | 60.0 | 16 | 30.0 | 2.00 |
                        | baseline | 2 | 9.0 | – | 9.0 | 0 | 1.0 | 0.10 |
                        | failsafe | 2 | 90.0 | 1.3 | 90.0 | 32 | 10.0 | 1.00 |
                        """);
    }

    @Test
    void a_line_that_is_slower_than_the_fastest_peer_is_marked_and_listed_with_its_reason() {
        var report = Report.markdown(
                MACHINE,
                RunArguments.parse(List.of()),
                List.of(
                        new Measurement("RetryBenchmark", "goodput", 1, 30, 30, 1, 0),
                        new Measurement("RetryBenchmark", "resilience4j", 1, 20, 20, 1, 0),
                        new Measurement("RetryBenchmark", "goodput", 2, 20, 20, 1, 0),
                        new Measurement("RetryBenchmark", "resilience4j", 2, 20, 20, 1, 0)));

        assertThat(report)
                .contains("| goodput | 1 | 30.0 | 1.0 | 30.0 | 0 | – | **1.50** |")
                .contains("| goodput | 2 | 20.0 | 1.0 | 20.0 | 0 | – | 1.00 |")
                .contains("""
                        ### A call that succeeds, with retries: RetryBenchmark
                        | | threads | × fastest peer | ns more | fastest peer | B/op |
                        |:---|---:|---:|---:|:---|---:|
                        | goodput | 1 | 1.50 | 10.0 | resilience4j, 20.0 ns | 0 |

                        The state of a call is kept in an object""");
    }

    @Test
    void what_allocates_falls_short_even_if_it_is_the_fastest() {
        var report = Report.markdown(
                MACHINE,
                RunArguments.parse(List.of()),
                List.of(
                        new Measurement("BudgetRetryBenchmark", "goodputDecision", 1, 10, 10, 1, 40),
                        new Measurement("BudgetRetryBenchmark", "aws", 1, 20, 20, 1, 0)));
        assertThat(report).contains("| goodputDecision | 1 | 0.50 | -10.0 | aws, 20.0 ns | 40 |");
    }

    @Test
    void where_nothing_falls_short_the_report_says_so() {
        var fast = List.of(
                new Measurement("RetryBenchmark", "goodput", 1, 10, 10, 1, 0),
                new Measurement("RetryBenchmark", "aws", 1, 20, 20, 1, 0));
        assertThat(Report.markdown(MACHINE, RunArguments.parse(List.of()), fast))
                .endsWith("Nowhere in this run.\n");
    }

    @Test
    void without_a_baseline_and_a_peer_there_is_no_ratio() {
        var alone = List.of(new Measurement("RetryBenchmark", "goodput", 1, 30, 30, 1, 16));
        assertThat(Report.markdown(MACHINE, RunArguments.parse(List.of()), alone))
                .contains("| 16 | – | – |");
    }

    @Test
    void an_event_of_a_hundred_nanoseconds_makes_ten_million_a_second() {
        var events = List.of(new Measurement("HoldBenchmark", "hold(pending=100)", 1, 100, 100, 1, 0));
        assertThat(Report.markdown(MACHINE, RunArguments.parse(List.of()), events))
                .contains("| hold(pending=100) | 1 | 10.0 | 100.0 | 1.0 | 100.0 | 0 |");
    }

    @Test
    void what_was_not_measured_is_not_told_of() {
        var alone = List.of(new Measurement("RetryBenchmark", "goodput", 1, 30, 30, 1, 16));
        assertThat(Report.markdown(MACHINE, RunArguments.parse(List.of()), alone))
                .contains("## A call that succeeds")
                .doesNotContain("## The budget", "## The simulation");
    }

    @Test
    void a_quick_run_says_that_its_numbers_are_no_evidence() {
        assertThat(Report.markdown(MACHINE, RunArguments.parse(List.of("--quick")), List.of()))
                .contains("A quick run");
    }

    @Test
    void an_unknown_option_is_refused() {
        assertThatThrownBy(() -> RunArguments.parse(List.of("--fast")))
                .hasMessage("--fast (expected: [regex] [--quick] [--out <file>])");
    }
}
