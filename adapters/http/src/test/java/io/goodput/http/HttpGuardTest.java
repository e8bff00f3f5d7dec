package io.goodput.http;

import static io.goodput.http.ScriptedOrigin.answer;
import static io.goodput.http.ScriptedOrigin.beginning;
import static io.goodput.http.ScriptedOrigin.reset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.CallContext;
import io.goodput.Classifier;
import io.goodput.Criticality;
import io.goodput.Outcome;
import io.goodput.balance.Address;
import io.goodput.balance.Balancer;
import io.goodput.balance.Strategy;
import io.goodput.breaker.CircuitBreaker;
import io.goodput.breaker.KeyedBreaker;
import io.goodput.guard.CallDroppedException;
import io.goodput.guard.CallOptions;
import io.goodput.guard.CallTimeoutException;
import io.goodput.guard.Guard;
import io.goodput.guard.GuardBuilder;
import io.goodput.guard.GuardEvent;
import io.goodput.guard.GuardEvent.AttemptEnded;
import io.goodput.guard.GuardEvent.RetryScheduled;
import io.goodput.hedge.HedgeDelay;
import io.goodput.hedge.HedgePolicy;
import io.goodput.retry.RetryPolicy;
import io.goodput.sim.VirtualTimers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over real sockets; backoff takes no time. */
@Timeout(60)
class HttpGuardTest {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<GuardEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final ScriptedOrigin origin = new ScriptedOrigin();

    HttpGuardTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        client.shutdownNow();
        origin.close();
    }

    @Test
    void a_503_is_a_failure_and_is_tried_again() throws Exception {
        origin.script(answer(503), answer(200));

        HttpResponse<String> answer = retrying().send(get(), BodyHandlers.ofString());

        assertThat(answer.body()).isEqualTo("body of 200");
        assertThat(outcomes()).containsExactly(Outcome.TRANSIENT_FAILURE, Outcome.SUCCESS);
    }

    @Test
    void the_last_answer_is_the_callers_though_it_is_a_failure() throws Exception {
        origin.script(answer(503));
        HttpGuard guard = over(
                Guard.builder("stock").retry(RetryPolicy.builder().attempts(3).build()));

        HttpResponse<String> answer = guard.send(get(), BodyHandlers.ofString());
        HttpResponse<String> later =
                guard.sendAsync(get(), BodyHandlers.ofString()).get();

        assertThat(List.of(answer, later))
                .allSatisfy(each -> assertThat(each.statusCode()).isEqualTo(503));
        assertThat(origin.requests()).hasSize(6);
        assertThat(outcomes()).hasSize(6).containsOnly(Outcome.TRANSIENT_FAILURE);
    }

    @Test
    void answers_of_503_open_a_breaker() throws Exception {
        origin.script(answer(503));
        HttpGuard guard =
                over(Guard.builder("stock").breaker(KeyedBreaker.of(CircuitBreaker.Settings.STANDARD.withCalls(2, 2))));
        guard.send(get(), BodyHandlers.ofString());
        guard.send(get(), BodyHandlers.ofString());

        assertThatExceptionOfType(CallDroppedException.class)
                .isThrownBy(() -> guard.send(get(), BodyHandlers.ofString()));
    }

    @Test
    void the_server_says_when_it_wants_to_be_asked_again() throws Exception {
        origin.script(answer(429, "Retry-After: 3\r\n", ""), answer(503, "Retry-After: 4\r\n", ""), answer(200));

        retrying().send(get(), BodyHandlers.ofString());

        assertThat(outcomes()).containsExactly(Outcome.THROTTLED, Outcome.THROTTLED, Outcome.SUCCESS);
        assertThat(events)
                .filteredOn(RetryScheduled.class::isInstance)
                .extracting(event -> Duration.ofNanos(((RetryScheduled) event).delayNanos()))
                .containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(4));
    }

    @Test
    void what_the_caller_did_wrong_is_an_answer_and_not_tried_again() throws Exception {
        origin.script(answer(404));

        assertThat(retrying().send(get(), BodyHandlers.ofString()).statusCode()).isEqualTo(404);
        assertThat(origin.requests()).hasSize(1);
    }

    @Test
    void a_post_that_may_have_been_processed_is_not_sent_twice() throws Exception {
        origin.script(answer(503), reset(""), beginning(200));

        assertThat(retrying().send(post(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(503);
        assertThatThrownBy(() -> retrying().send(post(), BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
        assertThat(origin.requests()).hasSize(2);
    }

    @Test
    void a_post_that_a_server_of_the_house_has_refused_is_sent_again() throws Exception {
        origin.script(answer(503, RefusalHeader.NAME + ": full\r\n", ""), answer(201));

        assertThat(retrying().send(post(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(201);
        assertThat(outcomes()).containsExactly(Outcome.NOT_PROCESSED, Outcome.SUCCESS);
    }

    @Test
    void a_post_whose_key_the_server_knows_again_is() throws Exception {
        origin.script(reset(""), answer(201));
        HttpRequest known = HttpRequest.newBuilder(post(), (_, _) -> true)
                .header("Idempotency-Key", "\"7\"")
                .build();

        assertThat(retrying().send(known, BodyHandlers.ofString()).statusCode()).isEqualTo(201);
        assertThat(origin.requests()).hasSize(2).allMatch(request -> request.endsWith("\r\n\r\n3 lamps"));
    }

    @Test
    void the_callers_own_word_on_repetition_counts() throws Exception {
        origin.script(answer(503));
        HttpGuard guard = retrying();

        guard.send(CallOptions.NONE.idempotently(), post(), BodyHandlers.ofString());
        assertThat(origin.requests()).hasSize(3);
        guard.send(CallOptions.NONE.atMostOnce(), get(), BodyHandlers.ofString());
        assertThat(origin.requests()).hasSize(4);
    }

    @Test
    void an_answer_that_breaks_off_is_asked_for_again() throws Exception {
        origin.script(reset("HTTP/1.1 200 -\r\nContent-Length: 1000\r\n\r\nonly the beginning"), answer(200));

        assertThat(retrying().send(get(), BodyHandlers.ofString()).body()).isEqualTo("body of 200");
        assertThat(outcomes()).containsExactly(Outcome.TRANSIENT_FAILURE, Outcome.SUCCESS);
    }

    @Test
    void a_refused_connection_was_not_processed() throws Exception {
        HttpRequest nowhere = post();
        origin.close();

        assertThatThrownBy(() -> retrying().send(nowhere, BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
        assertThat(outcomes()).hasSize(3).containsOnly(Outcome.NOT_PROCESSED);
    }

    @Test
    void a_connection_that_is_not_made_in_time_was_not_processed() throws Exception {
        try (var full = new FullBacklog()) {
            HttpClient impatient = HttpClient.newBuilder()
                    .connectTimeout(Duration.ofMillis(50))
                    .build();
            HttpRequest order = HttpRequest.newBuilder(full.uri())
                    .POST(BodyPublishers.ofString("3 lamps"))
                    .build();

            assertThatExceptionOfType(HttpConnectTimeoutException.class)
                    .isThrownBy(() -> HttpGuard.of(impatient, retryingBuilder()).send(order, BodyHandlers.ofString()));
            assertThat(outcomes()).hasSize(3).containsOnly(Outcome.NOT_PROCESSED);
            impatient.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_stream_that_was_refused_was_not_processed(boolean goAway) throws Exception {
        if (goAway) {
            origin.script(Http2Steps.goingAway(), Http2Steps.goingAway(), answer(200));
        } else {
            origin.script(Http2Steps.refusing(2));
        }
        HttpClient http2 = HttpClient.newHttpClient();
        try {
            HttpResponse<String> answer = HttpGuard.of(http2, retryingBuilder()).send(post(), BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            // The client has asked twice by itself before it said so.
            assertThat(outcomes()).containsExactly(Outcome.NOT_PROCESSED, Outcome.SUCCESS);
        } finally {
            http2.shutdownNow();
        }
    }

    @Test
    void no_answer_in_time_is_a_timeout() throws Exception {
        origin.script(ScriptedOrigin.hang());
        HttpGuard guard = over(Guard.builder("stock").attemptTimeout(Duration.ofMillis(50)));

        assertThatExceptionOfType(CallTimeoutException.class)
                .isThrownBy(() -> guard.send(get(), BodyHandlers.ofString()));
        assertThatThrownBy(() -> guard.sendAsync(get(), BodyHandlers.ofString()).get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(CallTimeoutException.class);
        assertThat(outcomes()).containsExactly(Outcome.TIMEOUT, Outcome.TIMEOUT);
    }

    @Test
    void a_get_is_hedged_and_a_post_is_not() throws Exception {
        origin.script(ScriptedOrigin.hang(), answer(200));
        HttpGuard guard = over(Guard.builder("stock")
                .deadline(Duration.ofSeconds(30))
                .hedge(new HedgePolicy(
                        HedgePolicy.Settings.STANDARD.withDelay(HedgeDelay.fixed(Duration.ofMillis(20))))));

        assertThat(guard.send(get(), BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        assertThat(guard.send(post(), BodyHandlers.ofString()).statusCode()).isEqualTo(200);

        assertThat(origin.requests()).hasSize(3);
    }

    @Test
    void a_body_of_unknown_length_is_sent_once() throws Exception {
        origin.script(answer(503));
        HttpRequest stream = HttpRequest.newBuilder(origin.uri("/"))
                .PUT(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[0])))
                .build();

        assertThat(retrying().send(stream, BodyHandlers.ofString()).statusCode())
                .isEqualTo(503);
        assertThat(origin.requests()).hasSize(1);
    }

    @Test
    void whoever_insists_does_not_send_the_rest_of_a_stream_as_if_it_were_the_whole() throws Exception {
        origin.script(answer(503));
        var rest = new ByteArrayInputStream(new byte[0]);
        HttpRequest stream = HttpRequest.newBuilder(origin.uri("/"))
                .PUT(BodyPublishers.ofInputStream(() -> rest))
                .build();

        assertThatThrownBy(() -> retrying().send(CallOptions.NONE.idempotently(), stream, BodyHandlers.ofString()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a body of unknown length cannot be sent again");
    }

    @Test
    void the_context_of_the_call_goes_along_with_each_attempt() throws Exception {
        origin.script(answer(503), answer(200));
        HttpGuard guard = over(Guard.builder("stock")
                .deadline(Duration.ofSeconds(30))
                .retry(RetryPolicy.builder().attempts(2).build()));

        CallContext.NONE
                .withTenant("blue")
                .withCriticality(Criticality.SHEDDABLE)
                .call(() -> guard.send(get(), BodyHandlers.ofString()));

        assertThat(origin.requests())
                .hasSize(2)
                .allSatisfy(request -> assertThat(request)
                        .contains("x-goodput-tenant: blue", "x-goodput-criticality: sheddable")
                        .containsPattern("x-envoy-expected-rq-timeout-ms: 2\\d{4}\r"));
    }

    @Test
    void a_stranger_is_told_nothing() throws Exception {
        origin.script(answer(200));

        CallContext.NONE
                .withTenant("blue")
                .call(() -> retrying().withoutContext().send(get(), BodyHandlers.ofString()));

        assertThat(origin.requests().getFirst()).doesNotContain("x-goodput", "blue");
    }

    @Test
    void an_endpoint_that_refuses_connections_is_passed_by() throws Exception {
        var gone = new ScriptedOrigin();
        gone.close();
        origin.script(answer(201));
        HttpGuard guard = HttpGuard.of(
                client,
                retryingBuilder()
                        .balancer(new Balancer(
                                Balancer.Settings.STANDARD.withStrategy(Strategy.ROUND_ROBIN),
                                List.of(Address.of(gone.authority()), Address.of(origin.authority())))));
        HttpRequest order = HttpRequest.newBuilder(URI.create("http://orders/new?x=%20"))
                .POST(BodyPublishers.ofString("3 lamps"))
                .build();

        for (int call = 0; call < 4; call++) {
            assertThat(guard.send(order, BodyHandlers.ofString()).statusCode()).isEqualTo(201);
        }

        assertThat(origin.requests()).hasSize(4).allMatch(request -> request.startsWith("POST /new?x=%20 HTTP/1.1"));
        assertThat(outcomes()).contains(Outcome.NOT_PROCESSED);
    }

    @Test
    void the_connection_of_an_answer_that_nobody_reads_is_let_go() throws Exception {
        var letGo = new CountDownLatch(1);
        origin.script(
                (socket, request) -> {
                    beginning(503).answer(socket, request);
                    assertThat(socket.getInputStream().read()).isNegative();
                    letGo.countDown();
                },
                answer(200));

        HttpResponse<InputStream> answer = retrying().send(get(), BodyHandlers.ofInputStream());

        assertThat(letGo.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(answer.body()).hasContent("body of 200");
    }

    @Test
    void who_cancels_lets_the_connection_go() throws Exception {
        var asked = new CountDownLatch(1);
        var letGo = new CountDownLatch(1);
        origin.script((socket, _) -> {
            asked.countDown();
            assertThat(socket.getInputStream().read()).isNegative();
            letGo.countDown();
        });

        CompletableFuture<HttpResponse<String>> answer =
                over(Guard.builder("stock")).sendAsync(get(), BodyHandlers.ofString());
        assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
        answer.cancel(true);

        assertThat(letGo.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(outcomes()).containsExactly(Outcome.CANCELLED);
    }

    @Test
    void a_classifier_of_the_users_own_is_kept_if_it_knows_http() {
        HttpClassifier own = HttpClassifier.standard().withStatus(404, Outcome.SUCCESS);

        assertThat(HttpGuard.of(client, Guard.builder("stock").classifier(own))
                        .guard()
                        .classifier())
                .isSameAs(own);
        assertThat(HttpGuard.of(client, Guard.builder("stock")).guard().classifier())
                .isSameAs(HttpClassifier.standard());
    }

    @Test
    void a_classifier_that_does_not_know_http_is_refused() {
        Classifier deaf = Classifier.standard().with(IllegalStateException.class, Outcome.TRANSIENT_FAILURE);
        GuardBuilder builder = Guard.builder("stock").classifier(deaf);

        assertThatThrownBy(() -> HttpGuard.of(client, builder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected: an HttpClassifier");
    }

    private HttpGuard retrying() {
        return HttpGuard.of(client, retryingBuilder());
    }

    private GuardBuilder retryingBuilder() {
        return Guard.builder("stock")
                .timers(new VirtualTimers())
                .retry(RetryPolicy.standard())
                .listener(events::add);
    }

    private HttpGuard over(GuardBuilder guard) {
        return HttpGuard.of(client, guard.listener(events::add));
    }

    private HttpRequest get() {
        return HttpRequest.newBuilder(origin.uri("/lamp")).build();
    }

    private HttpRequest post() {
        return HttpRequest.newBuilder(origin.uri("/orders"))
                .POST(BodyPublishers.ofString("3 lamps"))
                .build();
    }

    private List<Outcome> outcomes() {
        return events.stream()
                .filter(AttemptEnded.class::isInstance)
                .map(event -> ((AttemptEnded) event).outcome())
                .toList();
    }
}
