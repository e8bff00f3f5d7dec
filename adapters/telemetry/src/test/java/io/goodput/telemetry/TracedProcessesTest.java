package io.goodput.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.telemetry.frame.Frame;
import io.goodput.telemetry.frame.FrameReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Three processes, which talk HTTP: a shop, which has its payment retried, which has its stock hedged. */
@Timeout(120)
class TracedProcessesTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String CALLER = "b7ad6b7169203331";

    @TempDir
    Path temp;

    private final Deque<Process> processes = new ArrayDeque<>();

    @AfterEach
    void nothing_is_left_behind() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void one_trace_goes_through_http_a_retry_and_a_hedge_and_each_parent_is_right() throws Exception {
        int stock = start("stock", null);
        int payment = start("payment", stock);
        int shop = start("shop", payment);

        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + shop + "/"))
                .header("traceparent", "00-" + TRACE + "-" + CALLER + "-01")
                .header("tracestate", "other=1")
                .header("x-request-id", "r-7")
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(200);
        end();

        JsonNode first = units("shop").getFirst();
        List<JsonNode> payments = units("payment");
        List<JsonNode> stocks = units("stock");
        assertThat(first.get("parent").asString()).isEqualTo(CALLER);
        assertThat(payments).hasSize(2);
        assertThat(stocks).hasSize(2);
        assertThat(Stream.of(List.of(first), payments, stocks).flatMap(List::stream))
                .allSatisfy(unit -> {
                    assertThat(unit.get("trace").asString()).isEqualTo(TRACE);
                    assertThat(unit.get("request").asString()).isEqualTo("r-7");
                });
        assertThat(spans(first, "retries")).containsExactlyInAnyOrderElementsOf(parents(payments));
        JsonNode calling =
                payments.stream().filter(unit -> unit.has("calls")).findFirst().orElseThrow();
        assertThat(spans(calling, "hedges")).containsExactlyInAnyOrderElementsOf(parents(stocks));
        assertThat(Stream.of(List.of(first), payments, stocks)
                        .flatMap(List::stream)
                        .map(unit -> unit.get("id").asString()))
                .doesNotHaveDuplicates();
    }

    /** The spans of the two attempts of the one call, of which the figures count one as this. */
    private static List<String> spans(JsonNode unit, String counted) {
        JsonNode dependency = unit.get("dependencies").iterator().next();
        assertThat(dependency.get("first").asInt()).isOne();
        assertThat(dependency.get(counted).asInt()).isOne();
        List<String> spans = new ArrayList<>();
        unit.get("calls")
                .get(0)
                .get("attempts")
                .forEach(each -> spans.add(each.get("span").asString()));
        assertThat(spans).hasSize(2).doesNotHaveDuplicates();
        return spans;
    }

    private static List<String> parents(List<JsonNode> units) {
        return units.stream().map(each -> each.get("parent").asString()).toList();
    }

    private int start(String name, @Nullable Integer next) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                TracedService.class.getName(),
                name,
                temp.resolve(name).toString()));
        if (next != null) {
            command.add(next.toString());
        }
        Process process = new ProcessBuilder(command)
                .redirectError(temp.resolve(name + ".err").toFile())
                .start();
        processes.push(process);
        BufferedReader out = process.inputReader();
        String port = out.readLine();
        assertThat(port).as(() -> errors(name)).matches("\\d+");
        return Integer.parseInt(port);
    }

    private String errors(String name) {
        try {
            return Files.readString(temp.resolve(name + ".err"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** The caller first, so that nobody is called any more when it ends. */
    private void end() throws Exception {
        for (Process process : processes) {
            process.outputWriter().close();
            process.waitFor();
        }
    }

    private List<JsonNode> units(String name) throws IOException {
        List<JsonNode> units = new ArrayList<>();
        try (Stream<Path> files = Files.list(temp.resolve(name))) {
            for (Path file : files.sorted().toList()) {
                try (var channel = FileChannel.open(file);
                        var reader = new FrameReader(channel)) {
                    for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
                        new String(frame.text(), StandardCharsets.UTF_8)
                                .lines()
                                .map(JsonMapper.shared()::readTree)
                                .filter(each -> each.get("kind").asString().equals("work"))
                                .forEach(units::add);
                    }
                }
            }
        }
        return units;
    }
}
