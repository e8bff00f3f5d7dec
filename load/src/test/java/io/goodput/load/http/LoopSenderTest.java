package io.goodput.load.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.ContextHeaders;
import io.goodput.Ticker;
import io.goodput.load.HttpTarget;
import io.goodput.load.PlantedServer;
import io.goodput.load.PlantedServer.Request;
import io.goodput.load.RequestOutcome;
import io.goodput.load.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real sockets: what is answered and counted, never how long it took. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LoopSenderTest {
    private static final Duration PATIENT = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private record End(RequestOutcome answer, int status, long bytes) {}

    private static HttpSettings settings(WireProtocol protocol) {
        return HttpSettings.STANDARD.protocol(protocol).timeout(PATIENT);
    }

    private static PlantedServer plain(WireProtocol protocol, Consumer<Request> answering) throws InterruptedException {
        return PlantedServer.plain(protocol == WireProtocol.HTTP_2, answering);
    }

    private static List<End> send(HttpTarget target, HttpSettings settings, int times, boolean tellsRemaining) {
        List<CompletableFuture<End>> ends = new ArrayList<>();
        try (var loops = new LoadLoops(settings)) {
            PreparedRequest request = PreparedRequest.of(target, List.of(), tellsRemaining, settings.protocol());
            for (int i = 0; i < times; i++) {
                LoopSender sender = loops.senders().get(i % loops.senders().size());
                var end = new CompletableFuture<End>();
                ends.add(end);
                sender.loop()
                        .execute(() -> sender.send(
                                request,
                                Ticker.system().nanos(),
                                250,
                                (answer, status, bytes) -> end.complete(new End(answer, status, bytes))));
            }
            return ends.stream().map(CompletableFuture::join).toList();
        }
    }

    private static List<End> send(String url, HttpSettings settings, int times) {
        return send(HttpTarget.of(url, null), settings, times, false);
    }

    @ParameterizedTest
    @EnumSource(WireProtocol.class)
    void a_request_arrives_as_it_was_prepared_and_its_answer_is_counted(WireProtocol protocol) throws Exception {
        try (var server = plain(protocol, request -> request.answer(201, 3_000))) {
            HttpTarget target = HttpTarget.of(server.url("/a/b?c=d"), null)
                    .request("POST", new byte[1_234])
                    .headers(List.of("X-One: 1", "X-Long: " + "x".repeat(4_000)));

            assertThat(send(target, settings(protocol), 1, true))
                    .containsExactly(new End(RequestOutcome.GOOD, 201, 3_000));

            Request received = server.received().getFirst();
            assertThat(received.isHttp2()).isEqualTo(protocol == WireProtocol.HTTP_2);
            assertThat(received.method()).isEqualTo("POST");
            assertThat(received.path()).isEqualTo("/a/b?c=d");
            assertThat(received.header("x-one")).isEqualTo("1");
            assertThat(received.header("x-long")).hasSize(4_000);
            assertThat(received.header(ContextHeaders.REMAINING_MS)).isEqualTo("250");
            assertThat(received.bodyBytes()).isEqualTo(1_234);
        }
    }

    @ParameterizedTest
    @EnumSource(WireProtocol.class)
    void a_long_body_and_long_headers_arrive_whole(WireProtocol protocol) throws Exception {
        try (var server = plain(protocol, request -> request.answer(200, 2_000_000))) {
            HttpTarget target = HttpTarget.of(server.url("/"), null).request("PUT", new byte[HttpTarget.MOST_BODY]);

            assertThat(send(target, settings(protocol).connections(1), 5, false))
                    .hasSize(5)
                    .containsOnly(new End(RequestOutcome.GOOD, 200, 2_000_000));
            assertThat(server.received()).extracting(Request::bodyBytes).containsOnly(HttpTarget.MOST_BODY);
        }
    }

    @ParameterizedTest
    @EnumSource(WireProtocol.class)
    void connections_are_bounded_and_used_again(WireProtocol protocol) throws Exception {
        try (var server = plain(protocol, request -> request.answer(200, 1))) {
            List<End> ends = send(
                    server.url("/"),
                    settings(protocol).threads(2).connections(6).streams(3),
                    300);

            assertThat(ends).hasSize(300).containsOnly(new End(RequestOutcome.GOOD, 200, 1));
            assertThat(server.connections()).isBetween(1, 6);
        }
    }

    @Test
    void over_http2_no_more_streams_are_open_than_allowed() throws Exception {
        List<Request> held = new ArrayList<>();
        // Answers only when four are there at a time, and a fifth would have come before the answer.
        Consumer<Request> fourAtATime = request -> {
            held.add(request);
            if (held.size() == 4) {
                held.forEach(each -> each.answer(200, 0));
                held.clear();
            }
        };
        try (var server = PlantedServer.plain(true, fourAtATime)) {
            assertThat(send(
                            server.url("/"),
                            settings(WireProtocol.HTTP_2).connections(1).streams(4),
                            40))
                    .containsOnly(new End(RequestOutcome.GOOD, 200, 0));
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(WireProtocol.class)
    void over_tls_the_protocol_is_agreed_on_and_the_authority_is_believed(WireProtocol protocol) throws Exception {
        var certificate = new TestCertificate(folder);
        try (var server = PlantedServer.tls(certificate, request -> request.answer(200, 10))) {
            HttpSettings settings = settings(protocol);

            assertThat(send(server.url("/"), settings.trust(new TlsTrust.Authorities(certificate.pem())), 20))
                    .containsOnly(new End(RequestOutcome.GOOD, 200, 10));
            assertThat(send(server.url("/"), settings.trust(new TlsTrust.Insecure()), 1))
                    .containsOnly(new End(RequestOutcome.GOOD, 200, 10));
            assertThat(server.received()).extracting(Request::isHttp2).containsOnly(protocol == WireProtocol.HTTP_2);
            assertThat(send(server.url("/"), settings, 1))
                    .as("a certificate that nobody vouches for")
                    .containsExactly(new End(RequestOutcome.NOT_CONNECTED, 0, 0));
        }
    }

    @ParameterizedTest
    @EnumSource(WireProtocol.class)
    void a_connection_that_is_reset_is_broken_for_those_on_it_only(WireProtocol protocol) throws Exception {
        Consumer<Request> resettingSome = request -> {
            if (request.path().equals("/bad")) {
                request.reset();
            } else {
                request.answer(200, 0);
            }
        };
        try (var server = plain(protocol, resettingSome)) {
            HttpSettings settings = settings(protocol).connections(2);

            assertThat(send(server.url("/bad"), settings, 10))
                    .hasSize(10)
                    .containsOnly(new End(RequestOutcome.BROKEN, 0, 0));
            assertThat(send(server.url("/good"), settings, 10)).containsOnly(new End(RequestOutcome.GOOD, 200, 0));
        }
    }

    @ParameterizedTest
    @EnumSource(WireProtocol.class)
    void requests_that_are_never_answered_time_out_and_make_room_for_others(WireProtocol protocol) throws Exception {
        try (var server = plain(protocol, _ -> {})) {
            HttpSettings settings = settings(protocol).connections(2).streams(1).timeout(Duration.ofMillis(300));

            assertThat(send(server.url("/"), settings, 6))
                    .hasSize(6)
                    .containsOnly(new End(RequestOutcome.TIMED_OUT, 0, 0));
        }
    }

    @ParameterizedTest
    @EnumSource(WireProtocol.class)
    void a_port_where_nobody_listens_is_no_connection(WireProtocol protocol) throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertThat(send("http://127.0.0.1:" + port + "/", settings(protocol).connections(2), 10))
                .hasSize(10)
                .containsOnly(new End(RequestOutcome.NOT_CONNECTED, 0, 0));
    }

    @Test
    void a_server_of_another_protocol_is_no_connection() throws Exception {
        try (var server = PlantedServer.plain(false, request -> request.answer(200, 0))) {
            assertThat(send(server.url("/"), settings(WireProtocol.HTTP_2).connections(1), 2))
                    .containsOnly(new End(RequestOutcome.NOT_CONNECTED, 0, 0));
        }
    }
}
