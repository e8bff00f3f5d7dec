package io.goodput.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.config.problem.ConfigException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

class GoodputTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void no_arguments_show_the_help() {
        assertThat(run()).isEqualTo(0);
        assertThat(out.toString()).startsWith("Usage: goodput").contains("Exit status:", "70");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void version_names_the_build_its_commit_and_the_java() {
        assertThat(run("--version")).isEqualTo(0);
        assertThat(out.toString())
                .containsPattern("goodput \\d+\\.\\d+\\.\\d+\\S*, commit (unknown|[0-9a-f]{12}(-dirty)?)\\R")
                .contains("Java " + Runtime.version().feature());
    }

    @Test
    void an_unknown_command_is_bad_input_and_the_nearest_one_is_named() {
        assertThat(run("brake")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("goodput: Unknown command: 'brake'")
                .contains("goodput break", "Try 'goodput --help'");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void an_unknown_option_is_bad_input_and_the_nearest_one_is_named() {
        assertThat(run("--hlep")).isEqualTo(2);
        assertThat(err.toString()).contains("--hlep", "--help");
    }

    @Test
    void a_command_inherits_help_and_says_how_to_get_its_own() {
        assertThat(run("break", "--help")).isEqualTo(0);
        assertThat(run("break", "--nope")).isEqualTo(2);
        assertThat(err.toString()).contains("Try 'goodput break --help'");
    }

    @Test
    void an_invalid_file_is_bad_input_and_its_message_stands_as_it_is() {
        assertThat(run("break", "config")).isEqualTo(2);
        assertThat(err.toString()).isEqualToIgnoringNewLines("goodput: service.yaml:3: retry: unknown key");
    }

    @Test
    void an_internal_error_has_a_status_of_its_own_and_one_line_of_message() {
        assertThat(run("break", "exception")).isEqualTo(70);
        assertThat(err.toString()).contains("internal error", "two halves").doesNotContain("\tat ");
    }

    @Test
    void an_internal_error_shows_its_stack_when_asked() {
        assertThat(run("break", "exception", "--stacktrace")).isEqualTo(70);
        assertThat(err.toString()).contains("\tat io.goodput.cli");
    }

    @Test
    void an_error_of_the_jvm_is_no_failed_claim() {
        assertThat(run("break", "error")).isEqualTo(70);
        assertThat(err.toString()).contains("StackOverflowError");
    }

    private int run(String... arguments) {
        return Goodput.commandLine()
                .addSubcommand(new Break())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    /** Fails in the ways a command can. */
    @Command(name = "break", description = "Breaks.")
    @SuppressWarnings("DoNotCallSuggester")
    static final class Break {
        @Command
        void exception() {
            throw new IllegalStateException("two halves");
        }

        @Command
        void config() {
            throw new ConfigException("service.yaml:3: retry: unknown key");
        }

        @Command
        void error() {
            throw new StackOverflowError();
        }
    }
}
