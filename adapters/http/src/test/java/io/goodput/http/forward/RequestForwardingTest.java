package io.goodput.http.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.goodput.http.head.AcceptedRequest;
import io.goodput.http.head.Asked;
import io.goodput.http.head.Decoded;
import io.goodput.http.head.Fields;
import io.goodput.http.head.Framing;
import io.goodput.http.head.HeadLimits;
import io.goodput.http.head.Http2Heads;
import io.goodput.http.head.HttpVersion;
import io.goodput.http.head.RequestTarget;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What proxies get wrong, by the rule that each broke. */
class RequestForwardingTest {
    private static final Sender STRANGER = new Sender("192.0.2.1", "http", false);
    private static final Sender PROXY = new Sender("2001:db8::1", "https", true);
    private static final ForwardRules PLAIN = new ForwardRules("", Set.of("websocket"));

    @Test
    void names_keep_their_case_and_fields_their_order_to_http_1() {
        Fields sent = sent("GET / HTTP/1.1", "hOST: a", "X-b: 1", "x-B: 2", "cookie: c")
                .head()
                .fields();

        assertThat(sent)
                .isEqualTo(Fields.of(
                        "Host", "a",
                        "X-b", "1",
                        "x-B", "2",
                        "cookie", "c",
                        "Forwarded", "for=192.0.2.1;host=a;proto=http",
                        "X-Forwarded-For", "192.0.2.1",
                        "X-Forwarded-Proto", "http",
                        "X-Forwarded-Host", "a"));
    }

    @Test
    void names_are_in_lower_case_to_http_2_and_the_host_is_the_authority() {
        ForwardedRequest sent = sent(PLAIN, STRANGER, HttpVersion.HTTP_2, "GET /p?q HTTP/1.1", "Host: A:1", "X-B: 1");

        Fields fields = sent.fields("http");
        assertThat(names(fields))
                .containsExactly(
                        ":method",
                        ":scheme",
                        ":authority",
                        ":path",
                        "x-b",
                        "forwarded",
                        "x-forwarded-for",
                        "x-forwarded-proto",
                        "x-forwarded-host");
        assertThat(fields.first(":authority")).isEqualTo("a:1");
        assertThat(fields.first(":path")).isEqualTo("/p?q");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection",
                "Keep-Alive",
                "Proxy-Connection",
                "Upgrade",
                "HTTP2-Settings",
                "Proxy-Authenticate",
                "Proxy-Authorization",
                "Proxy",
                "proxy",
                "Proxy_Connection",
                "Transfer_Encoding",
                "Content_Length"
            })
    void what_is_for_one_hop_stays_there(String name) {
        assertThat(sent("GET / HTTP/1.1", "Host: a", name + ": x")
                        .head()
                        .fields()
                        .first(name))
                .isNull();
    }

    @Test
    void what_connection_names_goes() {
        Fields sent = sent(
                        "GET / HTTP/1.1",
                        "Host: a",
                        "Connection: close, X-Hop",
                        "x-hop: 1",
                        "X-Stays: 2",
                        "connection: y",
                        "Y: 3")
                .head()
                .fields();

        assertThat(names(sent)).contains("X-Stays").doesNotContain("x-hop", "Y", "Connection", "connection");
    }

    /** envoy #8623, vertx-http-proxy #151. */
    @Test
    void no_nomination_strips_host_length_framing_or_what_is_ours() {
        String[] fields = {
            "Host: a",
            "Content-Length: 1",
            "Connection: Host, Content-Length, Transfer-Encoding, Forwarded, X-Forwarded-For, x-goodput-tenant, traceparent",
            "x-goodput-tenant: blue",
            "traceparent: t"
        };

        Fields sent = sent(PLAIN, PROXY, HttpVersion.HTTP_1_1, "POST / HTTP/1.1", fields)
                .head()
                .fields();

        assertThat(names(sent))
                .contains("Host", "Content-Length", "Forwarded", "X-Forwarded-For", "x-goodput-tenant", "traceparent");
    }

    /** envoy #5541: gRPC dies without it; oxy #124. */
    @ParameterizedTest
    @CsvSource({
        "trailers, true",
        "Trailers, true",
        "'gzip, trailers', true",
        "gzip, false",
        "'trailers;q=1', false",
        "x, false"
    })
    void of_te_only_trailers_survives(String value, boolean survives) {
        Fields toHttp1 = sent("GET / HTTP/1.1", "Host: a", "TE: " + value, "Connection: TE")
                .head()
                .fields();
        Fields toHttp2 = sent(PLAIN, STRANGER, HttpVersion.HTTP_2, "GET / HTTP/1.1", "Host: a", "TE: " + value)
                .head()
                .fields();

        assertThat(toHttp1.first("TE")).isEqualTo(survives ? "trailers" : null);
        assertThat(toHttp1.first("Connection")).isEqualTo(survives ? "TE" : null);
        assertThat(toHttp2.first("te")).isEqualTo(survives ? "trailers" : null);
        assertThat(toHttp2.first("connection")).isNull();
    }

    /** spring-cloud-gateway CVE-2025-41235. */
    @Test
    void a_stranger_says_nothing_of_where_a_request_came_from_nor_of_its_context() {
        Fields sent = sent(
                        "GET / HTTP/1.1",
                        "Host: a",
                        "Forwarded: for=6.6.6.6",
                        "X-Forwarded-For: 6.6.6.6",
                        "X_Forwarded_For: 6.6.6.6",
                        "X-Forwarded-Port: 6",
                        "X-Forwarded-Prefix: /6",
                        "X-Real-IP: 6.6.6.6",
                        "x-goodput-criticality: critical-plus",
                        "X_Goodput_Tenant: six",
                        "x-goodput-anything: 6",
                        "traceparent: 6",
                        "tracestate: 6",
                        "x-request-id: 6",
                        "x-envoy-expected-rq-timeout-ms: 6")
                .head()
                .fields();

        assertThat(values(sent)).noneMatch(value -> value.contains("6") || value.contains("critical"));
        assertThat(sent.first("X-Forwarded-For")).isEqualTo("192.0.2.1");
    }

    @Test
    void a_trusted_peer_is_believed_and_is_added_on_the_right() {
        Fields sent = sent(
                        PLAIN,
                        PROXY,
                        HttpVersion.HTTP_1_1,
                        "GET / HTTP/1.1",
                        "Host: inner:81",
                        "Forwarded: for=1.1.1.1",
                        "forwarded: for=2.2.2.2",
                        "X-Forwarded-For: 1.1.1.1, 2.2.2.2",
                        "X-Forwarded-Proto: http",
                        "X-Forwarded-Host: shop.example",
                        "X-Forwarded-Port: 80",
                        "x-goodput-tenant: blue",
                        "x_goodput_tenant: red")
                .head()
                .fields();

        assertThat(sent.first("Forwarded"))
                .isEqualTo("for=1.1.1.1, for=2.2.2.2, for=\"[2001:db8::1]\";host=\"inner:81\";proto=https");
        assertThat(sent.count("Forwarded")).isEqualTo(1);
        assertThat(sent.first("X-Forwarded-For")).isEqualTo("1.1.1.1, 2.2.2.2, 2001:db8::1");
        assertThat(sent.first("X-Forwarded-Proto")).isEqualTo("http");
        assertThat(sent.first("X-Forwarded-Host")).isEqualTo("shop.example");
        assertThat(sent.first("X-Forwarded-Port")).isEqualTo("80");
        assertThat(sent.first("x-goodput-tenant")).isEqualTo("blue");
        assertThat(sent.first("x_goodput_tenant")).isNull();
    }

    @Test
    void a_quote_left_open_does_not_swallow_what_is_added() {
        Fields sent = sent(PLAIN, PROXY, HttpVersion.HTTP_1_1, "GET / HTTP/1.1", "Host: a", "Forwarded: for=\"1.1.1.1")
                .head()
                .fields();

        assertThat(sent.first("Forwarded")).isEqualTo("for=\"[2001:db8::1]\";host=a;proto=https");
    }

    @Test
    void what_is_ours_takes_the_place_of_what_came() {
        var onward = new Onward(
                HttpVersion.HTTP_1_1, accepted("GET / HTTP/1.1", "Host: a").target(), Fields.of("X-Ours", "1"));

        Fields sent = RequestForwarding.forward(
                        accepted("GET / HTTP/1.1", "Host: a", "x-ours: 2", "Connection: x-ours"), PROXY, PLAIN, onward)
                .head()
                .fields();

        assertThat(sent.count("X-Ours")).isEqualTo(1);
        assertThat(sent.first("X-Ours")).isEqualTo("1");
    }

    /** codex #13275. */
    @Test
    void absolute_form_wins_over_host_and_rewrites_it() {
        ForwardedRequest sent = sent("GET http://B/a/../c?d HTTP/1.1", "Host: a");

        assertThat(sent.head().target()).isEqualTo("/c?d");
        assertThat(sent.head().fields().first("Host")).isEqualTo("b");
        assertThat(sent.head().fields().count("Host")).isEqualTo(1);
    }

    @Test
    void options_of_the_server_stay_so() {
        assertThat(sent("OPTIONS * HTTP/1.1", "Host: a").head().target()).isEqualTo("*");
        assertThat(sent("OPTIONS http://a HTTP/1.1", "Host: a").head().target()).isEqualTo("*");
    }

    /** Pingora CVE-2026-2833. */
    @Test
    void an_upgrade_passes_only_if_it_is_a_tunnel_of_the_route() {
        String[] webSocket = {"Host: a", "Connection: Upgrade", "Upgrade: WebSocket", "Sec-WebSocket-Key: k"};
        ForwardedRequest tunnel = sent("GET / HTTP/1.1", webSocket);

        assertThat(tunnel.head().fields().first("Upgrade")).isEqualTo("websocket");
        assertThat(tunnel.head().fields().first("Connection")).isEqualTo("Upgrade");
        assertThat(tunnel.asked()).isEqualTo(Asked.FOR_TUNNEL);
        assertHasNoTunnel(sent("GET / HTTP/1.1", "Host: a", "Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c"));
        assertHasNoTunnel(sent("POST / HTTP/1.1", webSocket));
        assertHasNoTunnel(sent("GET / HTTP/1.1", "Host: a", "Upgrade: websocket"));
        assertHasNoTunnel(
                sent("GET / HTTP/1.1", "Host: a", "Connection: Upgrade", "Upgrade: websocket", "Content-Length: 1"));
        assertHasNoTunnel(
                sent(PLAIN.withTunnels(Set.of()), STRANGER, HttpVersion.HTTP_1_1, "GET / HTTP/1.1", webSocket));
    }

    private static void assertHasNoTunnel(ForwardedRequest sent) {
        assertThat(sent.head().fields().first("Upgrade")).isNull();
        assertThat(sent.head().fields().first("Connection")).isNull();
        assertThat(sent.asked().tunnel()).isFalse();
    }

    /** haproxy #162: RFC 8441 to an origin of HTTP/1.1, and the other way. */
    @Test
    void a_web_socket_passes_between_the_versions() {
        var connect = Fields.of(
                ":method", "CONNECT", ":protocol", "websocket", ":scheme", "https", ":authority", "a", ":path", "/c");
        var request = (AcceptedRequest) Http2Heads.request(connect, false, HeadLimits.STANDARD);
        ForwardedRequest toHttp1 = forward(PLAIN, STRANGER, HttpVersion.HTTP_1_1, request);
        ForwardedRequest toHttp2 = sent(
                PLAIN,
                STRANGER,
                HttpVersion.HTTP_2,
                "GET /c HTTP/1.1",
                "Host: a",
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Key: k",
                "Sec-WebSocket-Version: 13");

        assertThat(toHttp1.head().method()).isEqualTo("GET");
        assertThat(toHttp1.head().fields().first("Upgrade")).isEqualTo("websocket");
        assertThat(toHttp1.framing()).isEqualTo(Framing.None.INSTANCE);
        assertThat(toHttp2.fields("https").first(":method")).isEqualTo("CONNECT");
        assertThat(toHttp2.fields("https").first(":protocol")).isEqualTo("websocket");
        assertThat(toHttp2.head().fields().first("sec-websocket-key")).isNull();
        assertThat(toHttp2.head().fields().first("sec-websocket-version")).isEqualTo("13");
    }

    /** envoy #9831, #18120: also beside a Content-Length from HTTP/2. */
    @Test
    void a_body_is_framed_so_that_its_trailers_can_pass() {
        assertThat(fromHttp2("x", "y").head().fields().first("Transfer-Encoding"))
                .isEqualTo("chunked");
        assertThat(fromHttp2("content-length", "3").head().fields().first("Content-Length"))
                .isEqualTo("3");
        ForwardedRequest announced = fromHttp2("content-length", "3", "trailer", "x-sum");
        assertThat(announced.framing()).isEqualTo(Framing.Chunked.INSTANCE);
        assertThat(announced.head().fields().first("Content-Length")).isNull();
        assertThat(sent(PLAIN, STRANGER, HttpVersion.HTTP_2, "POST / HTTP/1.1", "Host: a", "Transfer-Encoding: chunked")
                        .framing())
                .isEqualTo(Framing.UntilEndOfStream.INSTANCE);
    }

    @Test
    void cookies_that_http_2_cuts_to_pieces_are_one_to_http_1() {
        Fields sent =
                fromHttp2("cookie", "a=1", "x", "y", "cookie", "b=2").head().fields();

        assertThat(sent.count("cookie")).isEqualTo(1);
        assertThat(sent.first("cookie")).isEqualTo("a=1; b=2");
    }

    private static ForwardedRequest fromHttp2(String... fields) {
        var all = new Fields.Builder()
                .add(":method", "POST")
                .add(":scheme", "https")
                .add(":authority", "a")
                .add(":path", "/");
        for (int i = 0; i < fields.length; i += 2) {
            all.add(fields[i], fields[i + 1]);
        }
        return forward(PLAIN, STRANGER, HttpVersion.HTTP_1_1, (AcceptedRequest)
                Http2Heads.request(all.build(), false, HeadLimits.STANDARD));
    }

    @Test
    void a_post_without_a_body_says_so() {
        assertThat(sent("POST / HTTP/1.1", "Host: a").head().fields().first("Content-Length"))
                .isEqualTo("0");
        assertThat(sent("GET / HTTP/1.1", "Host: a").head().fields().first("Content-Length"))
                .isNull();
    }

    @Test
    void an_expectation_passes_unless_its_client_is_too_old_to_have_one() {
        String[] fields = {"Host: a", "Expect: 100-continue", "Content-Length: 1"};

        assertThat(sent("POST / HTTP/1.1", fields).head().fields().first("Expect"))
                .isEqualTo("100-continue");
        assertThat(sent("POST / HTTP/1.0", fields).head().fields().first("Expect"))
                .isNull();
    }

    @Test
    void via_says_by_which_version_a_request_came_if_it_says_anything() {
        Fields sent = sent(
                        ForwardRules.STANDARD, STRANGER, HttpVersion.HTTP_2, "GET / HTTP/1.0", "Host: a", "Via: 1.1 x")
                .head()
                .fields();

        assertThat(values(sent)).contains("1.1 x", "1.0 goodput");
        assertThat(sent("GET / HTTP/1.1", "Host: a").head().fields().first("Via"))
                .isNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ForwardRules("a b", Set.of()))
                .withMessage("via: \"a b\" (expected: a token, or nothing)");
    }

    @Test
    void nothing_goes_on_without_an_authority() {
        RequestTarget target = accepted("GET / HTTP/1.0").target();

        assertThatIllegalArgumentException().isThrownBy(() -> new Onward(HttpVersion.HTTP_1_1, target, Fields.NONE));
    }

    private static ForwardedRequest sent(String line, String... fields) {
        return sent(PLAIN, STRANGER, HttpVersion.HTTP_1_1, line, fields);
    }

    private static ForwardedRequest sent(
            ForwardRules rules, Sender sender, HttpVersion version, String line, String... fields) {
        return forward(rules, sender, version, accepted(line, fields));
    }

    private static ForwardedRequest forward(
            ForwardRules rules, Sender sender, HttpVersion version, AcceptedRequest request) {
        return RequestForwarding.forward(request, sender, rules, new Onward(version, request.target(), Fields.NONE));
    }

    private static AcceptedRequest accepted(String line, String... fields) {
        String text = line + "\r\n" + String.join("\r\n", fields) + (fields.length == 0 ? "\r\n" : "\r\n\r\n");
        return Decoded.request(text);
    }

    private static List<String> names(Fields fields) {
        return java.util.stream.IntStream.range(0, fields.size())
                .mapToObj(fields::name)
                .toList();
    }

    private static List<String> values(Fields fields) {
        return java.util.stream.IntStream.range(0, fields.size())
                .mapToObj(fields::value)
                .toList();
    }
}
