package io.goodput.netty.listener;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.http.head.Fields;
import io.goodput.http.head.Framing;
import io.goodput.netty.blocking.BlockingHandler;
import io.goodput.netty.blocking.VirtualThreads;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Handlers on virtual threads, over real sockets. */
@ExtendWith(LeakCheck.class)
class BlockingHandlerTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

    private static Served served(BlockingHandler handler) throws IOException {
        return new Served(new VirtualThreads(handler));
    }

    private static String post(String fields, String body) {
        return "POST / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n" + body;
    }

    private static final BlockingHandler ECHO = exchange -> {
        assertThat(Thread.currentThread().isVirtual()).isTrue();
        byte[] body;
        try (InputStream in = exchange.body()) {
            body = in.readAllBytes();
        }
        exchange.answer(200, Fields.of("X-Sum", "" + exchange.trailers().first("X-Sum")), body);
    };

    @Test
    void a_body_is_read_and_an_answer_written() throws Exception {
        try (var served = served(ECHO);
                var client = served.client()) {
            client.send(post("Content-Length: 3\r\n", "abc"));
            assertThat(client.answer()).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\nabc");
            client.send(post("Transfer-Encoding: chunked\r\n", "3\r\nabc\r\n0\r\nX-Sum: 7\r\n\r\n"));
            assertThat(client.answer()).contains("\r\nX-Sum: 7\r\n").endsWith("\r\n\r\nabc");
            client.send(GET);
            assertThat(client.answer()).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\n");
        }
    }

    @Test
    void a_large_body_streams_both_ways() throws Exception {
        BlockingHandler copy = exchange -> {
            try (InputStream in = exchange.body();
                    var out = exchange.answer(200, Fields.NONE, new Framing.Length(3_000_000))) {
                in.transferTo(out);
            }
        };
        try (var served = served(copy);
                var client = served.client()) {
            String body = "0123456789".repeat(300_000);
            var sending = Thread.ofVirtual().start(() -> {
                try {
                    client.send(post("Content-Length: 3000000\r\n", body));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(client.head()).contains("\r\nContent-Length: 3000000\r\n");
            assertThat(client.bytes(3_000_000).equals(body)).isTrue();
            sending.join();
        }
    }

    @Test
    void what_is_flushed_goes_out_before_the_answer_ends() throws Exception {
        var next = new LinkedBlockingQueue<String>();
        BlockingHandler events = exchange -> {
            var out = exchange.answer(200, Fields.of("Content-Type", "text/event-stream"), Framing.Chunked.INSTANCE);
            out.write("one".getBytes(ISO_8859_1));
            out.flush();
            next.take();
            out.write("two".getBytes(ISO_8859_1));
        };
        try (var served = served(events);
                var client = served.client()) {
            client.send(GET).head();
            assertThat(client.bytes(8)).isEqualTo("3\r\none\r\n");
            next.add("go on");
            assertThat(client.bytes(13)).isEqualTo("3\r\ntwo\r\n0\r\n\r\n");
        }
    }

    @Test
    void a_handler_that_fails_or_gives_no_answer_is_answered_with_500() throws Exception {
        BlockingHandler broken = exchange -> {
            if (exchange.request().target().path().equals("/throws")) {
                throw new IOException("planted");
            }
        };
        try (var served = served(broken);
                var client = served.client()) {
            client.send("GET /throws HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(client.answer()).startsWith("HTTP/1.1 500 ").doesNotContain("planted");
            client.send(GET);
            assertThat(client.answer()).startsWith("HTTP/1.1 500 ");
        }
    }

    @Test
    void reading_and_writing_tell_that_the_client_is_gone() throws Exception {
        var told = new LinkedBlockingQueue<String>();
        BlockingHandler reading = exchange -> {
            try {
                exchange.body().readAllBytes();
            } catch (IOException e) {
                told.add(e.getMessage());
                throw e;
            }
        };
        BlockingHandler writing = exchange -> {
            try (var out = exchange.answer(200, Fields.NONE, Framing.Chunked.INSTANCE)) {
                while (true) {
                    out.write(new byte[100_000]);
                }
            } catch (IOException e) {
                told.add(e.getMessage());
                throw e;
            }
        };
        String gone = "the client closed or broke its connection within a request";
        try (var served = served(reading)) {
            served.client().send(post("Content-Length: 10\r\n", "abc")).close();
            assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo(gone);
        }
        try (var served = served(writing)) {
            RawClient client = served.client();
            client.send(GET).head();
            client.reset();
            assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo(gone);
        }
    }

    @Test
    void a_refusal_and_a_malformed_answer_are_told_to_the_client() throws Exception {
        BlockingHandler refusing = exchange -> {
            if (exchange.request().target().path().equals("/malformed")) {
                exchange.answer(200, Fields.of("A", "b\r\nC: d"), new byte[0]);
            } else {
                exchange.refuse(429, "not so fast", Fields.of("Retry-After", "1"));
            }
        };
        try (var served = served(refusing);
                var client = served.client()) {
            client.send(GET);
            assertThat(client.answer()).startsWith("HTTP/1.1 429 ").contains("not so fast");
            client.send("GET /malformed HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(client.answer()).startsWith("HTTP/1.1 500 ").doesNotContain("C: d");
        }
    }
}
