package io.goodput.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.cli.CommandTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckTest extends CommandTest {
    private static final String RISKY =
            "goodput: 1\nguards:\n  inventory: {deadline: 2s, retry: {attempts: 5}, timeout: 300ms}\n";
    private static final String SCENARIO = "examples/lint/timeout.yaml";

    private static String root(String file) {
        return "../" + file;
    }

    @Test
    void a_file_with_warnings_can_be_used_and_each_is_told_with_its_page() throws IOException {
        String risky = file("risky.yaml", RISKY);

        assertThat(run("config", "check", risky)).isZero();

        assertThat(out.toString().lines()).containsExactly(risky + ": valid, 1 guard; 2 warnings");
        assertThat(err.toString().lines())
                .hasSize(2)
                .first()
                .isEqualTo("goodput: " + risky
                        + ":3:29: warning: guards.inventory.retry: 5 attempts without a budget; when"
                        + " all calls fail the dependency gets 5 times the load [retry-without-budget,"
                        + " docs/policies/retry.md#retry-without-budget]");
    }

    @Test
    void strictly_warnings_fail_and_notes_do_not() throws IOException {
        String risky = file("risky.yaml", RISKY);
        String noted = file("noted.yaml", "{goodput: 1, guards: {a: {timeout: 1s, retry: standard}}}");

        assertThat(run("config", "check", "--strict", risky)).isEqualTo(1);
        assertThat(run("config", "check", "--strict", noted)).isZero();
        assertThat(out.toString()).endsWith(noted + ": valid, 1 guard; 1 note\n");
        assertThat(run("config", "check", "--strict", risky, "none.yaml")).isEqualTo(2);
    }

    @Test
    void what_is_accepted_in_the_file_or_by_the_command_is_not_told() throws IOException {
        String half = file("half.yaml", RISKY.replace("5}", "5}, accept: [retry-without-budget]"));

        assertThat(run("config", "check", "--strict", half)).isEqualTo(1);
        assertThat(run("config", "check", "--strict", "--accept", "retry-without-backoff", half))
                .isZero();
        assertThat(run("config", "check", "--accept", "retry-without-budgit", half))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("retry-without-budgit: no such finding (expected: one of retry-without-budget");
    }

    @Test
    void json_has_level_place_key_message_and_page() throws IOException {
        String risky = file("risky.yaml", RISKY);
        String bad = file("bad.yaml", "goodput: 1\nguards: {a: {limit: 0}, b: {limt: 1}}\n");

        assertThat(run("config", "check", "--json", risky, bad, "none.yaml")).isEqualTo(2);

        assertThat(err.toString()).isEmpty();
        JsonNode told = JsonMapper.shared().readTree(out.toString());
        assertThat(List.of(
                        told.path("errors").asInt(),
                        told.path("warnings").asInt(),
                        told.path("notes").asInt()))
                .containsExactly(3, 2, 0);
        JsonNode warning = told.at("/files/0/findings/0");
        assertThat(warning.toString())
                .isEqualTo("{\"level\":\"warning\",\"code\":\"retry-without-budget\",\"file\":\"" + risky
                        + "\",\"line\":3,\"column\":29,\"key\":\"guards.inventory.retry\",\"message\":\"5 attempts without a"
                        + " budget; when all calls fail the dependency gets 5 times the load\",\"page\":"
                        + "\"docs/policies/retry.md#retry-without-budget\"}");
        assertThat(told.at("/files/1/valid").asBoolean()).isFalse();
        assertThat(told.at("/files/1/findings/1/key").asString()).isEqualTo("guards.b.limt");
        assertThat(told.at("/files/2/findings/0/line").isNull()).isTrue();
    }

    @Test
    void a_scenario_is_checked_without_being_run() {
        assertThat(run("lab", "check", "--strict", root(SCENARIO))).isEqualTo(1);

        assertThat(out.toString()).isEqualTo(root(SCENARIO) + ": valid, 3 variants, 3 claims; 1 warning, 1 note\n");
        assertThat(err.toString())
                .startsWith("goodput: " + root(SCENARIO) + ":")
                .contains("(variant timeout-above) [timeout-above-deadline,");
    }

    @Test
    void a_run_warns_first_and_shows_what_was_warned_of() {
        assertThat(run("lab", "run", root(SCENARIO))).isZero();

        assertThat(err.toString()).contains("warning: variants.timeout-above").hasLineCount(1);
        assertThat(out.toString()).contains("All 3 claims hold.");
    }

    @Test
    void a_pool_of_one_zone_is_lost_with_it() {
        assertThat(run("lab", "run", root("examples/lint/zones.yaml"))).isZero();

        assertThat(err.toString()).contains("warning: variants.one-zone").hasLineCount(1);
    }

    @Test
    void hedges_for_half_of_the_calls_keep_a_burst_alive() {
        assertThat(run("lab", "run", root("examples/lint/hedges.yaml"))).isZero();

        assertThat(err.toString()).contains("warning: variants.half").hasLineCount(1);
    }
}
