package io.goodput.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Standard output on a full disk, for which Linux has a device. */
class LostOutputIT {
    @ParameterizedTest
    @ValueSource(strings = {"--help", "lab", "lab show retry-storm", "lab retry-storm --seeds 1 --json -"})
    void output_that_is_lost_is_no_success(String command) throws Exception {
        var arguments =
                Path.of(System.getProperty("java.home"), "bin", "java") + " -jar target/app/goodput.jar " + command;
        Process goodput = new ProcessBuilder(arguments.split(" "))
                .redirectOutput(new File("/dev/full"))
                .start();

        assertThat(new String(goodput.getErrorStream().readAllBytes(), UTF_8))
                .isEqualTo("goodput: standard output could not be written to\n");
        assertThat(goodput.waitFor()).isEqualTo(74);
    }
}
