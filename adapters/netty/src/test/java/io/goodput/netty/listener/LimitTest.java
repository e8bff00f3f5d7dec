package io.goodput.netty.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.http.head.Fields;
import io.goodput.http.head.Framing;
import io.goodput.http.head.HeadFault;
import io.goodput.netty.CloseReason;
import io.goodput.netty.EventLoops;
import io.goodput.netty.ExchangeListener;
import io.goodput.netty.HttpHandler;
import io.goodput.netty.ServerExchange;
import io.goodput.netty.limit.ListenerLimits;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each limit of a listener, reached; its clock is the test's. */
@ExtendWith(LeakCheck.class)
class LimitTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String CHUNKED = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";

    private final Recorder recorder = new Recorder();

    /** Lets time go by until the other side has closed. */
    private static String restInTime(Served served, RawClient client) throws Exception {
        try (var passing = new Passing(served)) {
            passing.start();
            return client.rest();
        }
    }

    /** A second for each look that is taken at the connections. */
    private static final class Passing implements AutoCloseable {
        private final Served served;
        private volatile boolean over;

        Passing(Served served) {
            this.served = served;
        }

        void start() {
            served.loops.group().next().execute(this::tick);
        }

        private void tick() {
            if (!over) {
                served.pass(1);
                var _ = served.loops.group().next().schedule(this::tick, 250, TimeUnit.MILLISECONDS);
            }
        }

        @Override
        public void close() {
            over = true;
        }
    }

    @Test
    void a_body_that_is_too_long_by_its_length_is_refused_unread() throws Exception {
        try (var served = new Served(recorder, ListenerLimits.STANDARD.withBody(10));
                var client = served.client()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\n");
            assertThat(client.rest()).startsWith("HTTP/1.1 413 ").contains("\r\nConnection: close\r\n");
            assertThat(recorder.heads).isEmpty();
            client.leave();
            assertThat(served.closed(CloseReason.BODY_TOO_LARGE)).isOne();
            assertThat(served.listener.counts().snapshot().faults()).containsEntry(HeadFault.BODY_TOO_LARGE, 1L);
        }
    }

    @Test
    void a_chunked_body_that_grows_too_long_is_refused_on_its_way() throws Exception {
        try (var served = new Served(recorder, ListenerLimits.STANDARD.withBody(10));
                var client = served.client()) {
            client.send(CHUNKED + "5\r\nabcde\r\n6\r\nfghijk\r\n0\r\n\r\n");
            assertThat(client.rest()).startsWith("HTTP/1.1 413 ");
            assertThat(recorder.end()).isEqualTo("BODY_TOO_LARGE POST /");
            assertThat(recorder.whole).isEmpty();
        }
    }

    @Test
    void a_body_of_just_the_limit_is_served() throws Exception {
        try (var served = new Served(recorder, ListenerLimits.STANDARD.withBody(10));
                var client = served.client()) {
            client.send(CHUNKED + "5\r\nabcde\r\n5\r\nfghij\r\n0\r\n\r\n");
            assertThat(client.answer()).endsWith("POST / abcdefghij");
        }
    }

    @Test
    void a_head_that_is_not_whole_in_ten_seconds_is_answered_with_408() throws Exception {
        try (var served = new Served(recorder);
                var client = served.client()) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\n");
            assertThat(restInTime(served, client)).startsWith("HTTP/1.1 408 ");
            client.leave();
            assertThat(served.closed(CloseReason.HEAD_TIMEOUT)).isOne();
        }
    }

    @Test
    void a_connection_without_a_request_is_closed_after_sixty_seconds_without_a_word() throws Exception {
        try (var served = new Served(
                        recorder,
                        ListenerLimits.STANDARD.withTimes(ListenerLimits.STANDARD.headTime(), Duration.ofSeconds(3)));
                var client = served.client();
                var used = served.client()) {
            assertThat(used.send(GET).answer()).startsWith("HTTP/1.1 200 ");
            assertThat(restInTime(served, client)).isEmpty();
            assertThat(used.rest()).isEmpty();
            client.leave();
            assertThat(served.closed(CloseReason.IDLE)).isPositive();
        }
    }

    @Test
    void a_body_below_the_floor_is_answered_with_408() throws Exception {
        try (var served = new Served(recorder);
                var client = served.client()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nabc");
            assertThat(restInTime(served, client)).startsWith("HTTP/1.1 408 ");
            assertThat(recorder.end()).isEqualTo("BODY_TOO_SLOW POST /");
        }
    }

    @Test
    void a_body_that_was_not_asked_for_is_not_held_to_the_floor() throws Exception {
        var waiting = new LinkedBlockingQueue<ServerExchange>();
        try (var served = new Served(waiting::add);
                var client = served.client()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n");
            ServerExchange exchange = waiting.poll(20, TimeUnit.SECONDS);
            served.pass(1000);
            // Two looks of the loop later.
            exchange.loop()
                    .schedule(() -> served.pass(1000), 300, TimeUnit.MILLISECONDS)
                    .sync();
            var _ = exchange.loop()
                    .schedule(() -> Recorder.Answers.text(exchange, 200, "ok"), 300, TimeUnit.MILLISECONDS);
            assertThat(client.answer()).endsWith("ok");
        }
    }

    @Test
    void a_client_that_does_not_take_its_answer_is_cut_off() throws Exception {
        var ends = new LinkedBlockingQueue<CloseReason>();
        HttpHandler large = exchange -> {
            exchange.listen(new ExchangeListener() {
                @Override
                public void onAbort(CloseReason reason) {
                    ends.add(reason);
                }
            });
            exchange.respond(200, Fields.NONE, new Framing.Length(20 << 20));
            exchange.write(Unpooled.wrappedBuffer(new byte[20 << 20]));
            exchange.end(Fields.NONE);
        };
        try (var served = new Served(large);
                var client = served.client();
                var passing = new Passing(served)) {
            client.send(GET);
            passing.start();
            assertThat(ends.poll(30, TimeUnit.SECONDS)).isEqualTo(CloseReason.READER_TOO_SLOW);
            client.leave();
            assertThat(served.closed(CloseReason.READER_TOO_SLOW)).isOne();
        }
    }

    @Test
    void one_connection_too_many_is_closed_and_there_is_a_place_again_when_one_goes() throws Exception {
        try (var served = new Served(recorder, ListenerLimits.STANDARD.withConnections(2))) {
            RawClient first = served.client();
            first.send(GET).answer();
            RawClient second = served.client();
            second.send(GET).answer();
            try (var third = served.client()) {
                assertThat(closedAtOnce(third)).isTrue();
            }
            assertThat(served.closed(CloseReason.TOO_MANY_CONNECTIONS)).isOne();
            first.leave();
            assertThat(served.closed(CloseReason.CLIENT_CLOSED)).isOne();
            try (var fourth = served.client()) {
                assertThat(fourth.send(GET).answer()).startsWith("HTTP/1.1 200 ");
            }
            second.leave();
        }
    }

    private static boolean closedAtOnce(RawClient client) throws IOException {
        String rest;
        try {
            rest = client.send(GET).rest();
        } catch (IOException e) {
            return true;
        }
        return rest.isEmpty() || rest.equals("!");
    }

    @Test
    void no_more_is_read_than_may_be_buffered_while_the_handler_does_not_ask() throws Exception {
        var waiting = new LinkedBlockingQueue<ServerExchange>();
        try (var served = new Served(waiting::add);
                var client = served.client()) {
            // Small, so that what the kernel holds is.
            client.socket().setSendBufferSize(16 << 10);
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10000000\r\n\r\n");
            ServerExchange exchange = waiting.poll(20, TimeUnit.SECONDS);
            var channel = client.socket().getChannel();
            assertThat(channel).isNull();
            List<Integer> sent = new ArrayList<>();
            var writer = Thread.ofVirtual().start(() -> {
                try {
                    for (int i = 0; i < 10_000; i++) {
                        client.send("x".repeat(1000));
                        synchronized (sent) {
                            sent.add(i);
                        }
                    }
                } catch (IOException e) {
                    // The test is over.
                }
            });
            // It stands still: as often as one looks.
            int before = -1;
            while (true) {
                int now;
                synchronized (sent) {
                    now = sent.size();
                }
                if (now == before && now > 0) {
                    break;
                }
                before = now;
                exchange.loop().schedule(() -> {}, 500, TimeUnit.MILLISECONDS).sync();
            }
            assertThat(before).isLessThan(9_000);
            exchange.loop().execute(exchange::reset);
            writer.join();
        }
    }

    @Test
    void only_loopback_is_listened_at_without_a_word() throws Exception {
        try (var loops = EventLoops.start("word", 1)) {
            var any = InetAddress.getByName("0.0.0.0");
            assertThatThrownBy(
                            () -> HttpListener.at(loops, recorder).address(any).open())
                    .hasMessage("address: 0.0.0.0 (expected: a loopback address, TLS, or insecure)");
            try (var listener = HttpListener.at(loops, recorder)
                            .address(any)
                            .insecure()
                            .open();
                    var client = new RawClient(new Socket(
                            InetAddress.getLoopbackAddress(), listener.address().getPort()))) {
                assertThat(client.send(GET).answer()).startsWith("HTTP/1.1 200 ");
            }
        }
    }

    @Test
    void a_port_that_is_taken_is_told() throws Exception {
        try (var served = new Served(recorder);
                var loops = EventLoops.start("taken", 1)) {
            int port = served.listener.address().getPort();
            assertThatThrownBy(() -> HttpListener.at(loops, recorder).port(port).open())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("cannot listen at 127.0.0.1:" + port);
        }
    }

    @Test
    void nothing_is_decompressed() throws Exception {
        try (var served = new Served(recorder);
                var client = served.client()) {
            String bytes = new String(new byte[] {0x1f, (byte) 0x8b, 8, 0}, StandardCharsets.ISO_8859_1);
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\n" + bytes);
            assertThat(client.answer()).endsWith("POST / " + bytes);
        }
    }
}
