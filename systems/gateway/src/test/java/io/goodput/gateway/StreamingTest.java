package io.goodput.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.peer.RawOrigin;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bodies pass as they come, and wait where nobody takes them. */
@Timeout(60)
class StreamingTest {
    private static final int MUCH = 100_000_000;

    /** What sockets and the gateway may hold of a body that is not taken. */
    private static final long BUFFERS = 16 << 20;

    private static final int LOOKS = 200_000;

    private static String section(RawOrigin origin) {
        return "listeners: [{body: 1GiB}]\nupstreams: {all: [\"" + origin.url()
                + "\"]}\nroutes: {all: {upstream: all}}";
    }

    private static void write(OutputStream out, long bytes, AtomicLong written) throws IOException {
        byte[] piece = new byte[64 << 10];
        for (long left = bytes; left > 0; ) {
            int now = (int) Math.min(left, piece.length);
            out.write(piece, 0, now);
            left -= now;
            written.addAndGet(now);
        }
    }

    private static void head(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        var text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            text.append((char) in.read());
        }
        assertThat(text).startsWith("HTTP/1.1 200 ");
    }

    /**
     * Until the writer gets no further: it is parked, and at the same count however often one looks. Whoever looked too
     * seldom would find less written than there can be, and the test nothing wrong.
     */
    private static void stuck(AtomicReference<@Nullable Thread> writer, AtomicLong count) {
        long before = -1;
        for (int same = 0; same < LOOKS && count.get() < BUFFERS; Thread.onSpinWait()) {
            Thread thread = writer.get();
            boolean parked = thread != null && thread.getState() == Thread.State.WAITING;
            same = parked && count.get() == before ? same + 1 : 0;
            before = count.get();
        }
    }

    @Test
    void a_large_answer_waits_for_its_client_and_comes_whole() throws Exception {
        var written = new AtomicLong();
        var writer = new AtomicReference<@Nullable Thread>();
        try (var origin = new RawOrigin(line -> {
                    writer.set(Thread.currentThread());
                    line.head();
                    line.send("HTTP/1.1 200 OK\r\nContent-Length: " + MUCH + "\r\n\r\n");
                    write(line.out(), MUCH, written);
                    line.head();
                });
                var gateway = new OpenGateway(section(origin));
                Socket client = gateway.connect()) {
            client.getOutputStream().write("GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            head(client);
            stuck(writer, written);
            assertThat(written.get()).isLessThan(BUFFERS);
            client.getInputStream().skipNBytes(MUCH);
        }
    }

    @Test
    void a_large_request_waits_for_its_origin_and_comes_whole() throws Exception {
        var written = new AtomicLong();
        var go = new CountDownLatch(1);
        try (var origin = new RawOrigin(line -> {
                    line.head();
                    try {
                        go.await();
                    } catch (InterruptedException ended) {
                        return;
                    }
                    line.in().skipNBytes(MUCH);
                    line.answer(200, "took it");
                });
                var gateway = new OpenGateway(section(origin));
                Socket client = gateway.connect()) {
            String head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + MUCH + "\r\n\r\n";
            client.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            Thread writer = Thread.ofVirtual().start(() -> {
                try {
                    write(client.getOutputStream(), MUCH, written);
                } catch (IOException _) {
                    // The test has failed and closed it.
                }
            });
            stuck(new AtomicReference<>(writer), written);
            assertThat(written.get()).isLessThan(BUFFERS);
            go.countDown();
            head(client);
            writer.join();
            assertThat(written).hasValue(MUCH);
        }
    }

    @Test
    void a_client_that_goes_away_takes_its_attempt_with_it() throws Exception {
        var began = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        try (var origin = new RawOrigin(line -> {
                    line.head();
                    began.countDown();
                    try {
                        assertThat(line.in().read()).isEqualTo(-1);
                    } catch (IOException _) {
                        // A reset says it too.
                    }
                    ended.countDown();
                });
                var gateway = new OpenGateway(section(origin))) {
            try (Socket client = gateway.connect()) {
                client.getOutputStream().write("GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(began.await(20, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void an_origin_that_stalls_holds_nobody_else() throws Exception {
        try (var stalled = new RawOrigin(line -> {
                    while (line.head() != null) {}
                });
                var quick = RawOrigin.answering("quick");
                var client = HttpClient.newHttpClient();
                var gateway = new OpenGateway("upstreams: {slow: [\"" + stalled.url() + "\"], quick: [\"" + quick.url()
                        + "\"]}\nroutes: {slow: {path: /slow, upstream: slow, guard: {limit: 50}},"
                        + " quick: {upstream: quick}}")) {
            for (int i = 0; i < 60; i++) {
                var _ = client.sendAsync(
                        HttpRequest.newBuilder(gateway.at("/slow")).build(), BodyHandlers.ofString());
            }
            for (int i = 0; i < 200; i++) {
                HttpResponse<String> answer =
                        client.send(HttpRequest.newBuilder(gateway.at("/")).build(), BodyHandlers.ofString());
                assertThat(answer.body()).isEqualTo("quick");
            }
            client.shutdownNow();
        }
    }
}
