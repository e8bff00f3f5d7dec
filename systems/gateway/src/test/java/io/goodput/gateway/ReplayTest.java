package io.goodput.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.peer.RawOrigin;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Requests with numbers through a gateway whose origins break in each way that there is: none that may have been
 * processed is sent twice, and none that may be sent twice is lost while an origin lives.
 */
@Timeout(120)
class ReplayTest {
    private static final int REQUESTS = Integer.getInteger("goodput.replay.requests", 2_000);
    private static final int AT_A_TIME = 32;

    private final Map<String, Integer> processed = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
    }

    /** Each connection does one of these; what is read whole is processed. */
    private void breaking(RawOrigin.Connection line) throws IOException {
        int way = turn.getAndIncrement() % 6;
        if (way == 0) {
            line.reset();
            return;
        }
        for (int served = 0; ; served++) {
            String head = line.head();
            if (head == null) {
                return;
            }
            if (way == 1 && served > 1) {
                line.in().readNBytes(1);
                line.reset();
                return;
            }
            line.body();
            processed.merge(String.valueOf(line.field("x-id")), 1, Integer::sum);
            if (way == 2 && served > 2) {
                line.reset();
                return;
            }
            if (way == 3 && served > 2) {
                line.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
                return;
            }
            if (way == 4 && served > 2) {
                line.endOutput();
                return;
            }
            line.answer(200, "done");
        }
    }

    private static RawOrigin living(Map<String, Integer> processed) throws IOException {
        return new RawOrigin(line -> {
            while (line.request() != null) {
                processed.merge(String.valueOf(line.field("x-id")), 1, Integer::sum);
                line.answer(200, "done");
            }
        });
    }

    private interface Outcomes {
        void of(@Nullable HttpResponse<String> answer);
    }

    private void send(OpenGateway gateway, String method, Outcomes outcomes) throws Exception {
        var places = new Semaphore(AT_A_TIME);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < REQUESTS; i++) {
                places.acquire();
                HttpRequest request = HttpRequest.newBuilder(gateway.at("/"))
                        .header("x-id", method + i)
                        .method(method, BodyPublishers.ofString("some body of a request"))
                        .build();
                threads.execute(() -> {
                    try {
                        outcomes.of(client.send(request, BodyHandlers.ofString()));
                    } catch (IOException | InterruptedException cut) {
                        outcomes.of(null);
                    } finally {
                        places.release();
                    }
                });
            }
        }
    }

    @Test
    void no_POST_is_processed_twice_whatever_its_origin_does() throws Exception {
        var good = new AtomicInteger();
        var seen = new AtomicInteger();
        try (var one = new RawOrigin(this::breaking);
                var two = new RawOrigin(this::breaking);
                var gateway = new OpenGateway(section(one.url(), two.url()))) {
            send(gateway, "POST", answer -> {
                seen.incrementAndGet();
                if (answer != null && answer.statusCode() == 200) {
                    good.incrementAndGet();
                }
            });
        }
        assertThat(seen).hasValue(REQUESTS);
        assertThat(processed).allSatisfy((id, times) -> assertThat(times).as(id).isEqualTo(1));
        assertThat(good.get()).isBetween(REQUESTS / 4, REQUESTS - 1);
    }

    @Test
    void every_PUT_is_answered_while_an_endpoint_lives() throws Exception {
        var lost = new AtomicInteger();
        var refusing = new RawOrigin(_ -> {});
        refusing.close();
        try (var bad = new RawOrigin(RawOrigin.Connection::reset);
                var good = living(processed);
                var gateway = new OpenGateway(section(bad.url(), refusing.url(), good.url()))) {
            send(gateway, "PUT", answer -> {
                if (answer == null || answer.statusCode() != 200) {
                    lost.incrementAndGet();
                }
            });
        }
        assertThat(lost).hasValue(0);
        assertThat(processed).hasSize(REQUESTS);
    }

    @Test
    void a_body_beyond_the_bound_is_not_sent_again() throws Exception {
        var failed = new AtomicInteger();
        try (var bad = new RawOrigin(line -> {
                    failed.incrementAndGet();
                    line.request();
                    line.reset();
                });
                var gateway = new OpenGateway(section(bad.url()))) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(gateway.at("/"))
                            .PUT(BodyPublishers.ofByteArray(new byte[100_000]))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(answer.body()).contains("without an answer").contains("request ");
            assertThat(failed).hasValue(1);
        }
    }

    private static String section(String... urls) {
        return "upstreams: {all: [\"" + String.join("\", \"", urls) + "\"]}\n"
                + "routes: {all: {upstream: all, guard: {retry: {attempts: 6}}}}";
    }
}
