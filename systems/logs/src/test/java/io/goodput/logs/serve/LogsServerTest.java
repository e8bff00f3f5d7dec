package io.goodput.logs.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.logs.shop.ShopExample;
import io.goodput.logs.source.GrowingRecords;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LogsServerTest {
    private static final int PATIENCE_MILLIS = 20_000;

    @TempDir
    private Path folder;

    private GrowingRecords records;
    private LogsServer server;

    @BeforeEach
    void serve() throws Exception {
        Files.copy(ShopExample.FILE, folder.resolve("shop.jsonl"));
        records = new GrowingRecords(List.of(folder), null);
        server = new LogsServer(records, 0, 10_000_000);
        server.start();
        server.awaitRead();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        records.close();
    }

    private Socket request(String line, String host) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.getOutputStream()
                .write((line + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private String here() {
        return "127.0.0.1:" + server.port();
    }

    private String answer(String line, String host) throws IOException {
        try (Socket socket = request(line, host)) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private JsonNode json(String path) throws IOException {
        String answer = answer("GET " + path, here());
        assertThat(answer).startsWith("HTTP/1.1 200");
        return new JsonMapper().readTree(answer.substring(answer.indexOf("\r\n\r\n") + 4));
    }

    @Test
    void all_of_the_page_is_less_than_200_kilobytes() {
        assertThat(new LogsPage().bytes()).isLessThan(LogsPage.MOST_BYTES);
    }

    @Test
    void three_steps_lead_from_health_to_one_trace() throws IOException {
        JsonNode overview = json("/api/overview");
        assertThat(overview.get("service").asString()).isEqualTo("gateway");
        assertThat(overview.get("health").get("ill").get(0).asString()).startsWith("the way orders → payments is ill");

        String error = overview.get("contributors")
                .get("error")
                .get("top")
                .get(0)
                .get("name")
                .asString();
        JsonNode contributor = json("/api/contributor?service=gateway&kind=error&name=" + error);
        String trace = contributor.get("examples").get(0).get("trace").asString();

        JsonNode timeline = json("/api/trace?id=" + trace);
        assertThat(timeline.get("rows").get(0).get("name").asString()).startsWith("place-order");
    }

    @Test
    void a_moment_of_the_map_is_drawn_and_none_beyond_the_last() throws IOException {
        assertThat(json("/api/map?at=16").get("drawing").get("shapes").toString())
                .contains("node gone", "no records");
        assertThat(json("/api/map?at=9999").get("from").asString()).startsWith("2026-11-30T12:03:00");
        assertThat(answer("GET /api/map?at=-7", here())).startsWith("HTTP/1.1 404");
        assertThat(answer("GET /api/map?at=%zz", here())).startsWith("HTTP/1.1 400");
    }

    @Test
    void where_nobody_tells_of_a_time_there_is_a_gap_and_no_zero() throws IOException {
        JsonNode health = json("/api/overview?service=billing").get("health");
        assertThat(health.get("rate").get(3).isNull()).isFalse();
        assertThat(health.get("failed").get(3).asDouble()).isZero();
        assertThat(health.get("rate").get(16).isNull()).isTrue();
    }

    @Test
    void who_asks_by_another_name_is_refused_and_so_is_all_but_reading() throws IOException {
        assertThat(answer("GET /api/overview", "evil.example:" + server.port())).startsWith("HTTP/1.1 421");
        assertThat(answer("POST /api/overview", here())).startsWith("HTTP/1.1 405");
        assertThat(answer("GET /?" + "x".repeat(5_000), here())).startsWith("HTTP/1.1 414");
        assertThat(answer("GET /../../etc/passwd", here())).startsWith("HTTP/1.1 404");
        assertThat(answer("GET /api/trace?id=zz", here())).startsWith("HTTP/1.1 404");
        assertThat(answer("GET /", "localhost:" + server.port()))
                .startsWith("HTTP/1.1 200")
                .containsIgnoringCase("content-security-policy: default-src 'none'; script-src 'self'")
                .containsIgnoringCase("x-content-type-options: nosniff")
                .doesNotContain("unsafe");
    }

    @Test
    void each_step_of_a_writer_whose_disk_fills_up_is_told_until_it_writes_all_again() throws IOException {
        String[] modes = {"sampled", "errors", "counts", "all"};
        for (int i = 0; i < modes.length; i++) {
            try (Socket socket = request("GET /api/events", here())) {
                var events = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                nextVersion(events);
                Files.writeString(
                        folder.resolve("shop.jsonl"), """
                        {"v":1,"kind":"health","at":"2026-11-30T12:03:0%d.000000Z","service":"stock","instance":"stock-1",\
                        "mode":"%s","why":"%d %% of the disk are free","free_bytes":1,"free_share":0.01}
                        """.formatted(i, modes[i], 9 - 3 * i), StandardOpenOption.APPEND);
                nextVersion(events);
            }
            List<String> less = texts(json("/api/overview").get("writing_less"));
            if (i < 3) {
                assertThat(less)
                        .singleElement()
                        .asString()
                        .startsWith("stock-1 writes "
                                + List.of("errors and a sample", "errors only", "counts alone")
                                        .get(i))
                        .endsWith((9 - 3 * i) + " % of the disk are free");
            } else {
                assertThat(less).isEmpty();
            }
        }
        assertThat(texts(json("/api/overview").get("writer_steps")))
                .hasSize(4)
                .first()
                .asString()
                .contains("all records");
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    @Test
    void what_is_written_is_followed() throws IOException {
        String line = Files.readAllLines(ShopExample.FILE).getLast();
        try (Socket socket = request("GET /api/events", here())) {
            var events = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String first = nextVersion(events);
            Files.writeString(folder.resolve("shop.jsonl"), line + "\n", StandardOpenOption.APPEND);

            assertThat(nextVersion(events)).isNotEqualTo(first);
        }
        assertThat(json("/api/overview").get("records").get("read").asInt()).isEqualTo(764);
    }

    private static String nextVersion(BufferedReader events) throws IOException {
        String line = Objects.requireNonNull(events.readLine());
        while (!line.startsWith("data: ")) {
            line = Objects.requireNonNull(events.readLine());
        }
        return line;
    }

    @Test
    void who_follows_is_told_the_end_of_it_when_it_closes() throws IOException {
        try (Socket socket = request("GET /api/events", here())) {
            nextVersion(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
            server.close();

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .as("the last chunk")
                    .endsWith("0\r\n\r\n");
        }
    }

    @Test
    void more_followers_than_there_is_room_for_are_told_to_come_again() throws IOException {
        List<Socket> followers = new ArrayList<>();
        try {
            for (int i = 0; i < LogsServer.MOST_FOLLOWERS; i++) {
                Socket follower = request("GET /api/events", here());
                followers.add(follower);
                assertThat(new BufferedReader(new InputStreamReader(follower.getInputStream(), StandardCharsets.UTF_8))
                                .readLine())
                        .startsWith("HTTP/1.1 200");
            }
            assertThat(answer("GET /api/events", here()))
                    .startsWith("HTTP/1.1 503")
                    .containsIgnoringCase("retry-after");
            assertThat(answer("GET /", here())).as("the page itself").startsWith("HTTP/1.1 200");
        } finally {
            for (Socket follower : followers) {
                follower.close();
            }
        }
    }
}
