package io.goodput.netty.listener;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.http.head.RequestTarget;
import io.goodput.netty.HttpHandler;
import io.goodput.netty.listener.Recorder.Answers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What proxies get wrong at the client's side, and is not among the answers of {@link Http1AnswerTest}. */
@ExtendWith(LeakCheck.class)
class ListenerRowsTest {
    private static final HttpHandler TARGET = exchange -> {
        RequestTarget target = exchange.request().target();
        Answers.text(exchange, 200, target.authority() + " " + target.inOriginForm());
    };

    @Test
    void a_tunnel_begins_after_a_101_and_never_on_sight_of_upgrade() throws Exception {
        try (var served = new Served(TARGET);
                var client = served.client()) {
            String next = "GET /2 HTTP/1.1\r\nHost: a\r\n\r\n";
            client.send("GET /1 HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n" + next);
            assertThat(client.answer()).startsWith("HTTP/1.1 200 ").endsWith("a /1");
            assertThat(client.answer()).startsWith("HTTP/1.1 200 ").endsWith("a /2");
        }
    }

    @Test
    void an_absolute_target_wins_over_host_and_options_has_its_star() throws Exception {
        try (var served = new Served(TARGET);
                var client = served.client()) {
            client.send("GET http://b.example/c?d HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(client.answer()).endsWith("b.example /c?d");
            client.send("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(client.answer()).endsWith("a *");
        }
    }

    @Test
    void connect_is_answered_with_405() throws Exception {
        try (var served = new Served(TARGET);
                var client = served.client()) {
            client.send("CONNECT b.example:443 HTTP/1.1\r\nHost: b.example:443\r\n\r\n");
            assertThat(client.rest()).startsWith("HTTP/1.1 405 ").contains("\r\nConnection: close\r\n");
        }
    }

    @Test
    void names_of_fields_keep_their_case_both_ways() throws Exception {
        HttpHandler names = exchange ->
                Answers.text(exchange, 200, exchange.request().head().fields().name(1));
        try (var served = new Served(names);
                var client = served.client()) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\nx-ODD-Case: b\r\n\r\n");
            assertThat(client.answer()).contains("\r\nContent-Type: ").endsWith("x-ODD-Case");
        }
    }
}
