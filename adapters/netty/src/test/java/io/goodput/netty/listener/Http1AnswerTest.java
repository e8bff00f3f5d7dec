package io.goodput.netty.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.http.head.Fields;
import io.goodput.http.head.Framing;
import io.goodput.netty.CloseReason;
import io.goodput.netty.ExchangeListener;
import io.goodput.netty.HttpHandler;
import io.goodput.netty.ServerExchange;
import io.goodput.netty.limit.ListenerLimits;
import io.goodput.netty.listener.Recorder.Answers;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a client sees of one request and the next. */
@ExtendWith(LeakCheck.class)
class Http1AnswerTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final HttpHandler OK = exchange -> Answers.text(exchange, 200, "ok");

    private static String post(String fields, String body) {
        return "POST / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n" + body;
    }

    private static ByteBuf ascii(ServerExchange exchange, String text) {
        return ByteBufUtil.writeAscii(exchange.allocator(), text);
    }

    @Test
    void pipelined_requests_are_answered_in_order_and_one_at_a_time() throws Exception {
        var waiting = new LinkedBlockingQueue<ServerExchange>();
        try (var served = new Served(waiting::add);
                var client = served.client()) {
            client.send("GET /1 HTTP/1.1\r\nHost: a\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\n\r\n");
            for (String expected : List.of("/1", "/2")) {
                ServerExchange exchange = waiting.poll(20, TimeUnit.SECONDS);
                assertThat(waiting).isEmpty();
                exchange.loop()
                        .execute(() -> Answers.text(
                                exchange, 200, exchange.request().target().path()));
                assertThat(client.answer()).endsWith("\r\n\r\n" + expected);
            }
        }
    }

    @Test
    void a_connection_lives_on_unless_either_side_says_otherwise() throws Exception {
        try (var served = new Served(OK);
                var client = served.client();
                var old = served.client();
                var kept = served.client()) {
            client.send(GET);
            assertThat(client.answer()).doesNotContain("Connection:");
            client.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            assertThat(client.rest()).contains("\r\nConnection: close\r\n").endsWith("ok");

            old.send("GET / HTTP/1.0\r\n\r\n");
            assertThat(old.rest()).contains("\r\nConnection: close\r\n").endsWith("ok");

            kept.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
            assertThat(kept.answer()).contains("\r\nConnection: keep-alive\r\n");
            kept.send(GET);
            assertThat(kept.answer()).endsWith("ok");
        }
    }

    @Test
    void an_answer_says_who_serves_to_nobody() throws Exception {
        try (var served = new Served(OK);
                var client = served.client()) {
            assertThat(client.send(GET).answer())
                    .contains("\r\nDate: ")
                    .doesNotContain("Server:")
                    .doesNotContain("Via:");
        }
    }

    @Test
    void a_refusal_of_our_own_has_a_reason_and_the_id_of_the_request() throws Exception {
        var ids = new CopyOnWriteArrayList<String>();
        HttpHandler full = exchange -> {
            ids.add(exchange.id());
            exchange.refuse(503, "too much to do", Fields.of("Retry-After", "1"));
        };
        try (var served = new Served(full);
                var client = served.client()) {
            String answer = client.send(GET).answer();

            assertThat(answer)
                    .startsWith("HTTP/1.1 503 Service Unavailable\r\n")
                    .contains("\r\nRetry-After: 1\r\n")
                    .endsWith("503 Service Unavailable: too much to do (request " + ids.getFirst() + ")\n");
            client.send(GET);
            assertThat(client.answer()).contains(" 503 ");
            assertThat(ids).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_100_is_sent_when_the_body_is_asked_for() throws Exception {
        var recorder = new Recorder();
        try (var served = new Served(recorder);
                var client = served.client()) {
            client.send(post("Expect: 100-continue\r\nContent-Length: 3\r\n", ""));
            assertThat(client.head()).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            client.send("abc");
            assertThat(client.answer()).startsWith("HTTP/1.1 200 ").endsWith("POST / abc");
            client.send(GET);
            assertThat(client.answer()).endsWith("GET /");
        }
    }

    @Test
    void a_final_answer_in_place_of_a_100_costs_the_connection() throws Exception {
        try (var served = new Served(OK);
                var client = served.client()) {
            client.send(post("Expect: 100-continue\r\nContent-Length: 3\r\n", ""));
            assertThat(client.rest())
                    .startsWith("HTTP/1.1 200 ")
                    .contains("\r\nConnection: close\r\n")
                    .endsWith("ok");
        }
    }

    @Test
    void interim_answers_go_out_before_the_final_one_and_not_to_http_1_0() throws Exception {
        HttpHandler hinting = exchange -> {
            exchange.informational(103, Fields.of("Link", "</a.css>"));
            Answers.text(exchange, 200, "ok");
        };
        try (var served = new Served(hinting);
                var client = served.client();
                var old = served.client()) {
            client.send(GET);
            assertThat(client.head()).isEqualTo("HTTP/1.1 103 \r\nLink: </a.css>\r\n\r\n");
            assertThat(client.answer()).startsWith("HTTP/1.1 200 ").endsWith("ok");
            assertThat(old.send("GET / HTTP/1.0\r\n\r\n").rest()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void head_204_and_304_have_no_body_whatever_the_handler_writes() throws Exception {
        HttpHandler handler = exchange -> {
            String path = exchange.request().target().path();
            int status = path.equals("/") ? 200 : Integer.parseInt(path.substring(1));
            exchange.respond(status, Fields.NONE, new Framing.Length(2));
            exchange.write(ascii(exchange, "ok"));
            exchange.end(Fields.NONE);
        };
        try (var served = new Served(handler);
                var client = served.client()) {
            client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(client.head()).startsWith("HTTP/1.1 200 ").contains("\r\nContent-Length: 2\r\n");
            client.send("GET /204 HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(client.head()).startsWith("HTTP/1.1 204 ").doesNotContain("Content-Length");
            client.send("GET /304 HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(client.head()).startsWith("HTTP/1.1 304 ").contains("\r\nContent-Length: 2\r\n");
            client.send(GET);
            assertThat(client.answer()).endsWith("ok");
        }
    }

    @Test
    void trailers_pass_both_ways() throws Exception {
        HttpHandler handler = exchange -> {
            exchange.listen(new ExchangeListener() {
                @Override
                public void onEnd(Fields trailers) {
                    exchange.respond(200, Fields.of("Trailer", "X-Sum"), Framing.Chunked.INSTANCE);
                    exchange.write(ascii(exchange, "ok"));
                    exchange.end(Fields.of("X-Sum", String.valueOf(trailers.first("X-Sum")), "Host", "b"));
                }

                @Override
                public void onData(ByteBuf data) {
                    data.release();
                    exchange.read();
                }
            });
            exchange.read();
        };
        try (var served = new Served(handler);
                var client = served.client()) {
            client.send(post("Transfer-Encoding: chunked\r\n", "1\r\na\r\n0\r\nX-Sum: 7\r\n\r\n"));
            assertThat(client.head()).contains("\r\nTransfer-Encoding: chunked\r\n");
            String body = "2\r\nok\r\n0\r\nX-Sum: 7\r\n\r\n";
            assertThat(client.bytes(body.length())).isEqualTo(body);
            client.send(post("Transfer-Encoding: chunked\r\n", "0\r\n\r\n"));
            assertThat(client.head()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void a_body_of_unknown_length_ends_with_the_connection_of_http_1_0() throws Exception {
        HttpHandler handler = exchange -> {
            exchange.respond(200, Fields.NONE, Framing.Chunked.INSTANCE);
            exchange.write(ascii(exchange, "ok"));
            exchange.end(Fields.NONE);
        };
        try (var served = new Served(handler);
                var client = served.client()) {
            client.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
            assertThat(client.rest()).contains("\r\nConnection: close\r\n").endsWith("\r\n\r\nok");
        }
    }

    @Test
    void a_little_body_that_nobody_wanted_is_thrown_away_and_the_connection_lives_on() throws Exception {
        try (var served = new Served(OK);
                var client = served.client()) {
            client.send(post("Content-Length: 1000\r\n", "x".repeat(500)));
            assertThat(client.answer()).doesNotContain("Connection:").endsWith("ok");
            client.send("x".repeat(500) + post("Transfer-Encoding: chunked\r\n", "3\r\nabc\r\n"));
            assertThat(client.answer()).endsWith("ok");
            client.send("0\r\n\r\n" + GET);
            assertThat(client.answer()).endsWith("ok");
        }
    }

    @Test
    void a_large_body_that_nobody_wanted_costs_the_connection_and_not_the_answer() throws Exception {
        try (var served = new Served(OK);
                var client = served.client();
                var chunked = served.client()) {
            client.send(post("Content-Length: 100000\r\n", "x".repeat(100_000)));
            assertThat(client.rest())
                    .startsWith("HTTP/1.1 200 ")
                    .contains("\r\nConnection: close\r\n")
                    .endsWith("ok");
            client.leave();
            assertThat(served.closed(CloseReason.BODY_UNREAD)).isOne();

            chunked.send(post("Transfer-Encoding: chunked\r\n", "3\r\nabc\r\n"));
            assertThat(chunked.answer()).endsWith("ok");
            chunked.send("11000\r\n" + "x".repeat(0x11000) + "\r\n");
            assertThat(chunked.rest()).isEmpty();
        }
    }

    @Test
    void a_client_that_has_closed_its_side_after_its_request_gets_its_answer() throws Exception {
        var told = new LinkedBlockingQueue<String>();
        HttpHandler handler = exchange -> exchange.listen(new ExchangeListener() {
            @Override
            public void onHalfClose() {
                told.add("half-closed");
                Answers.text(exchange, 200, "ok");
            }

            @Override
            public void onSent() {
                told.add("sent");
            }
        });
        try (var served = new Served(handler);
                var client = served.client()) {
            client.send(GET).endOutput();
            assertThat(client.rest()).contains("\r\nConnection: close\r\n").endsWith("ok");
            assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("half-closed");
            assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("sent");
        }
    }

    @Test
    void a_handler_is_told_that_all_was_sent_when_it_has_returned() throws Exception {
        var told = new LinkedBlockingQueue<String>();
        HttpHandler handler = exchange -> exchange.listen(new ExchangeListener() {
            private boolean acts;

            @Override
            public void onHalfClose() {
                acts = true;
                // Nothing is being read, so all of it is written at once.
                Answers.text(exchange, 200, "ok");
                acts = false;
            }

            @Override
            public void onSent() {
                told.add(acts ? "too early" : "sent");
            }
        });
        try (var served = new Served(handler);
                var client = served.client()) {
            client.send(GET).endOutput();
            assertThat(client.rest()).endsWith("ok");
            assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("sent");
        }
    }

    @Test
    void a_client_that_goes_away_within_its_body_is_told_to_the_handler() throws Exception {
        var recorder = new Recorder();
        try (var served = new Served(recorder)) {
            served.client().send(post("Content-Length: 10\r\n", "abc")).close();
            assertThat(recorder.end()).isEqualTo("CLIENT_GONE POST /");

            served.client().send(post("Content-Length: 10\r\n", "abc")).reset();
            assertThat(recorder.end()).isEqualTo("CLIENT_GONE POST /");
            assertThat(recorder.whole).isEmpty();
            assertThat(served.closed(CloseReason.CLIENT_GONE)).isPositive();
        }
    }

    @Test
    void a_client_that_breaks_off_while_its_answer_is_worked_on_is_told_to_the_handler() throws Exception {
        var ends = new LinkedBlockingQueue<CloseReason>();
        HttpHandler slow = exchange -> exchange.listen(new ExchangeListener() {
            @Override
            public void onAbort(CloseReason reason) {
                ends.add(reason);
            }
        });
        try (var served = new Served(slow)) {
            RawClient client = served.client().send(GET);
            while (served.listener.counts().snapshot().requests() == 0) {
                Thread.onSpinWait();
            }
            client.reset();
            assertThat(ends.poll(20, TimeUnit.SECONDS)).isEqualTo(CloseReason.CLIENT_GONE);
        }
    }

    @Test
    void a_client_whose_break_is_first_seen_by_a_write_is_told_to_the_handler() throws Exception {
        var ends = new LinkedBlockingQueue<CloseReason>();
        var asked = new CountDownLatch(1);
        var broken = new CountDownLatch(1);
        try (var served = new Served(exchange -> {
                    exchange.listen(new ExchangeListener() {
                        @Override
                        public void onAbort(CloseReason reason) {
                            ends.add(reason);
                        }
                    });
                    exchange.respond(200, Fields.NONE, Framing.Chunked.INSTANCE);
                    asked.countDown();
                    await(broken);
                    for (int i = 0; i < 1000 && exchange.isWritable(); i++) {
                        exchange.write(exchange.allocator().buffer(10_000).writeZero(10_000));
                        exchange.flush();
                    }
                });
                var client = served.client()) {
            client.send(GET);
            await(asked);
            client.reset();
            broken.countDown();
            assertThat(ends.poll(20, TimeUnit.SECONDS)).isEqualTo(CloseReason.CLIENT_GONE);
        }
    }

    /** Holds the loop, so that it cannot read. */
    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_handler_that_throws_is_answered_with_500_and_the_connection_closed() throws Exception {
        HttpHandler broken = exchange -> {
            throw new IllegalStateException("planted");
        };
        try (var served = new Served(broken);
                var client = served.client()) {
            assertThat(client.send(GET).rest())
                    .startsWith("HTTP/1.1 500 ")
                    .contains("\r\nConnection: close\r\n")
                    .doesNotContain("planted");
            client.leave();
            assertThat(served.closed(CloseReason.HANDLER_FAILED)).isOne();
        }
    }

    @Test
    void a_handler_that_throws_within_its_answer_has_the_connection_cut() throws Exception {
        HttpHandler broken = exchange -> {
            exchange.respond(200, Fields.NONE, new Framing.Length(10));
            exchange.write(ascii(exchange, "half"));
            throw new IllegalStateException("planted");
        };
        try (var served = new Served(broken);
                var client = served.client()) {
            assertThat(client.send(GET).rest()).endsWith("!");
            client.leave();
            assertThat(served.closed(CloseReason.HANDLER_FAILED)).isOne();
        }
    }

    @Test
    void a_reset_cuts_the_connection_and_tells_the_listener() throws Exception {
        var ends = new LinkedBlockingQueue<CloseReason>();
        HttpHandler giving = exchange -> {
            exchange.listen(new ExchangeListener() {
                @Override
                public void onAbort(CloseReason reason) {
                    ends.add(reason);
                }
            });
            exchange.respond(200, Fields.NONE, Framing.Chunked.INSTANCE);
            exchange.write(ascii(exchange, "half"));
            exchange.flush();
            exchange.reset();
            exchange.write(ascii(exchange, "nobody reads this"));
            exchange.end(Fields.NONE);
        };
        try (var served = new Served(giving);
                var client = served.client()) {
            assertThat(client.send(GET).rest()).endsWith("!");
            assertThat(ends).containsExactly(CloseReason.RESET);
        }
    }

    @Test
    void mistakes_of_a_handler_are_refused_and_lose_no_buffer() throws Exception {
        var mistakes = new CopyOnWriteArrayList<String>();
        HttpHandler mistaken = exchange -> {
            mistake(mistakes, () -> exchange.write(ascii(exchange, "a")));
            mistake(mistakes, () -> exchange.end(Fields.NONE));
            mistake(mistakes, () -> exchange.informational(101, Fields.NONE));
            mistake(mistakes, () -> exchange.respond(200, Fields.of("A", "b\r\nC: d"), Framing.None.INSTANCE));
            mistake(mistakes, () -> exchange.respond(200, Fields.of("A b", "c"), Framing.None.INSTANCE));
            exchange.respond(200, Fields.NONE, new Framing.Length(1));
            mistake(mistakes, () -> exchange.respond(200, Fields.NONE, Framing.None.INSTANCE));
            exchange.write(ascii(exchange, "a"));
            exchange.end(Fields.NONE);
            mistake(mistakes, () -> exchange.write(ascii(exchange, "a")));
            mistake(mistakes, () -> exchange.end(Fields.NONE));
            mistake(mistakes, () -> exchange.informational(103, Fields.NONE));
        };
        try (var served = new Served(mistaken);
                var client = served.client()) {
            assertThat(client.send(GET).answer()).endsWith("\r\n\r\na");
            assertThat(mistakes)
                    .containsExactly(
                            "a body before its head",
                            "an end before the head",
                            "status: 101 (expected: >= 100 and <= 199, not 101)",
                            "A: control characters, or some beyond ISO 8859-1 (expected: neither)",
                            "name of field 0: no token (expected: a token)",
                            "a second answer",
                            "a body after its end",
                            "a second end",
                            "an interim answer after the final one");
        }
    }

    private static void mistake(List<String> mistakes, Runnable action) {
        try {
            action.run();
        } catch (IllegalStateException | IllegalArgumentException e) {
            mistakes.add(e.getMessage());
        }
    }

    @Test
    void an_answer_that_is_not_as_long_as_it_says_cuts_the_connection() throws Exception {
        HttpHandler tooLong = exchange -> {
            exchange.respond(200, Fields.NONE, new Framing.Length(1));
            assertThatThrownBy(() -> exchange.write(ascii(exchange, "ab"))).hasMessageContaining("more bytes");
        };
        HttpHandler tooShort = exchange -> {
            exchange.respond(200, Fields.NONE, new Framing.Length(3));
            exchange.write(ascii(exchange, "ab"));
            assertThatThrownBy(() -> exchange.end(Fields.NONE)).hasMessageContaining("fewer bytes");
        };
        for (HttpHandler handler : List.of(tooLong, tooShort)) {
            try (var served = new Served(handler);
                    var client = served.client()) {
                assertThat(client.send(GET).rest()).endsWith("!");
                client.leave();
                assertThat(served.closed(CloseReason.HANDLER_FAILED)).isOne();
            }
        }
    }

    @Test
    void bytes_pass_both_ways_through_a_tunnel_until_both_sides_have_ended() throws Exception {
        var ends = new LinkedBlockingQueue<String>();
        HttpHandler echo = exchange -> {
            exchange.listen(new ExchangeListener() {
                @Override
                public void onData(ByteBuf data) {
                    exchange.write(data);
                    exchange.flush();
                    exchange.read();
                }

                @Override
                public void onEnd(Fields trailers) {
                    exchange.end(Fields.NONE);
                }

                @Override
                public void onSent() {
                    ends.add("sent");
                }
            });
            exchange.respond(101, Fields.of("X", "y"), Framing.Tunnel.INSTANCE);
            exchange.read();
        };
        try (var served = new Served(echo);
                var client = served.client()) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\nGET ");
            assertThat(client.head())
                    .startsWith("HTTP/1.1 101 Switching Protocols\r\n")
                    .contains("\r\nConnection: Upgrade\r\n", "\r\nUpgrade: websocket\r\n");
            assertThat(client.bytes(4)).isEqualTo("GET ");
            client.send("abc").endOutput();
            assertThat(client.rest()).isEqualTo("abc");
            assertThat(ends.poll(20, TimeUnit.SECONDS)).isEqualTo("sent");
            client.leave();
            assertThat(served.closed(CloseReason.TUNNEL_ENDED)).isOne();
        }
    }

    @Test
    void a_large_answer_is_written_as_fast_as_the_client_takes_it() throws Exception {
        int pieces = 400;
        int length = 16 << 10;
        HttpHandler large = exchange -> exchange.listen(new ExchangeListener() {
            private int left = pieces;

            {
                exchange.respond(200, Fields.NONE, new Framing.Length((long) pieces * length));
                exchange.loop().execute(this::onWritable);
            }

            @Override
            public void onWritable() {
                while (exchange.isWritable() && left > 0) {
                    left--;
                    exchange.write(Unpooled.wrappedBuffer(new byte[length]));
                }
                exchange.flush();
                if (left == 0) {
                    left = -1;
                    exchange.end(Fields.NONE);
                }
            }
        });
        try (var served = new Served(large, ListenerLimits.STANDARD.withBuffered(64 << 10));
                var client = served.client()) {
            client.send(GET);
            assertThat(client.head()).startsWith("HTTP/1.1 200 ");
            assertThat(client.bytes(pieces * length)).hasSize(pieces * length);
            client.send(GET);
            assertThat(client.head()).startsWith("HTTP/1.1 200 ");
        }
    }
}
