package io.goodput.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.peer.RawOrigin;
import io.goodput.terminal.Complaints;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A gateway in a process of its own. */
@Timeout(90)
class GatewayProcessTest {
    private static final Pattern READY = Pattern.compile(
            "goodput gateway: ready on (http://127\\.0\\.0\\.1:\\d+), admin on (http://127\\.0\\.0\\.1:\\d+), data in .*");

    @TempDir
    private Path temporary;

    private final HttpClient client = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init") // each test starts one
    private Process process;

    @SuppressWarnings("NullAway.Init")
    private URI address;

    @SuppressWarnings("NullAway.Init")
    private URI admin;

    /** The command, without the others. */
    static final class Main {
        private Main() {}

        public static void main(String... arguments) {
            var command = new CommandLine(new GatewayCommand())
                    .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                    .setParameterExceptionHandler(Complaints::badInput)
                    .setExecutionExceptionHandler((failure, line, parsed) -> Complaints.failure(failure, line, true));
            int status = command.execute(arguments);
            command.getOut().flush();
            System.exit(status);
        }
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
        client.close();
    }

    private void start(String... file) throws Exception {
        List<String> line = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--port",
                "0",
                "--data",
                temporary.resolve("data").toString()));
        line.addAll(List.of(file));
        Path errors = temporary.resolve("errors.txt");
        process = new ProcessBuilder(line).redirectError(errors.toFile()).start();
        String ready = process.inputReader(StandardCharsets.UTF_8).readLine();
        assertThat(ready).as(Files.readString(errors)).isNotNull();
        Matcher match = READY.matcher(ready);
        assertThat(match.matches()).as(ready).isTrue();
        address = URI.create(match.group(1));
        admin = URI.create(match.group(2));
    }

    private HttpResponse<String> get(URI from, String path) throws Exception {
        return client.send(HttpRequest.newBuilder(from.resolve(path)).build(), BodyHandlers.ofString());
    }

    @Test
    void it_serves_says_how_it_does_and_drains_on_SIGTERM() throws Exception {
        var began = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var origin = new RawOrigin(line -> {
            while (line.head() != null) {
                if (line.field("x-slow") != null) {
                    began.countDown();
                    try {
                        go.await();
                    } catch (InterruptedException ended) {
                        return;
                    }
                }
                line.answer(200, "hello");
            }
        })) {
            Path file = Files.writeString(temporary.resolve("gateway.yaml"), """
                    goodput: 1
                    gateway:
                      drain-delay: 100ms
                      upstreams: {all: ["%s"]}
                      routes: {all: {upstream: all, server: {limit: 8, admission: standard}}}
                    """.formatted(origin.url()));
            start(file.toString());
            assertThat(get(address, "/").body()).isEqualTo("hello");
            assertThat(get(admin, "/readyz").statusCode()).isEqualTo(200);
            assertThat(get(admin, "/state").body())
                    .contains("\"all\":{\"requests_total\":1,\"attempts_total\":1,\"passed_2xx_total\":1");
            assertThat(get(admin, "/metrics").body())
                    .contains("goodput_gateway_route_admission_served_total{route=\"all\"} 1\n");

            CompletableFuture<HttpResponse<String>> slow = client.sendAsync(
                    HttpRequest.newBuilder(address).header("x-slow", "1").build(), BodyHandlers.ofString());
            assertThat(began.await(20, TimeUnit.SECONDS)).isTrue();
            new ProcessBuilder("kill", "-TERM", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            while (get(admin, "/readyz").statusCode() == 200) {
                Thread.onSpinWait();
            }
            go.countDown();
            assertThat(slow.get(20, TimeUnit.SECONDS).body()).isEqualTo("hello");
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        }
    }

    @Test
    void without_a_file_it_says_that_there_is_none() throws Exception {
        start();

        HttpResponse<String> answer = get(address, "/any");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("without a configuration").contains("goodput gateway FILE.yaml");
    }
}
