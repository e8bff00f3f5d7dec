package io.goodput.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code ./goodput publish} and {@code ./goodput dist}, asked for what they do not do: told at once, before anything is
 * built.
 */
class CheckoutCommandTest {
    @TempDir
    private Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"publish", "dist"})
    void help_says_what_it_does(String command) throws Exception {
        assertThat(goodput(command, "--help").succeeded())
                .startsWith("Usage: goodput " + command + " ")
                .contains("--version");
    }

    @Test
    void publish_needs_a_folder() throws Exception {
        refused("goodput publish: FOLDER is missing\n", "publish");
    }

    @ParameterizedTest
    @ValueSource(strings = {"publish", "dist"})
    void one_folder_and_known_options(String command) throws Exception {
        refused("goodput %s: one folder, not two: a, b\n".formatted(command), command, "a", "b");
        refused("goodput %s: unknown option: --verson\n".formatted(command), command, "--verson", "1");
        refused("goodput %s: --version: no value\n".formatted(command), command, "a", "--version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.2.0-SNAPSHOT", "../0.2.0", "latest", "0.2.0 "})
    void a_version_is_a_release(String version) throws Exception {
        for (String command : List.of("publish", "dist")) {
            refused(
                    "goodput %s: version: %s (expected: one such as 0.2.0 or 0.2.0-rc.1, and no snapshot)\n"
                            .formatted(command, version),
                    command,
                    temp.resolve("folder").toString(),
                    "--version",
                    version);
        }
        assertThat(temp.resolve("folder")).doesNotExist();
    }

    @Test
    void a_published_version_is_not_published_again() throws Exception {
        var folder = temp.toRealPath();
        Files.createDirectories(folder.resolve("io/goodput/goodput-bom/0.2.0"));
        refused(
                "goodput publish: 0.2.0 is in %s already, and what is published does not change\n".formatted(folder),
                "publish",
                folder.toString(),
                "--version",
                "0.2.0");
    }

    private void refused(String why, String... arguments) throws Exception {
        assertThat(goodput(arguments)).isEqualTo(new Run(2, why));
    }

    private Run goodput(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Library.ROOT.resolve("goodput").toRealPath().toString()));
        command.addAll(List.of(arguments));
        return Run.of(temp, Map.of(), command);
    }
}
