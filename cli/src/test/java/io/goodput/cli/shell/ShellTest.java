package io.goodput.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.goodput.cli.CommandTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What shells and manuals are told, by the programs that read it where this machine has them. */
class ShellTest extends CommandTest {
    private static final String BY_BASH = """
            source "$0"
            COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*" COMP_POINT=${#COMP_LINE}
            _complete_goodput
            printf '%s\\n' "${COMPREPLY[@]}"
            """;

    @Test
    void bash_completes_commands_and_options() throws Exception {
        assertThat(completedByBash("goodput", "lab", "r")).contains("run", "report");
        assertThat(completedByBash("goodput", "lab", "run", "--se")).contains("--seed", "--seeds");
    }

    @Test
    void fish_completes_commands_options_and_values() throws Exception {
        assumeThat(has("fish")).as("fish is here").isTrue();
        assertThat(completedByFish("goodput lab r"))
                .anyMatch(line -> line.startsWith("run\tRuns a scenario of your own"))
                .noneMatch(line -> line.startsWith("show"));
        assertThat(completedByFish("goodput lab run --se"))
                .extracting(line -> line.replaceFirst("\t.*", ""))
                .containsExactlyInAnyOrder("--seed", "--seeds");
        assertThat(completedByFish("goodput completion ")).containsExactlyInAnyOrder("bash", "fish", "zsh");
    }

    @Test
    void zsh_reads_its_script() throws Exception {
        assumeThat(has("zsh")).as("zsh is here").isTrue();
        assertThat(shell("zsh", "-n", script("zsh"))).isEmpty();
    }

    @Test
    void each_script_knows_every_command_and_no_hidden_one() throws IOException {
        for (String shell : List.of("zsh", "fish")) {
            assertThat(Path.of(script(shell)))
                    .content()
                    .contains("config check", "lab sweep", "probe")
                    .doesNotContain("manual page");
        }
    }

    @Test
    void a_shell_that_nobody_knows_is_bad_input() {
        assertThat(run("completion", "tcsh")).isEqualTo(2);
        assertThat(err.toString()).contains("SHELL", "tcsh", "bash, zsh, fish");
    }

    @Test
    void the_manual_tells_every_command_with_its_options_and_the_exit_status() throws Exception {
        assertThat(run("man")).isZero();
        assertThat(out.toString())
                .startsWith(".TH \"GOODPUT\" \"1\" \"\" \"goodput ")
                .contains(".SS \"goodput lab run\"", ".B \"\\-\\-seeds N\"", ".SH \"EXIT STATUS\"", "JAVA_HOME");

        assumeThat(has("groff")).as("groff is here").isTrue();
        assertThat(shell("groff", "-man", "-Tascii", "-ww", "-z", file("goodput.1", out.toString())))
                .as("what groff complains of")
                .isEmpty();
    }

    private String script(String shell) throws IOException {
        out.getBuffer().setLength(0);
        assertThat(run("completion", shell)).isZero();
        return file("goodput." + shell, out.toString());
    }

    private List<String> completedByBash(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("bash", "-c", BY_BASH, script("bash")));
        command.addAll(List.of(words));
        return shell(command.toArray(String[]::new));
    }

    private List<String> completedByFish(String line) throws Exception {
        return shell("fish", "--no-config", "-c", "source $argv[1]; complete -C $argv[2]", script("fish"), line);
    }

    private static boolean has(String program) throws Exception {
        return new ProcessBuilder("sh", "-c", "command -v " + program)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    /** The lines that it printed, on either output. */
    private static List<String> shell(String... command) throws Exception {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed.lines().toList();
    }
}
