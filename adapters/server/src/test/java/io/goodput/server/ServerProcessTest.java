package io.goodput.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.server.folder.DataFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server in a process of its own, as whoever runs one sees it. */
class ServerProcessTest {
    private static final Pattern READY = Pattern.compile(
            "goodput echo: ready on (http://127\\.0\\.0\\.1:\\d+), admin on (http://127\\.0\\.0\\.1:\\d+), data in (.*)");

    @TempDir
    private Path temporary;

    private final List<Process> started = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
        client.close();
    }

    private record Server(Process process, URI address, URI admin, Path errors) {}

    private Process start(Path errors, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Echo.EchoCommand.class.getName()));
        line.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(line).redirectError(errors.toFile()).start();
        started.add(process);
        return process;
    }

    private Path folder() {
        return temporary.resolve("data");
    }

    private Server serve(String... more) throws IOException {
        Path errors = Files.createTempFile(temporary, "log", ".txt");
        List<String> arguments = new ArrayList<>(List.of("--port", "0", "--data", folder().toString()));
        arguments.addAll(List.of(more));
        Process process = start(errors, arguments.toArray(String[]::new));
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        assertThat(line).as(() -> read(errors)).matches(READY);
        Matcher ready = READY.matcher(line);
        assertThat(ready.matches()).isTrue();
        assertThat(ready.group(3)).isEqualTo(folder().toString());
        return new Server(process, URI.create(ready.group(1)), URI.create(ready.group(2)), errors);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            return gone.toString();
        }
    }

    private HttpResponse<String> get(URI from, String path) throws Exception {
        return client.send(HttpRequest.newBuilder(from.resolve(path)).build(), BodyHandlers.ofString());
    }

    private static int status(Process process) throws InterruptedException {
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    private static void signal(String name, Process process) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    @Test
    void it_serves_and_says_how_it_does() throws Exception {
        Server server = serve("--log", "json");

        assertThat(get(server.address(), "/a").body()).isEqualTo("/a");
        assertThat(get(server.admin(), "/livez").body()).isEqualTo("ok\n");
        assertThat(get(server.admin(), "/readyz?verbose").body()).isEqualTo("[+]leaving UP\nok\n");
        assertThat(get(server.admin(), "/metrics").body()).isEqualTo("answered_total 1\n");
        assertThat(get(server.admin(), "/state").body())
                .startsWith("{\"server\":\"echo\",\"version\":\"goodput test\",\"pid\":"
                        + server.process().pid())
                .endsWith("\"alive\":true,\"ready\":true,\"answered\":1}");
        assertThat(get(server.admin(), "/").body()).contains("page.js");
        signal("TERM", server.process());
        assertThat(status(server.process())).isZero();
        assertThat(read(server.errors())).contains("\"message\":\"answered /a\"");
        assertThat(server.process().inputReader().readLine()).isNull();
    }

    @Test
    void what_is_in_hand_is_finished_after_SIGTERM() throws Exception {
        Server server = serve();
        CompletableFuture<HttpResponse<String>> slow = client.sendAsync(
                HttpRequest.newBuilder(server.address().resolve("/slow")).build(), BodyHandlers.ofString());
        while (get(server.admin(), "/readyz").statusCode() != 200) {
            Thread.onSpinWait();
        }
        // One connection: the slow request is on its way when this one is answered.
        assertThat(get(server.address(), "/b").body()).isEqualTo("/b");

        signal("TERM", server.process());

        while (get(server.admin(), "/readyz").statusCode() == 200) {
            Thread.onSpinWait();
        }
        assertThat(slow.get(1, TimeUnit.MINUTES).body()).isEqualTo("/slow");
        assertThat(status(server.process())).isZero();
        assertThat(read(server.errors())).contains("not ready from now on").contains("drained");
        assertThat(folder().resolve("process")).doesNotExist();
    }

    @Test
    void interrupted_it_ends_in_order_and_says_so() throws Exception {
        Server server = serve();

        signal("INT", server.process());

        assertThat(status(server.process())).isEqualTo(130);
        assertThat(read(server.errors())).contains("drained");
    }

    @Test
    void a_second_one_is_told_who_has_the_folder() throws Exception {
        Server first = serve();
        Path errors = temporary.resolve("second.txt");

        Process second = start(errors, "--port", "0", "--data", folder().toString());

        assertThat(status(second)).isEqualTo(69);
        assertThat(read(errors))
                .contains(
                        "is in use by goodput echo, process " + first.process().pid());
    }

    @Test
    void a_port_that_is_taken_is_named() throws Exception {
        Server first = serve();
        Path errors = temporary.resolve("second.txt");

        Process second = start(
                errors,
                "--port",
                Integer.toString(first.address().getPort()),
                "--data",
                temporary.resolve("other").toString());

        assertThat(status(second)).isEqualTo(69);
        assertThat(read(errors)).contains(Integer.toString(first.address().getPort()));
    }

    @Test
    void killed_it_leaves_nothing_locked() throws Exception {
        Server server = serve();

        signal("KILL", server.process());
        status(server.process());

        assertThat(DataFolder.occupant(folder())).isNull();
        signal("TERM", serve().process());
    }

    @Test
    void status_finds_it_by_the_folder() throws Exception {
        Server server = serve();

        Process asked = start(temporary.resolve("status.txt"), "status", "--data", folder().toString());

        assertThat(new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("server: echo\n")
                .contains("ready: true\nanswered: 0\n");
        assertThat(status(asked)).isZero();
        signal("TERM", server.process());
        status(server.process());
        Path errors = temporary.resolve("gone.txt");
        assertThat(status(start(errors, "status", "--data", folder().toString())))
                .isEqualTo(69);
        assertThat(read(errors)).contains("no goodput echo is running");
    }

    @Test
    void beyond_this_machine_it_wants_to_be_told_so() throws Exception {
        Path errors = temporary.resolve("bind.txt");

        Process open = start(errors, "--bind", "0.0.0.0", "--port", "0", "--data", folder().toString());

        assertThat(status(open)).isEqualTo(2);
        assertThat(read(errors)).contains("--bind: 0.0.0.0 can be reached from other machines");
    }
}
