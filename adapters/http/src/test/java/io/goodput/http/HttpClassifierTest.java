package io.goodput.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.goodput.Deadline;
import io.goodput.Outcome;
import io.goodput.Refusal;
import io.goodput.admission.Shed;
import io.goodput.balance.Address;
import io.goodput.balance.Balancer;
import io.goodput.guard.Guard;
import io.goodput.guard.GuardedCall;
import io.goodput.http.head.Fields;
import io.goodput.http.head.HttpVersion;
import io.goodput.http.head.ResponseHead;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HttpClassifierTest {
    private static final long MILLI = 1_000_000;

    private final HttpClassifier classifier = HttpClassifier.standard();

    @ParameterizedTest
    @CsvSource({
        "100, SUCCESS",
        "200, SUCCESS",
        "204, SUCCESS",
        "304, SUCCESS",
        "400, PERMANENT_FAILURE",
        "404, PERMANENT_FAILURE",
        "408, TRANSIENT_FAILURE",
        "409, PERMANENT_FAILURE",
        "421, NOT_PROCESSED",
        "425, NOT_PROCESSED",
        "429, THROTTLED",
        "500, TRANSIENT_FAILURE",
        "501, PERMANENT_FAILURE",
        "502, TRANSIENT_FAILURE",
        "503, TRANSIENT_FAILURE",
        "504, TIMEOUT",
        "505, PERMANENT_FAILURE",
        "529, TRANSIENT_FAILURE",
        "600, TRANSIENT_FAILURE"
    })
    void a_status_means(int status, Outcome outcome) {
        assertThat(classifier.ofStatus(status, false)).isEqualTo(outcome);
    }

    @Test
    void with_retry_after_a_503_is_a_throttle_and_nothing_else_changes() {
        assertThat(classifier.ofStatus(503, true)).isEqualTo(Outcome.THROTTLED);
        assertThat(IntStream.range(100, 1_000).filter(status -> status != 503))
                .allMatch(status -> classifier.ofStatus(status, true) == classifier.ofStatus(status, false));
    }

    private static ResponseHead head(int status, String... fields) {
        return new ResponseHead(HttpVersion.HTTP_1_1, status, "", Fields.of(fields));
    }

    @ParameterizedTest
    @CsvSource({
        "429, 120, 120",
        "429, 'Sun, 06 Nov 1994 08:49:37 GMT', 37",
        "503, 0, 0",
        "503, 'Sun, 06 Nov 1994 08:49:37 GMT', 37"
    })
    void a_throttle_says_when_to_come_back_in_either_form(int status, String value, long seconds) {
        HttpClassifier then = classifier.withClock(() -> Instant.parse("1994-11-06T08:49:00Z"));
        ResponseHead answer = head(status, "retry-after", value);

        assertThat(then.ofValue(answer)).isEqualTo(Outcome.THROTTLED);
        assertThat(then.retryAfter(answer, null)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void a_head_without_a_hint_means_what_its_status_does() {
        assertThat(classifier.ofValue(head(503, "Retry-After", "soon"))).isEqualTo(Outcome.TRANSIENT_FAILURE);
        assertThat(classifier.ofValue(head(429))).isEqualTo(Outcome.THROTTLED);
        assertThat(classifier.ofValue(head(200))).isEqualTo(Outcome.SUCCESS);
        assertThat(classifier.retryAfter(head(429), null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"500, true", "502, true", "503, true", "504, true", "404, false", "200, false"})
    void who_answers_so_is_blamed_and_asked_less(int status, boolean blamed) {
        var balancer = new Balancer(
                Balancer.Settings.STANDARD, List.of(Address.of("it"), Address.of("one"), Address.of("other")));
        Guard guard = Guard.builder("blaming")
                .random(new SplittableRandom(7))
                .balancer(balancer)
                .classifier(classifier)
                .build();
        int asked = 0;

        for (int i = 0; i < 300; i++) {
            GuardedCall call = guard.newCall();
            call.start(i * MILLI, Deadline.NONE);
            boolean it = Objects.requireNonNull(call.endpoint()).name().equals("it");
            asked += it ? 1 : 0;
            call.attemptEnded(1, call.outcomeOf(head(it ? status : 200), null), i * MILLI + MILLI / 2);
        }

        if (blamed) {
            assertThat(asked).isBetween(1, 20);
        } else {
            assertThat(asked).isGreaterThan(70);
        }
    }

    @Test
    void what_a_server_of_the_house_refuses_it_has_not_processed() {
        assertThat(classifier.ofValue(head(503, "Retry-After", "1", RefusalHeader.NAME, "full")))
                .isEqualTo(Outcome.NOT_PROCESSED);
        assertThat(classifier.retryAfter(head(503, "Retry-After", "1", RefusalHeader.NAME, "full"), null))
                .isEqualTo(Duration.ofSeconds(1));
        assertThat(classifier.ofValue(head(429, "X-Goodput-Refused", RefusalHeader.valueOf(Shed.WAITED_TOO_LONG))))
                .isEqualTo(Outcome.NOT_PROCESSED);
        assertThat(RefusalHeader.valueOf(Refusal.Reason.CONCURRENCY_LIMIT)).isEqualTo("concurrency-limit");
    }

    @Test
    void but_not_if_it_answers_or_cannot_be_understood() {
        assertThat(classifier.ofValue(head(200, RefusalHeader.NAME, "full"))).isEqualTo(Outcome.SUCCESS);
        assertThat(classifier.ofValue(head(503, RefusalHeader.NAME, "full", RefusalHeader.NAME, "full")))
                .isEqualTo(Outcome.TRANSIENT_FAILURE);
        assertThat(classifier.ofValue(head(503, RefusalHeader.NAME, ""))).isEqualTo(Outcome.TRANSIENT_FAILURE);
        assertThat(classifier.ofValue(head(503, RefusalHeader.NAME, "x".repeat(65))))
                .isEqualTo(Outcome.TRANSIENT_FAILURE);
        assertThat(classifier.withStatus(503, Outcome.THROTTLED).ofValue(head(503, RefusalHeader.NAME, "full")))
                .isEqualTo(Outcome.THROTTLED);
    }

    @Test
    void who_cannot_speak_for_all_attempts_takes_it_out() {
        Fields fields = Fields.of("Server", "one", "X-Goodput-Refused", "full", "Date", "today");

        assertThat(RefusalHeader.without(fields)).isEqualTo(Fields.of("Server", "one", "Date", "today"));
        assertThat(RefusalHeader.without(Fields.NONE)).isSameAs(Fields.NONE);
    }

    @Test
    void no_error_of_the_server_is_ever_a_success() {
        assertThat(IntStream.range(400, 1_000))
                .noneMatch(status -> classifier.ofStatus(status, false) == Outcome.SUCCESS);
    }

    static Stream<Arguments> errors() {
        return Stream.of(
                Arguments.of(new ConnectException("refused"), Outcome.NOT_PROCESSED),
                Arguments.of(new HttpConnectTimeoutException("in vain"), Outcome.NOT_PROCESSED),
                Arguments.of(new UnknownHostException("nowhere"), Outcome.NOT_PROCESSED),
                Arguments.of(new NoRouteToHostException("nowhere"), Outcome.NOT_PROCESSED),
                Arguments.of(new SSLHandshakeException("expired"), Outcome.NOT_PROCESSED),
                Arguments.of(new UncheckedIOException(new ConnectException("refused")), Outcome.NOT_PROCESSED),
                Arguments.of(new SSLException("a bad record"), Outcome.TRANSIENT_FAILURE),
                Arguments.of(new HttpTimeoutException("late"), Outcome.TIMEOUT),
                Arguments.of(new SocketTimeoutException("late"), Outcome.TIMEOUT),
                Arguments.of(new SocketException("Connection reset"), Outcome.TRANSIENT_FAILURE),
                Arguments.of(new ClosedChannelException(), Outcome.TRANSIENT_FAILURE),
                Arguments.of(new EOFException("in the middle"), Outcome.TRANSIENT_FAILURE),
                Arguments.of(new InterruptedException(), Outcome.CANCELLED),
                Arguments.of(new CancellationException(), Outcome.CANCELLED),
                Arguments.of(new IllegalArgumentException("no URI"), Outcome.PERMANENT_FAILURE));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void an_exception_means(Exception error, Outcome outcome) {
        assertThat(classifier.ofError(error)).isEqualTo(outcome);
    }

    @Test
    void what_the_user_says_counts_more() {
        HttpClassifier own = classifier
                .with(ConnectException.class, Outcome.PERMANENT_FAILURE)
                .withStatus(409, Outcome.TRANSIENT_FAILURE)
                .withStatus(503, Outcome.THROTTLED);

        assertThat(own.ofError(new ConnectException("refused"))).isEqualTo(Outcome.PERMANENT_FAILURE);
        assertThat(own.ofError(new IOException("reset"))).isEqualTo(Outcome.TRANSIENT_FAILURE);
        assertThat(own.ofStatus(409, false)).isEqualTo(Outcome.TRANSIENT_FAILURE);
        assertThat(own.ofStatus(503, false)).isEqualTo(Outcome.THROTTLED);
        assertThat(own).hasToString("HttpClassifier{409=TRANSIENT_FAILURE, 503=THROTTLED}");
        assertThat(classifier.ofStatus(409, false)).isEqualTo(Outcome.PERMANENT_FAILURE);
    }

    @Test
    void what_is_no_status_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> classifier.withStatus(99, Outcome.SUCCESS))
                .withMessage("status: 99 (expected: >= 100 and <= 999)");
    }

    @Test
    void each_exception_to_the_rule_of_its_class_has_its_section() {
        assertThat(StatusMeaning.EXCEPTIONS).isSortedAccordingTo((a, b) -> a.status() - b.status());
        assertThat(StatusMeaning.EXCEPTIONS)
                .extracting(StatusMeaning::source)
                .allMatch(each -> each.startsWith("RFC "));
    }
}
