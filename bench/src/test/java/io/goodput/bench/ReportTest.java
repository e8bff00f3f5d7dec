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
    void each_line_is_a_multiple_of_the_baseline_of_its_group_and_threads() {
        var report = Report.markdown(
                MACHINE,
                Request.parse(List.of("Retry", "--out", "x.md")),
                List.of(
                        new Measurement("Retry", "peer", 2, 90, 1.25, 32),
                        new Measurement("Retry", "peer", 1, 30, 0.5, 16),
                        new Measurement("Retry", "baseline", 2, 9, Double.NaN, 0),
                        new Measurement("Retry", "baseline", 1, 2, 0.1, 0)));

        assertThat(report).isEqualTo("""
                        `bench/run Retry --out x.md` on 2026-11-20, Abacus, 2 cores, 4096 MiB, Linux 6, JDK 25

                        | benchmark | threads | ns/op | ± | B/op | × baseline |
                        |:---|---:|---:|---:|---:|---:|
                        | Retry.baseline | 1 | 2.0 | 0.1 | 0 | 1.0 |
                        | Retry.peer | 1 | 30.0 | 0.5 | 16 | 15.0 |
                        | Retry.baseline | 2 | 9.0 | – | 0 | 1.0 |
                        | Retry.peer | 2 | 90.0 | 1.3 | 32 | 10.0 |
                        """);
    }

    @Test
    void without_a_baseline_there_is_no_ratio() {
        var alone = List.of(new Measurement("Retry", "peer", 1, 30, 1, 16));
        assertThat(Report.markdown(MACHINE, Request.parse(List.of()), alone)).contains("| 16 | – |");
    }

    @Test
    void a_quick_run_says_that_its_numbers_are_no_evidence() {
        assertThat(Report.markdown(MACHINE, Request.parse(List.of("--quick")), List.of()))
                .contains("A quick run");
    }

    @Test
    void an_unknown_option_is_refused() {
        assertThatThrownBy(() -> Request.parse(List.of("--fast")))
                .hasMessage("--fast (expected: [regex] [--quick] [--out <file>])");
    }
}
