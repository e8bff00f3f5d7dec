package io.goodput.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.goodput.Outcome;
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
