package io.goodput.cli.logs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A JVM of its own, with all that tests have on their class path but the driver. */
class LogsWithoutDriverTest {
    private static final String CLASS_PATH = Arrays.stream(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("duckdb_jdbc"))
            .collect(Collectors.joining(File.pathSeparator));

    private static Process goodput(String... arguments) throws Exception {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                CLASS_PATH,
                                "io.goodput.cli.Goodput"),
                        Stream.of(arguments))
                .toList();
        return new ProcessBuilder(command).start();
    }

    @Test
    void a_question_in_sql_says_what_is_missing_with_status_69() throws Exception {
        Process goodput = goodput("logs", "query", "../examples/logs", "select 1 from requests");

        assertThat(new String(goodput.getErrorStream().readAllBytes(), UTF_8))
                .startsWith("goodput: DuckDB's driver is missing (expected: duckdb_jdbc in the folder logs");
        assertThat(goodput.waitFor()).isEqualTo(69);
    }

    @Test
    void what_needs_no_sql_does_not_need_it() throws Exception {
        assertThat(goodput("logs", "schema", "health").waitFor()).isZero();
        assertThat(goodput("logs", "errors", "--sql", "../examples/logs").waitFor())
                .isZero();
    }
}
