package io.goodput.netty.listener;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.netty.CloseReason;
import io.goodput.netty.HttpHandler;
import io.goodput.netty.listener.Recorder.Answers;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The listener behind a balancer that speaks the PROXY protocol. */
@ExtendWith(LeakCheck.class)
class ProxiedListenerTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String SIGNATURE = "\r\n\r\n\0\r\nQUIT\n";

    /** 192.0.2.7:4711 to 198.51.100.1:443, and an extension that nobody knows. */
    static final String HEADER =
            SIGNATURE + "\041\021\000\021" + "\300\000\002\007\306\063\144\001\022\147\001\273" + "\356\000\002ab";

    private static final String LOCAL = SIGNATURE + "\040\000\000\000";

    private static final HttpHandler WHO = exchange -> Answers.text(
            exchange, 200, exchange.peer().client() + " " + exchange.peer().local());

    private static Served behind(boolean named) throws IOException {
        return new Served(WHO, builder -> builder.proxies(address -> named && address.isLoopbackAddress()));
    }

    @Test
    void the_client_is_the_one_that_a_named_peer_tells() throws Exception {
        try (var served = behind(true);
                var client = served.client();
                var slow = served.client()) {
            client.send(HEADER + GET);
            assertThat(client.answer()).endsWith("/192.0.2.7:4711 /198.51.100.1:443");
            client.send(GET);
            assertThat(client.answer()).endsWith("/192.0.2.7:4711 /198.51.100.1:443");

            for (char each : (HEADER + GET).toCharArray()) {
                slow.send(String.valueOf(each));
            }
            assertThat(slow.answer()).endsWith("/192.0.2.7:4711 /198.51.100.1:443");
        }
    }

    @Test
    void a_peer_that_speaks_for_itself_is_the_client() throws Exception {
        try (var served = behind(true);
                var client = served.client()) {
            client.send(LOCAL + GET);
            assertThat(client.answer())
                    .contains("127.0.0.1:" + client.socket().getLocalPort())
                    .doesNotContain("192.0.2.7");
        }
    }

    @Test
    void a_named_peer_without_a_header_is_not_served() throws Exception {
        try (var served = behind(true);
                var client = served.client()) {
            assertThat(client.send(GET).rest()).doesNotContain("HTTP/1.1");
            client.leave();
            assertThat(served.closed(CloseReason.PROXY_HEADER)).isOne();
            assertThat(served.listener.counts().snapshot().requests()).isZero();
        }
    }

    @Test
    void a_named_peer_that_says_nothing_is_sent_away_in_time() throws Exception {
        try (var served = behind(true);
                var client = served.client()) {
            client.send(SIGNATURE);
            while (served.listener.counts().open() < 1) {
                Thread.onSpinWait();
            }
            served.loops
                    .group()
                    .next()
                    .schedule(() -> {}, 600, TimeUnit.MILLISECONDS)
                    .sync();
            served.pass(11);
            assertThat(client.rest()).isIn("", "!");
            assertThat(served.closed(CloseReason.PROXY_HEADER)).isOne();
        }
    }

    @Test
    void a_header_of_anybody_else_is_a_malformed_request() throws Exception {
        try (var served = behind(false);
                var client = served.client()) {
            assertThat(client.send(HEADER + GET).rest()).startsWith("HTTP/1.1 400 ");
        }
    }
}
