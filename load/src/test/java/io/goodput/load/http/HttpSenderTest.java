package io.goodput.load.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.goodput.load.HttpTarget;
import io.goodput.load.LoadClock;
import io.goodput.load.RequestOutcome;
import io.goodput.load.step.SteppedLoad;
import io.goodput.load.step.SteppedPlan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real sockets: what is counted, never how long it took. */
class HttpSenderTest {
    private static final Duration PATIENT = Duration.ofSeconds(20);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger received = new AtomicInteger();
    private final CountDownLatch never = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private String serving(HttpHandler handler) {
        server.createContext("/", exchange -> {
            received.incrementAndGet();
            handler.handle(exchange);
        });
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private static HttpSender sender(String url, Duration timeout) {
        return new HttpSender(
                HttpTarget.of(url, null), HttpSettings.STANDARD.connections(500).timeout(timeout));
    }

    private static RequestOutcome one(String url, Duration timeout) {
        var answer = new CompletableFuture<RequestOutcome>();
        try (var sender = sender(url, timeout)) {
            sender.send(answer::complete);
            return answer.join();
        }
    }

    private static SteppedPlan plan(int mostInFlight, double... rates) {
        return new SteppedPlan(
                Arrays.stream(rates).boxed().toList(),
                Duration.ofMillis(100),
                Duration.ofMillis(300),
                false,
                1,
                10_000,
                mostInFlight,
                PATIENT,
                0.1);
    }

    private static SteppedLoad.MeasuredSteps sweep(String url, SteppedPlan plan) throws InterruptedException {
        try (var sender = sender(url, plan.timeout())) {
            return new SteppedLoad(plan, sender, LoadClock.system()).run(_ -> {});
        }
    }

    @ParameterizedTest
    @CsvSource({"200, GOOD", "204, GOOD", "302, REDIRECTED", "404, REJECTED", "429, REJECTED", "503, FAILED"})
    void a_status_is_told_by_its_class(int status, RequestOutcome expected) {
        String url = serving(exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            answer(exchange, status);
        });

        assertThat(one(url, PATIENT)).isEqualTo(expected);
        assertThat(received).as("redirections are not followed").hasValue(1);
    }

    @Test
    void a_port_where_nobody_listens_is_no_connection() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertThat(one("http://127.0.0.1:" + port + "/", PATIENT)).isEqualTo(RequestOutcome.NOT_CONNECTED);
    }

    @Test
    void an_answer_that_never_comes_is_a_timeout() {
        String url = serving(_ -> await(never));

        assertThat(one(url, Duration.ofMillis(50))).isEqualTo(RequestOutcome.TIMED_OUT);
    }

    @Test
    void a_body_that_never_ends_is_a_timeout_as_well() {
        String url = serving(exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            await(never);
        });

        assertThat(one(url, Duration.ofMillis(200))).isEqualTo(RequestOutcome.TIMED_OUT);
    }

    @Test
    void a_connection_that_breaks_is_told_apart() {
        String url = serving(exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.close();
        });

        assertThat(one(url, PATIENT)).isEqualTo(RequestOutcome.BROKEN);
    }

    @Test
    void the_probe_counts_what_the_server_counts() throws InterruptedException {
        String url = serving(exchange -> answer(exchange, 200));

        SteppedLoad.MeasuredSteps result = sweep(url, plan(500, 100, 200));

        assertThat(result.requests()).isEqualTo(received.get());
        assertThat(result.steps().getFirst().offered()).isEqualTo(30);
        assertThat(result.steps())
                .allSatisfy(step -> assertThat(step.sent() + step.notSent()).isEqualTo(step.offered()));
    }

    @Test
    void the_probe_leaves_a_server_alone_that_fails_after_a_while() throws InterruptedException {
        String url = serving(exchange -> answer(exchange, received.get() > 60 ? 500 : 200));

        SteppedLoad.MeasuredSteps result = sweep(url, plan(500, 300, 400, 500, 600));

        assertThat(result.ending()).isEqualTo(SteppedLoad.StopReason.ERRORS);
        assertThat(result.requests()).isEqualTo(received.get());
        int failed = result.steps().stream()
                .mapToInt(step -> step.answers().getOrDefault(RequestOutcome.FAILED, 0))
                .sum();
        assertThat(failed).isPositive().isLessThanOrEqualTo(received.get() - 60);
    }

    @Test
    void a_server_that_stalls_gets_no_more_than_the_bound_in_flight() throws InterruptedException {
        var open = new CountDownLatch(1);
        String url = serving(exchange -> {
            // Goes on when the probe has come to its bound, and to the end of what was due.
            await(open);
            answer(exchange, 200);
        });
        try (var sender = sender(url, PATIENT)) {
            SteppedLoad.MeasuredSteps result = new SteppedLoad(plan(8, 100), sender, LoadClock.system()).run(begun -> {
                if (begun == 39) {
                    open.countDown();
                }
            });

            assertThat(result.steps().getFirst().peak()).isLessThanOrEqualTo(8);
            assertThat(result.requests()).isEqualTo(received.get()).isEqualTo(8);
            assertThat(result.steps().getFirst().notSent()).isEqualTo(30);
            assertThat(result.ending()).isIn(SteppedLoad.StopReason.NOT_SENT, SteppedLoad.StopReason.NOTHING);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
