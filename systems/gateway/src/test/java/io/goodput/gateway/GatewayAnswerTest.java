package io.goodput.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.peer.RawOrigin;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is sent on, what is answered here, and what is said where there is no answer. */
@Timeout(60)
class GatewayAnswerTest {
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
    }

    private HttpResponse<String> get(OpenGateway gateway, String path, String... fields) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.at(path));
        if (fields.length > 0) {
            request.headers(fields);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String section(RawOrigin origin, String route) {
        return "upstreams: {all: [\"" + origin.url() + "\"]}\nroutes: {all: {upstream: all" + route + "}}";
    }

    @Test
    void curl_and_the_JDK_get_the_answer_of_the_origin() throws Exception {
        try (var origin = RawOrigin.answering("hello");
                var gateway = new OpenGateway(section(origin, ""))) {
            assertThat(get(gateway, "/a").body()).isEqualTo("hello");
            Process curl = new ProcessBuilder("curl", "-s", gateway.at("/b").toString()).start();
            assertThat(new String(curl.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .isEqualTo("hello");
        }
    }

    @Test
    void what_a_stranger_says_of_a_request_is_not_passed_on() throws Exception {
        try (var origin = RawOrigin.answering("ok");
                var gateway = new OpenGateway(section(origin, ", criticality: sheddable, rewrite: {path: /in}"))) {
            get(gateway, "/a?b=c", "x-goodput-tenant", "mallory", "Forwarded", "for=1.2.3.4", "x-request-id", "mine");

            assertThat(origin.heads().getFirst())
                    .startsWith("GET /in/a?b=c HTTP/1.1\r\n")
                    .contains("x-goodput-criticality: sheddable\r\n")
                    .contains("Forwarded: for=127.0.0.1;host=")
                    .doesNotContain("mallory")
                    .doesNotContain("1.2.3.4")
                    .doesNotContain("mine");
        }
    }

    @Test
    void a_trusted_peer_says_for_whom_a_request_is_and_until_when() throws Exception {
        try (var origin = RawOrigin.answering("ok");
                var gateway =
                        new OpenGateway("trusted-proxies: [127.0.0.0/8]\n" + section(origin, ", tenant: x-customer"))) {
            get(gateway, "/", "x-customer", "blue", "x-envoy-expected-rq-timeout-ms", "5000", "x-request-id", "r1");

            assertThat(origin.heads().getFirst())
                    .contains("x-goodput-tenant: blue\r\n")
                    .contains("x-request-id: r1\r\n")
                    .containsPattern("x-envoy-expected-rq-timeout-ms: (5000|4\\d{3})\r\n");
        }
    }

    @Test
    void no_route_no_origin_and_no_time_each_have_a_reason_and_the_request() throws Exception {
        var closed = new RawOrigin(_ -> {});
        closed.close();
        try (var stalled = new RawOrigin(line -> {
                    while (line.head() != null) {}
                });
                var gateway = new OpenGateway("upstreams: {slow: [\"" + stalled.url() + "\"], closed: [\""
                        + closed.url()
                        + "\"]}\nroutes:\n  slow: {path: /slow, upstream: slow, guard: {timeout: 50ms}}\n"
                        + "  closed: {path: /closed, upstream: closed}")) {
            assertThat(get(gateway, "/slow").statusCode()).isEqualTo(504);
            assertThat(get(gateway, "/slow").body()).contains("within the time of its route (request ");
            assertThat(get(gateway, "/other").statusCode()).isEqualTo(404);
            HttpResponse<String> refused = get(gateway, "/closed");
            assertThat(refused.statusCode()).isEqualTo(502);
            assertThat(refused.headers().firstValue("x-goodput-refused")).hasValue("no-connection");
        }
    }

    @Test
    void what_admission_sheds_says_so_and_reaches_no_origin() throws Exception {
        var began = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var origin = new RawOrigin(line -> {
                    while (line.head() != null) {
                        began.countDown();
                        try {
                            go.await();
                        } catch (InterruptedException ended) {
                            return;
                        }
                        line.answer(200, "first");
                    }
                });
                var gateway = new OpenGateway(
                        section(origin, ", server: {limit: 1, admission: {capacity: 1, max-wait: 20ms}}"))) {
            var first = client.sendAsync(HttpRequest.newBuilder(gateway.at("/")).build(), BodyHandlers.ofString());
            assertThat(began.await(20, TimeUnit.SECONDS)).isTrue();

            HttpResponse<String> second = get(gateway, "/");
            go.countDown();

            assertThat(second.statusCode()).isEqualTo(503);
            assertThat(second.headers().firstValue("x-goodput-refused")).hasValue("waited-too-long");
            assertThat(first.get(20, TimeUnit.SECONDS).body()).isEqualTo("first");
            assertThat(origin.heads()).hasSize(1);
        }
    }

    @Test
    void the_last_of_several_failures_is_passed_on() throws Exception {
        try (var origin = new RawOrigin(line -> {
                    for (int i = 1; line.request() != null; i++) {
                        line.answer(503, "failure " + i);
                    }
                });
                var gateway = new OpenGateway(section(origin, ", guard: {retry: {attempts: 3}}"))) {
            HttpResponse<String> answer = get(gateway, "/");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).startsWith("failure ");
            assertThat(origin.heads()).hasSize(3);
        }
    }

    @Test
    void redirects_and_fixed_answers_need_no_origin() throws Exception {
        try (var gateway = new OpenGateway("""
                routes:
                  old: {path: /old, redirect: {to: "https://shop.example", status: 301}}
                  ping: {method: GET, answer: {status: 200, text: pong}}
                """)) {
            HttpResponse<String> moved = get(gateway, "/old/a?b");

            assertThat(moved.statusCode()).isEqualTo(301);
            assertThat(moved.headers().firstValue("Location")).hasValue("https://shop.example/old/a?b");
            assertThat(get(gateway, "/").body()).isEqualTo("pong");
            var metrics = new StringBuilder();
            gateway.server().admin().metrics(false, metrics);
            assertThat(metrics)
                    .contains("goodput_gateway_route_own_301_total{route=\"old\"} 1\n")
                    .contains("goodput_gateway_route_own_200_total{route=\"ping\"} 1\n");
        }
    }

    @Test
    void a_client_that_waits_for_100_is_told_to_go_on() throws Exception {
        try (var origin = new RawOrigin(line -> {
                    line.head();
                    line.send("HTTP/1.1 100 Continue\r\n\r\n");
                    line.answer(200, line.body());
                });
                var gateway = new OpenGateway(section(origin, ""))) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(gateway.at("/"))
                            .expectContinue(true)
                            .POST(HttpRequest.BodyPublishers.ofString("the body"))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(answer.body()).isEqualTo("the body");
        }
    }

    @Test
    void origins_in_the_zone_of_the_gateway_get_its_requests() throws Exception {
        try (var near = RawOrigin.answering("near");
                var far = RawOrigin.answering("far");
                var gateway = new OpenGateway("""
                        upstreams: {all: [{url: "%s", zone: far}, {url: "%s", zone: near}]}
                        routes: {all: {upstream: all, guard: {balance: {zones: {local: near}}}}}
                        """.formatted(far.url(), near.url()))) {
            for (int i = 0; i < 50; i++) {
                assertThat(get(gateway, "/").body()).isEqualTo("near");
            }
        }
    }

    @Test
    void each_tenant_that_a_trusted_peer_names_has_a_rate_of_its_own() throws Exception {
        try (var origin = RawOrigin.answering("ok");
                var gateway = new OpenGateway("trusted-proxies: [127.0.0.1]\n"
                        + section(origin, ", tenant: x-customer, guard: {rate-limit: {rate: 1/h, burst: 1}}"))) {
            assertThat(get(gateway, "/", "x-customer", "blue").statusCode()).isEqualTo(200);
            HttpResponse<String> second = get(gateway, "/", "x-customer", "blue");
            assertThat(second.statusCode()).isEqualTo(429);
            assertThat(second.headers().firstValue("x-goodput-refused")).hasValue("rate-limit");
            assertThat(get(gateway, "/", "x-customer", "red").statusCode()).isEqualTo(200);
        }
    }
}
