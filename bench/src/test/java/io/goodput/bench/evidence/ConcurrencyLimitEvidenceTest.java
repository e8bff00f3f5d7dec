package io.goodput.bench.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.bench.evidence.LimitedServer.Result;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** What docs/decisions/0008 rests on, by three seeds. */
class ConcurrencyLimitEvidenceTest {
    @Test
    void without_a_limit_overload_leaves_no_goodput() throws Exception {
        assertThat(mean("step up", "none", Result::goodput)).isLessThan(0.05);
        assertThat(mean("step up", "gradient", Result::goodput)).isGreaterThan(0.95);
    }

    @Test
    void a_fixed_limit_that_is_three_times_too_low_costs_a_third() throws Exception {
        assertThat(mean("step up", "fixed 7", Result::goodput)).isLessThan(0.7);
    }

    @Test
    void a_fixed_limit_that_is_three_times_too_high_does_not_survive_slower_work() throws Exception {
        assertThat(mean("latency shift", "fixed 60", Result::goodput)).isLessThan(0.7);
        assertThat(mean("latency shift", "AIMD", Result::goodput)).isGreaterThan(0.95);
        assertThat(mean("latency shift", "gradient", Result::goodput)).isGreaterThan(0.9);
    }

    @Test
    void aimd_sees_no_overload_where_callers_wait_longer_than_the_answer_is_of_use() throws Exception {
        assertThat(mean("patient callers", "AIMD", Result::goodput)).isLessThan(0.3);
        assertThat(mean("patient callers", "gradient", Result::goodput)).isGreaterThan(0.95);
    }

    @Test
    void the_guard_keeps_the_gradient_from_drifting() throws Exception {
        assertThat(mean("step up", "gradient", Result::last))
                .isLessThan(mean("step up", "gradient, no guard", Result::last) / 2);
    }

    @Test
    void every_candidate_has_its_line_in_every_table() throws Exception {
        var bytes = new ByteArrayOutputStream();
        ConcurrencyLimitEvidence.print(new PrintStream(bytes, true, StandardCharsets.UTF_8), 2);
        String text = bytes.toString(StandardCharsets.UTF_8);
        assertThat(text.lines().filter(line -> line.contains(" ±")))
                .hasSize(LimitScenario.ALL.size()
                        * ConcurrencyLimitEvidence.candidates().size());
    }

    private static double mean(String scenario, String candidate, ToDoubleFunction<Result> figure) throws Exception {
        LimitScenario which = LimitScenario.ALL.stream()
                .filter(any -> any.name().startsWith(scenario))
                .findFirst()
                .orElseThrow();
        var settings =
                Objects.requireNonNull(ConcurrencyLimitEvidence.candidates().get(candidate));
        return ConcurrencyLimitEvidence.runs(which, settings, 3).stream()
                .mapToDouble(figure)
                .average()
                .orElseThrow();
    }
}
