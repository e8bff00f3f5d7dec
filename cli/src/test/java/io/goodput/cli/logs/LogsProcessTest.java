package io.goodput.cli.logs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The commands that run until they are told to end, as processes: their output read, their page asked, signals sent.
 */
class LogsProcessTest {
    private static final Path SHOP = Path.of("..", "examples", "telemetry", "shop", "shop.jsonl");
    private static final String READY = "goodput logs: ready on ";

    @TempDir
    private Path folder;

    private Path errors;
    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void place() {
        errors = folder.resolve("errors.txt");
    }

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    private Process goodput(String... arguments) throws IOException {
        return start(Stream.concat(java(), Stream.of(arguments)).toList());
    }

    private static Stream<String> java() {
        return Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "io.goodput.cli.Goodput",
                "logs");
    }

    private Process start(List<String> command) throws IOException {
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        started.add(process);
        return process;
    }

    private static BufferedReader out(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    private static void signal(String name, Process process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static int status(Process process) throws InterruptedException {
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @ParameterizedTest
    @CsvSource({"TERM,0", "INT,130"})
    void serve_leads_from_health_to_one_trace_and_ends_as_it_is_told(String signal, int expected) throws Exception {
        Files.copy(SHOP, Files.createDirectory(folder.resolve("shop")).resolve("shop.jsonl"));
        Process serve = goodput("serve", "--port", "0", folder.resolve("shop").toString());
        HttpClient client = HttpClient.newHttpClient();
        try (BufferedReader out = out(serve)) {
            String ready = Objects.requireNonNull(out.readLine());
            assertThat(ready).startsWith(READY + "http://127.0.0.1:");
            var page = new Asked(client, ready.substring(READY.length()));

            Stream<String> events = page.events();
            assertThat(events.filter(line -> line.matches("data: [1-9].*")).findFirst())
                    .isPresent();
            JsonNode overview = page.json("/api/overview");
            assertThat(overview.get("reading").asBoolean()).isFalse();
            assertThat(overview.get("records").get("read").asInt()).isEqualTo(763);
            String error = overview.at("/contributors/error/top/0/name").asString();
            String trace = page.json("/api/contributor?service=gateway&kind=error&name=" + error)
                    .at("/examples/0/trace")
                    .asString();
            assertThat(page.json("/api/trace?id=" + trace).at("/rows/0/name").asString())
                    .startsWith("place-order");

            signal(signal, serve);
            assertThat(out.readLine()).as("only one line is printed").isNull();
            assertThat(status(serve)).isEqualTo(expected);
            assertThat(errors).isEmptyFile();
        } finally {
            client.shutdownNow();
        }
    }

    private record Asked(HttpClient client, String address) {
        private HttpRequest request(String path) {
            return HttpRequest.newBuilder(URI.create(address + path)).build();
        }

        JsonNode json(String path) throws Exception {
            HttpResponse<String> answer = client.send(request(path), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return new JsonMapper().readTree(answer.body());
        }

        /** It goes on until the server ends it. */
        Stream<String> events() throws Exception {
            return client.send(request("/api/events"), HttpResponse.BodyHandlers.ofLines())
                    .body();
        }
    }

    @ParameterizedTest
    @CsvSource({"TERM,0", "INT,130"})
    void tail_follows_through_rotation_truncation_and_new_files_and_ends_as_it_is_told(String signal, int expected)
            throws Exception {
        Path records = Files.createDirectory(folder.resolve("records"));
        Path current = records.resolve("current.jsonl");
        append(current, "{\"n\":0}\n{\"n\":1}\n");
        Process tail = goodput("tail", "--follow", "--lines", "1", records.toString());
        try (BufferedReader out = out(tail)) {
            assertThat(out.readLine()).isEqualTo("{\"n\":1}");
            append(current, "{\"n\":2}\n");
            assertThat(out.readLine()).isEqualTo("{\"n\":2}");

            Files.move(current, records.resolve("current.1.jsonl"));
            append(current, "{\"n\":3}\n");
            assertThat(out.readLine()).as("rotated").isEqualTo("{\"n\":3}");

            append(current, "{\"n\":4}\n{\"n\":5}\n");
            assertThat(out.readLine()).isEqualTo("{\"n\":4}");
            assertThat(out.readLine()).isEqualTo("{\"n\":5}");
            Files.writeString(current, "{\"n\":6}\n");
            assertThat(out.readLine()).as("truncated").isEqualTo("{\"n\":6}");

            append(records.resolve("new.jsonl"), "{\"n\":7}\n");
            assertThat(out.readLine()).as("a new file").isEqualTo("{\"n\":7}");

            signal(signal, tail);
            assertThat(out.readLine()).isNull();
            assertThat(status(tail)).isEqualTo(expected);
            assertThat(errors).isEmptyFile();
        }
    }

    @Test
    void tail_ends_when_nobody_reads_any_more_and_says_so_once() throws Exception {
        Path current = Files.createDirectory(folder.resolve("records")).resolve("current.jsonl");
        append(current, "{\"n\":1}\n");
        Process tail = goodput("tail", "--follow", current.toString());
        BufferedReader out = out(tail);
        assertThat(out.readLine()).isEqualTo("{\"n\":1}");
        out.close();

        append(current, "{\"n\":2}\n");

        assertThat(status(tail)).isEqualTo(74);
        assertThat(errors).hasContent("goodput: standard output could not be written to\n");
    }

    @Test
    void tail_leaves_a_pipe_to_head_clean() throws Exception {
        append(folder.resolve("a.jsonl"), "{\"n\":1}\n{\"n\":2}\n");
        String command = Stream.concat(
                                java(),
                                Stream.of("tail", folder.resolve("a.jsonl").toString()))
                        .map(word -> "'" + word + "'")
                        .reduce((line, word) -> line + " " + word)
                        .orElseThrow()
                + " | head -1";
        Process pipe = start(List.of("sh", "-c", command));

        assertThat(new String(pipe.getInputStream().readAllBytes(), UTF_8)).isEqualTo("{\"n\":1}\n");
        assertThat(status(pipe)).isZero();
    }
}
