package io.goodput.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.cli.CommandTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabTest extends CommandTest {
    private static final String SMALL = """
            goodput: 1
            scenario: small
            workload: {rate: 20/s}
            service: {latency: 100ms}
            policies:
              none: {}
            run: {for: 10s, seeds: 3}
            claims:
              - goodput(none) within 50% of 20/s
            """;

    private String scenario(String yaml) throws IOException {
        return Files.writeString(folder.resolve("small.yaml"), yaml).toString();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void without_a_name_the_scenarios_are_listed() {
        assertThat(run("lab")).isZero();
        assertThat(out.toString()).contains("retry-storm", "Three plain attempts", "goodput lab run FILE");
    }

    @Test
    void a_scenario_that_comes_with_the_lab_can_be_shown_and_is_itself_a_scenario() throws IOException {
        assertThat(run("lab", "show", "retry-storm")).isZero();
        assertThat(run("lab", "run", scenario(out.toString()), "--seeds", "1", "--json", "-"))
                .isNotEqualTo(2);
    }

    @Test
    void claims_that_hold_are_status_0_and_one_that_fails_is_1() throws IOException {
        assertThat(run("lab", "run", scenario(SMALL))).isZero();
        assertThat(run("lab", "run", scenario(SMALL.replace("within 50% of 20/s", "> 1000/s"))))
                .isEqualTo(1);
        assertThat(out.toString()).contains("The claim holds.", "The claim fails.");
    }

    @Test
    void one_seed_is_replayed_and_judges_nothing() throws IOException {
        assertThat(run("lab", "run", scenario(SMALL.replace("within 50% of 20/s", "> 1000/s")), "--seed", "2"))
                .isZero();
        assertThat(out.toString()).contains("One run does not judge the claims.");
    }

    @Test
    void json_on_standard_output_stands_alone() throws IOException {
        assertThat(run("lab", "run", scenario(SMALL), "--json", "-")).isZero();
        assertThat(out.toString()).startsWith("{\n").endsWith("}\n").contains("\"scenario\": \"small\"");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void every_report_is_written_and_nothing_else() throws IOException {
        String file = scenario(SMALL);
        String html = folder.resolve("report.html").toString();
        String svg = folder.resolve("new/pictures").toString();
        String json = folder.resolve("report.json").toString();

        assertThat(run("lab", "run", file, "--html", html, "--svg", svg, "--json", json))
                .isZero();

        assertThat(files())
                .containsExactly(
                        "new/pictures/attempts.svg",
                        "new/pictures/goodput.svg",
                        "new/pictures/in-flight.svg",
                        "new/pictures/latency.svg",
                        "new/pictures/overview.svg",
                        "report.html",
                        "report.json",
                        "small.yaml");
        assertThat(out.toString())
                .as("people get theirs too")
                .contains("small\n")
                .contains("The claim holds.");
    }

    @Test
    void a_replay_is_of_the_same_length() throws IOException {
        assertThat(run("lab", "run", scenario(SMALL), "--for", "30s", "--json", "-"))
                .isZero();
        assertThat(out.toString()).contains("small.yaml --for 30s\"");
    }

    @Test
    void seeds_and_length_of_the_command_line_come_before_those_of_the_file() throws IOException {
        assertThat(run("lab", "run", scenario(SMALL), "--seeds", "5", "--for", "30s", "--json", "-"))
                .isZero();
        assertThat(out.toString()).contains("\"seeds\": 5", "\"seconds\": 30.0", "\"from\": 20.0", "\"to\": 30.0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            lab retry-strom                          | Unknown scenario: 'retry-strom' (did you mean retry-storm?)
            lab show nothing-like-it                 | Unknown scenario: 'nothing-like-it' (one of retry-storm
            lab retry-storm --seeds 0                | --seeds: 0 (expected: 1 to 10000)
            lab retry-storm --seeds many             | 'many' is not an int
            lab retry-storm --seed 1 --seeds 2       | mutually exclusive
            lab retry-storm --for 10                 | 10: missing unit (expected: a duration such as 50ms or 2s)
            lab retry-storm --for 50s                | --for: 50s ends before the settled window 60s..80s
            lab retry-storm --seeds 10000 --for 24h  | requests in all (expected: at most 1e+10
            lab retry-storm --threads 0              | --threads: 0 (expected: 1 to 1024)
            lab retry-storm --html nowhere/x.html    | --html: nowhere/x.html cannot be written
            lab retry-storm --json nowhere/x.json    | --json: nowhere/x.json cannot be written
            lab retry-storm --svg pom.xml            | --svg: pom.xml (expected: a folder that can be written to)
            lab --seeds 5                            | --seeds says how to run, but not what: NAME
            lab --seeds 5 run nowhere.yaml           | --seeds comes before 'run' (expected: after it)
            lab retry-storm show retry-storm         | retry-storm comes before 'show' (expected: after it)
            lab retry-storm --svg pom.xml/pictures   | --svg: pom.xml/pictures (expected: a folder
            lab retry-storm --seed -1                | --seed: -1 (expected: 0 to 2147483647)
            lab run retry-storm                      | the scenario of that name comes with the lab
            lab run                                  | Missing required parameter: 'FILE'
            lab run nowhere.yaml                     | nowhere.yaml: no such file
            """)
    void bad_input_is_status_2_and_says_what_was_expected(String command, String message) {
        assertThat(run(command.split(" "))).isEqualTo(2);
        assertThat(err.toString()).startsWith("goodput: ").contains(message);
        assertThat(out.toString()).isEmpty();
    }
}
