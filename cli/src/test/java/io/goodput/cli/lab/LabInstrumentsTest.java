package io.goodput.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.cli.CommandTest;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code lab sweep}, {@code lab compare} and {@code lab advise}. */
class LabInstrumentsTest extends CommandTest {
    private static final String SMALL = """
            goodput: 1
            scenario: small
            workload: {rate: 20/s}
            service: {latency: 100ms}
            client: {timeout: 1s}
            policies:
              none: {}
              two: {retry: {attempts: 2}}
            run: {for: 10s, seeds: 3}
            claims:
              - goodput(none) within 50% of 20/s
            """;

    private String small() throws IOException {
        return file("small.yaml", SMALL);
    }

    @Test
    void a_sweep_writes_every_form_it_is_asked_for() throws IOException {
        Path csv = folder.resolve("s.csv");
        Path html = folder.resolve("s.html");
        Path svg = folder.resolve("pictures");

        assertThat(run(
                        "lab",
                        "sweep",
                        small(),
                        "--vary",
                        "workload.rate=10/s..20/s/10/s",
                        "--metric",
                        "goodput,attempts(service, 2s..4s)",
                        "--csv",
                        csv.toString(),
                        "--html",
                        html.toString(),
                        "--svg",
                        svg.toString()))
                .isZero();
        assertThat(out.toString()).contains("goodput in 1/s", "workload.rate", "10/s", "20/s");
        assertThat(csv).content().contains("none,10/s,", "two,20/s,");
        assertThat(html).content().contains("data:image/svg+xml");
        assertThat(svg.resolve("goodput.svg")).exists();
    }

    @Test
    void a_sweep_of_chosen_variants_has_no_others() throws IOException {
        assertThat(run("lab", "sweep", small(), "--vary", "workload.rate=10/s", "--variants", "two", "--json", "-"))
                .isZero();
        assertThat(out.toString()).contains("\"variant\": \"two\"").doesNotContain("\"none\"");
    }

    @Test
    void a_scenario_that_varies_a_key_is_run_as_a_sweep_and_judged() throws IOException {
        String varies = SMALL.replace(
                "  - goodput(none) within 50% of 20/s",
                "  - goodput(none@10/s) within 50% of 10/s\nvary: {workload.rate: [10/s, 20/s]}");

        assertThat(run("lab", "run", file("vary.yaml", varies))).isZero();
        assertThat(out.toString()).contains("workload.rate", "goodput(none@10/s)");
        assertThat(run("lab", "run", file("vary.yaml", varies.replace("of 10/s", "of 90/s"))))
                .isEqualTo(1);
    }

    @Test
    void a_comparison_says_what_a_change_makes_worse() throws IOException {
        String other = file("other.yaml", "service: {latency: 300ms}");

        assertThat(run("lab", "compare", small(), "--with", other)).isZero();
        assertThat(out.toString()).contains("p50", "worse", "no difference shown", "unpaired");
    }

    @Test
    void advice_comes_with_a_configuration() throws IOException {
        assertThat(run("lab", "advise", small(), "--variants", "two")).isZero();
        assertThat(out.toString()).contains("guards:", "as written", "candidates");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "workload.rte=10/s | did you mean rate?",
                "workload.rate | expected: a key and its values",
                "workload.rate=10/s..90/s | no range in steps",
                "workload.rate=1/s..900/s/1/s | expected: 1 to 400",
                "wrkload.rate=1/s | did you mean workload.rate?",
            })
    void a_sweep_of_what_cannot_vary_is_bad_input(String vary, String message) throws IOException {
        assertThat(run("lab", "sweep", small(), "--vary", vary)).isEqualTo(2);
        assertThat(err.toString()).contains(message);
    }

    @Test
    void bad_options_are_bad_input() throws IOException {
        String two = "workload.rate=10/s,20/s";
        assertThat(run("lab", "sweep", small())).isEqualTo(2);
        assertThat(run("lab", "sweep", "no-such", "--vary", two)).isEqualTo(2);
        assertThat(run("lab", "sweep", small(), "--vary", two, "--metric", "godput"))
                .isEqualTo(2);
        assertThat(run("lab", "sweep", small(), "--vary", two, "--variants", "three"))
                .isEqualTo(2);
        assertThat(run("lab", "sweep", small(), "--vary", "workload.arrivals=poisson,constant", "--bistable"))
                .isEqualTo(2);
        assertThat(run("lab", "compare", small(), "--with", file("bad.yaml", "run: {seeds: 5}")))
                .isEqualTo(2);
        assertThat(run("lab", "advise", small(), "--population", "nobody")).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "did you mean goodput?",
                        "unknown variant",
                        "one key with rising numbers",
                        "unknown key",
                        "one of");
    }
}
