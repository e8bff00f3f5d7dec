package io.goodput.http.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.http.forward.Exchange.Fate;
import io.goodput.http.head.AcceptedRequest;
import io.goodput.http.head.AcceptedResponse;
import io.goodput.http.head.Asked;
import io.goodput.http.head.Decoded;
import io.goodput.http.head.Fields;
import io.goodput.http.head.HttpVersion;
import org.junit.jupiter.api.Test;

class ExchangeTest {
    private static final String CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";
    private static final String HINTS = "HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\n";
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    private static final String TOO_LARGE = "HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n";
    private static final String EXPECTING =
            "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n";

    @Test
    void after_a_plain_exchange_both_connections_live_on() {
        Exchange exchange = of("GET / HTTP/1.1\r\nHost: a\r\n\r\n");

        assertThat(exchange.isAnswered()).isFalse();
        assertThat(exchange.head(response(OK))).isEqualTo(Fate.FINAL);
        assertThat(exchange.isOriginReusable()).isFalse();
        exchange.responseEnded();

        assertThat(exchange.isOver()).isTrue();
        assertThat(exchange.isOriginReusable()).isTrue();
        assertThat(exchange.isClientReusable()).isTrue();
    }

    @Test
    void a_100_that_is_waited_for_passes_once() {
        Exchange exchange = of(EXPECTING);

        assertThat(exchange.awaitsContinue()).isTrue();
        assertThat(exchange.head(response(CONTINUE))).isEqualTo(Fate.PASS);
        assertThat(exchange.awaitsContinue()).isFalse();
        assertThat(exchange.head(response(CONTINUE))).isEqualTo(Fate.SWALLOW);
        exchange.requestEnded();
        assertThat(exchange.head(response(OK))).isEqualTo(Fate.FINAL);
        exchange.responseEnded();
        assertThat(exchange.isOriginReusable()).isTrue();
        assertThat(exchange.isClientReusable()).isTrue();
    }

    @Test
    void a_client_that_does_not_wait_any_longer_needs_no_100() {
        Exchange exchange = of(EXPECTING);

        exchange.requestBody();

        assertThat(exchange.awaitsContinue()).isFalse();
        assertThat(exchange.head(response(CONTINUE))).isEqualTo(Fate.SWALLOW);
    }

    /** go #67555, CVE-2024-24791: after a final answer the state of a connection is known, or it is closed. */
    @Test
    void after_a_final_answer_in_place_of_100_neither_connection_is_used_again() {
        Exchange exchange = of(EXPECTING);

        assertThat(exchange.head(response(TOO_LARGE))).isEqualTo(Fate.FINAL);
        exchange.responseEnded();

        assertThat(exchange.awaitsContinue()).isFalse();
        assertThat(exchange.isOriginReusable()).isFalse();
        assertThat(exchange.isClientReusable()).isFalse();
    }

    /** zuul #2129, envoy #2929: pass the answer on, never pool that connection; Pingora CVE-2025-4366. */
    @Test
    void an_answer_before_the_body_has_ended_costs_the_origins_connection_and_the_clients_unless_it_is_drained() {
        Exchange exchange = of("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n");

        exchange.requestBody();
        assertThat(exchange.head(response(OK))).isEqualTo(Fate.FINAL);
        exchange.responseEnded();
        assertThat(exchange.isClientReusable()).isFalse();
        exchange.requestEnded();

        assertThat(exchange.isClientReusable()).isTrue();
        assertThat(exchange.isOriginReusable()).isFalse();
    }

    /** nginx #1427: all of 1xx but 101 are followed by another head. */
    @Test
    void interim_heads_pass_but_not_without_end() {
        Exchange exchange = of("GET / HTTP/1.1\r\nHost: a\r\n\r\n");

        for (int i = 0; i < Exchange.MOST_INTERIM; i++) {
            assertThat(exchange.head(response(HINTS))).isEqualTo(Fate.PASS);
        }
        assertThat(exchange.head(response(HINTS))).isEqualTo(Fate.REFUSE);
        exchange.responseEnded();
        assertThat(exchange.isOriginReusable()).isFalse();
    }

    @Test
    void http_1_0_hears_of_no_interim_head() {
        assertThat(of("GET / HTTP/1.0\r\nHost: a\r\n\r\n").head(response(HINTS)))
                .isEqualTo(Fate.SWALLOW);
    }

    @Test
    void a_tunnel_begins_with_101_and_leaves_no_connection_behind() {
        Exchange exchange = of("GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");

        assertThat(exchange.head(response("HTTP/1.1 101 Switching\r\n\r\n", Asked.FOR_TUNNEL)))
                .isEqualTo(Fate.TUNNEL);
        exchange.responseEnded();
        assertThat(exchange.isOriginReusable()).isFalse();
        assertThat(exchange.isClientReusable()).isFalse();
    }

    @Test
    void a_second_answer_is_refused() {
        Exchange exchange = of("GET / HTTP/1.1\r\nHost: a\r\n\r\n");

        assertThat(exchange.head(response(OK))).isEqualTo(Fate.FINAL);
        assertThat(exchange.head(response(OK))).isEqualTo(Fate.REFUSE);
        exchange.responseEnded();
        assertThat(exchange.isOriginReusable()).isFalse();
    }

    /** envoy #9274, #5752: excess bytes poison the connection. */
    @Test
    void excess_bytes_cost_the_origins_connection() {
        Exchange exchange = of("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n");

        exchange.head(response(OK, Asked.FOR_HEAD));
        exchange.responseEnded();
        exchange.broke();

        assertThat(exchange.isOriginReusable()).isFalse();
        assertThat(exchange.isClientReusable()).isTrue();
    }

    @Test
    void a_side_that_says_close_is_closed() {
        Exchange origins = of("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        origins.head(response("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"));
        origins.responseEnded();
        assertThat(origins.isOriginReusable()).isFalse();
        assertThat(origins.isClientReusable()).isTrue();
        origins.drains();
        assertThat(origins.isClientReusable()).isFalse();

        Exchange clients = of("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        clients.head(response(OK));
        clients.responseEnded();
        assertThat(clients.isOriginReusable()).isTrue();
        assertThat(clients.isClientReusable()).isFalse();
    }

    private static Exchange of(String text) {
        AcceptedRequest request = Decoded.request(text);
        return new Exchange(
                request,
                RequestForwarding.forward(
                        request,
                        new Sender("192.0.2.1", "http", false),
                        ForwardRules.STANDARD,
                        new Onward(HttpVersion.HTTP_1_1, request.target(), Fields.NONE)));
    }

    private static AcceptedResponse response(String text) {
        return response(text, Asked.PLAINLY);
    }

    private static AcceptedResponse response(String text, Asked asked) {
        return Decoded.response(text, asked);
    }
}
