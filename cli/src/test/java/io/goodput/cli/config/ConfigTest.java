package io.goodput.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.cli.CommandTest;
import io.goodput.config.Configuration;
import io.goodput.config.DocumentKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTest extends CommandTest {
    private static final String EXAMPLE = "../examples/config/goodput.yaml";
    private static final String BAD = "goodput: 1\nguards:\n  inventory: {timeout: 300ms, braker: standard}\n";

    @Test
    void a_file_that_can_be_used_is_one_line_and_status_0() throws IOException {
        String small = file("small.yaml", "{goodput: 1, guards: {a: {deadline: 1s}}, meters: {a: {}, b: {}}}");
        String empty = file("empty.yaml", "goodput: 1");

        assertThat(run("config", "check", EXAMPLE, small, empty)).isZero();

        assertThat(out.toString().lines())
                .containsExactly(
                        EXAMPLE + ": valid, 4 guards, 1 server, 1 cache, 2 shard blocks, 1 rate limit, "
                                + "1 connection block, 1 quorum, 1 timeout block, 1 meter",
                        small + ": valid, 1 guard, 2 meters",
                        empty + ": valid, and empty");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void a_problem_is_told_with_line_column_key_and_the_nearest_name_and_the_other_files_are_checked()
            throws IOException {
        String bad = file("bad.yaml", BAD);

        assertThat(run("config", "check", bad, EXAMPLE, "none.yaml")).isEqualTo(2);

        assertThat(err.toString())
                .contains("goodput: " + bad
                        + ":3:31: error: guards.inventory.braker: unknown key (did you mean breaker? ")
                .contains("goodput: none.yaml: error: no such file");
        assertThat(out.toString()).startsWith(EXAMPLE + ": valid").hasLineCount(1);
    }

    @Test
    void a_scenario_is_sent_to_the_lab() throws IOException {
        assertThat(run("lab", "show", "retry-storm")).isZero();
        String scenario = file("storm.yaml", out.toString());

        assertThat(run("config", "check", scenario)).isEqualTo(2);
        assertThat(err.toString()).contains("this is a scenario of the lab, for 'goodput lab run FILE'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lab run FILE",
                "lab run FILE --seeds 1",
                "lab trace FILE",
                "lab sweep FILE --vary workload.rate=1/s,2/s",
                "lab compare FILE --with FILE",
                "lab compare SCENARIO --with FILE",
                "lab advise FILE"
            })
    void every_command_of_the_lab_sends_a_configuration_here(String command) throws IOException {
        assertThat(run("lab", "show", "retry-storm")).isZero();
        String scenario = file("storm.yaml", out.toString());
        String small = file("small.yaml", "goodput: 1\nguards: {a: {}}\n");

        for (String file : List.of(EXAMPLE, small)) {
            err.getBuffer().setLength(0);
            assertThat(run(command.replace("FILE", file)
                            .replace("SCENARIO", scenario)
                            .split(" ")))
                    .isEqualTo(2);
            assertThat(err.toString())
                    .contains(
                            ": guards: this is a configuration, for 'goodput config check FILE' (expected: a scenario)");
        }
    }

    @Test
    void the_kinds_of_files_have_no_key_in_common_that_tells_them_apart() {
        var kinds = DocumentKind.registered();

        assertThat(kinds).extracting(DocumentKind::name).containsExactly("configuration", "price-list", "scenario");
        assertThat(kinds.get(1).marks()).containsExactly("prices");
        assertThat(kinds.getFirst().marks())
                .contains("guards")
                .doesNotContainAnyElementsOf(kinds.getLast().marks());
        assertThat(kinds.getLast().marks()).contains("scenario", "clients");
    }

    @Test
    void a_price_list_is_checked_with_its_places_and_is_no_configuration() throws IOException {
        assertThat(run("config", "check", "../examples/logs/prices.yaml", EXAMPLE))
                .isZero();
        assertThat(out.toString()).contains("prices.yaml: valid, prices in EUR of 2 dependencies\n");

        String wrong = file("wrong.yaml", "goodput: 1\nprices:\n  currency: EUR\n  moved: 2/MB\n  cpus: 1/h\n");
        assertThat(run("config", "check", wrong)).isEqualTo(2);
        assertThat(err.toString())
                .contains("wrong.yaml:4:10: error: prices.moved: ", "unknown unit /MB")
                .contains("wrong.yaml:5:3: error: prices.cpus: ", "did you mean cpu?");

        assertThat(run("config", "show", "../examples/logs/prices.yaml")).isEqualTo(2);
        assertThat(err.toString())
                .contains("this is a price list, for 'goodput logs cost --prices FILE' (expected: a configuration");
        assertThat(run("config", "schema", "price-list")).isZero();
        assertThat(out.toString()).contains("\"currency\"");
    }

    @Test
    void what_is_shown_is_the_configuration_with_its_defaults() throws IOException {
        assertThat(run("config", "show", EXAMPLE)).isZero();
        assertThat(out.toString())
                .startsWith("goodput: 1\nguards:\n  payments:\n    deadline: 2s\n")
                .contains("min-calls: 20");

        Path shown = Path.of(file("shown.yaml", out.toString()));
        assertThat(Configuration.read(shown)).isEqualTo(Configuration.read(Path.of(EXAMPLE)));
    }

    @Test
    void what_is_shown_says_which_values_the_environment_gave() throws IOException {
        String file = file("variables.yaml", """
                goodput: 1
                guards:
                  a:
                    timeout: ${GOODPUT_TEST_UNSET:300ms}
                    retry: ${GOODPUT_TEST_UNSET:standard}
                    balance: {endpoints: ["${GOODPUT_TEST_UNSET:b}", "${GOODPUT_TEST_UNSET:c}"]}
                """);

        assertThat(run("config", "show", file)).isZero();

        assertThat(out.toString())
                .contains("    timeout: 300ms  # default of ${GOODPUT_TEST_UNSET}\n")
                .contains("    retry:  # default of ${GOODPUT_TEST_UNSET}\n      attempts: 3\n")
                .contains("endpoints: [b, c]  # default of ${GOODPUT_TEST_UNSET}\n")
                .doesNotContain("attempts: 3  #");
    }

    @Test
    void a_variable_that_is_not_set_is_told_with_its_place() throws IOException {
        String file = file("unset.yaml", "goodput: 1\nguards:\n  a: {timeout: \"${GOODPUT_TEST_UNSET}\"}\n");

        assertThat(run("config", "check", file)).isEqualTo(2);
        assertThat(err.toString())
                .contains(file
                        + ":3:16: error: guards.a.timeout: ${GOODPUT_TEST_UNSET} is not set (expected: the variable");
    }

    @Test
    void json_is_the_same_for_programs() throws IOException {
        assertThat(run("config", "show", "--json", EXAMPLE)).isZero();
        assertThat(out.toString())
                .startsWith("{\n  \"goodput\": 1,\n")
                .endsWith("}\n")
                .contains("\"min-calls\": 20");

        Path shown = Path.of(file("shown.json", out.toString()));
        assertThat(Configuration.read(shown)).isEqualTo(Configuration.read(Path.of(EXAMPLE)));
    }

    @Test
    void what_cannot_be_read_is_not_shown() throws IOException {
        String bad = file("bad.yaml", BAD);

        assertThat(run("config", "show", bad)).isEqualTo(2);
        assertThat(err.toString()).startsWith("goodput: " + bad + ":3:31: guards.inventory.braker: unknown key");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_dash_is_standard_input() {
        var before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(BAD.getBytes(StandardCharsets.UTF_8)));
            assertThat(run("config", "check", "-")).isEqualTo(2);
            assertThat(err.toString()).startsWith("goodput: standard input:3:31: error: guards.inventory.braker");
            System.setIn(new ByteArrayInputStream("goodput: 1".getBytes(StandardCharsets.UTF_8)));
            assertThat(run("config", "show", "-")).isZero();
            assertThat(out.toString()).isEqualTo("goodput: 1\n");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void what_is_no_text_is_told_like_all_else_that_is_wrong() {
        var before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(new byte[] {(byte) 0xff}));
            assertThat(run("config", "check", "--json", "-")).isEqualTo(2);
            assertThat(out.toString()).contains("\"file\": \"standard input\"").contains("not UTF-8");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void without_a_command_it_says_what_there_is() {
        assertThat(run("config")).isZero();
        assertThat(out.toString()).contains("check", "show", "docs/configuration.md");
        assertThat(run("config", "chek")).isEqualTo(2);
        assertThat(run("config", "check")).isEqualTo(2);
        assertThat(err.toString()).contains("Missing required parameter: 'FILE'");
    }

    @Test
    void help_says_how_a_finding_is_told_and_what_fails() {
        assertThat(run("config", "check", "--help")).isZero();
        assertThat(out.toString()).contains("FILE:LINE:COLUMN", "--strict", "docs/linting.md", "Exit status:");
    }

    @Test
    void a_schema_tells_the_sections_and_another_kind_of_file_has_its_own() {
        assertThat(run("config", "schema")).isZero();
        assertThat(out.toString())
                .startsWith("{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\"")
                .contains("\"rate-limits\": {")
                .doesNotContain("\"workload\"");

        assertThat(run("config", "schema", "scenario")).isZero();
        assertThat(out.toString()).contains("\"workload\"");

        assertThat(run("config", "schema", "scenrio")).isEqualTo(2);
        assertThat(err.toString())
                .contains("scenrio: unknown kind of file, did you mean scenario? (expected: one of configuration,"
                        + " price-list, scenario)");
    }
}
