package io.goodput.bench.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages that show programs show them as they are, and what they print. */
class ShownProgramsTest {
    private static final Path MIGRATION = Program.EXAMPLES.resolve("migration");

    @TempDir
    private Path classes;

    @BeforeAll
    static void keep_logs_of_sentinel_in_the_build() {
        System.setProperty(
                "csp.sentinel.log.dir", Path.of("target", "sentinel-logs").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"resilience4j", "failsafe", "sentinel"})
    void a_page_on_migration_shows_the_marked_parts_of_its_programs_and_no_other_code(String peer) throws Exception {
        List<String> marked = new ArrayList<>();
        for (String file :
                List.of(peer + "/Before.java", peer + "/After.java", "stub/Answers.java", "stub/Events.java")) {
            marked.addAll(Page.read(MIGRATION.resolve(file)).regions());
        }

        assertThat(marked).hasSize(5);
        assertThat(Page.of("migration/" + peer + ".md").javaBlocks()).containsExactlyInAnyOrderElementsOf(marked);
    }

    @ParameterizedTest
    @CsvSource({
        "resilience4j, Before",
        "resilience4j, After",
        "failsafe, Before",
        "failsafe, After",
        "sentinel, Before",
        "sentinel, After"
    })
    void a_page_on_migration_shows_what_its_programs_print(String peer, String program) throws Exception {
        String output = new Program(MIGRATION, peer + "." + program).output(classes);

        assertThat(stable(peer, program, Page.of("migration/" + peer + ".md").text()))
                .contains(Page.indented(stable(peer, program, output)));
    }

    /**
     * Sentinel's windows begin with the clock on the wall, so how soon its breaker opens differs from run to run. It
     * says where it logs, once in a process.
     */
    private static String stable(String peer, String program, String text) {
        return (peer + program).equals("sentinelBefore")
                ? text.replaceAll("(?m)^INFO: Sentinel.*\\R", "").replaceAll(" *\\d+ requests|=\\d+", "#")
                : text;
    }

    @Test
    void the_page_on_the_guard_shows_what_its_program_prints() throws Exception {
        String output = new Program(Program.EXAMPLES.resolve("guard"), "Composed").output(classes);

        assertThat(Page.of("policies/guard.md").text()).contains(Page.indented(output));
    }

    @Test
    void the_page_on_http_shows_its_program_and_what_it_prints() throws Exception {
        var program = new Program(Program.EXAMPLES.resolve("http"), "Orders");
        Page page = Page.of("http.md");

        assertThat(page.text()).contains(Page.indented(program.output(classes)));
        assertThat(page.javaBlocks())
                .containsExactlyElementsOf(Page.read(program.source()).regions());
    }

    @Test
    void the_page_on_telemetry_shows_its_program_and_what_it_prints() throws Exception {
        var program = new Program(Program.EXAMPLES.resolve("telemetry/work"), "Shop");
        Page page = Page.of("telemetry/README.md");

        assertThat(page.text()).contains(Page.indented(program.output(classes)));
        assertThat(page.javaBlocks())
                .containsExactlyElementsOf(Page.read(program.source()).regions());
    }

    @Test
    void the_page_on_testing_shows_its_program_and_what_it_prints() throws Exception {
        var program = new Program(Program.EXAMPLES.resolve("testing"), "NoWaiting");
        Page page = Page.of("testing.md");

        assertThat(page.text()).contains(Page.indented(program.output(classes)));
        assertThat(page.javaBlocks())
                .startsWith(Page.read(program.source()).regions().toArray(String[]::new));
    }
}
