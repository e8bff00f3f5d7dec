package io.goodput;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileLockInterruptionException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ClassifierTest {
    private final Classifier standard = Classifier.standard();

    @ParameterizedTest
    @MethodSource("meanings")
    void what_an_exception_means(Throwable error, Outcome outcome) {
        assertThat(standard.ofError(error)).isEqualTo(outcome);
    }

    static Stream<Arguments> meanings() {
        return Stream.of(
                Arguments.of(new IOException(), Outcome.TRANSIENT_FAILURE),
                Arguments.of(new ConnectException(), Outcome.TRANSIENT_FAILURE),
                Arguments.of(new EOFException(), Outcome.TRANSIENT_FAILURE),
                Arguments.of(new FileNotFoundException(), Outcome.TRANSIENT_FAILURE),
                Arguments.of(new ClosedChannelException(), Outcome.TRANSIENT_FAILURE),
                Arguments.of(new UncheckedIOException(new IOException()), Outcome.TRANSIENT_FAILURE),
                Arguments.of(new TimeoutException(), Outcome.TIMEOUT),
                Arguments.of(new SocketTimeoutException(), Outcome.TIMEOUT),
                Arguments.of(new InterruptedIOException(), Outcome.TIMEOUT),
                Arguments.of(new UncheckedIOException(new SocketTimeoutException()), Outcome.TIMEOUT),
                Arguments.of(new InterruptedException(), Outcome.CANCELLED),
                Arguments.of(new CancellationException(), Outcome.CANCELLED),
                Arguments.of(new ClosedByInterruptException(), Outcome.CANCELLED),
                Arguments.of(new FileLockInterruptionException(), Outcome.CANCELLED),
                Arguments.of(new UncheckedIOException(new ClosedByInterruptException()), Outcome.CANCELLED),
                Arguments.of(new IllegalStateException(), Outcome.PERMANENT_FAILURE),
                Arguments.of(new Exception(), Outcome.PERMANENT_FAILURE),
                Arguments.of(new OutOfMemoryError(), Outcome.PERMANENT_FAILURE),
                Arguments.of(new StackOverflowError(), Outcome.PERMANENT_FAILURE),
                Arguments.of(new AssertionError(), Outcome.PERMANENT_FAILURE));
    }

    @Test
    void every_answer_is_a_success_and_there_is_no_hint() {
        assertThat(standard.ofValue(null)).isEqualTo(Outcome.SUCCESS);
        assertThat(standard.ofValue("503")).isEqualTo(Outcome.SUCCESS);
        assertThat(standard.retryAfter(null, new IOException())).isNull();
    }

    @Test
    void the_latest_word_on_a_class_counts() {
        Classifier told = standard.with(IllegalStateException.class, Outcome.THROTTLED)
                .with(IOException.class, Outcome.PERMANENT_FAILURE)
                .with(EOFException.class, Outcome.TRANSIENT_FAILURE);

        assertThat(told.ofError(new IllegalStateException())).isEqualTo(Outcome.THROTTLED);
        assertThat(told.ofError(new EOFException())).isEqualTo(Outcome.TRANSIENT_FAILURE);
        assertThat(told.ofError(new ConnectException())).isEqualTo(Outcome.PERMANENT_FAILURE);
        assertThat(told.ofError(new TimeoutException())).isEqualTo(Outcome.TIMEOUT);
    }

    @Test
    void with_keeps_what_the_others_say_of_answers_and_hints() {
        Classifier hinting = new Classifier() {
            @Override
            public Outcome ofValue(@org.jspecify.annotations.Nullable Object value) {
                return Outcome.THROTTLED;
            }

            @Override
            public Outcome ofError(Throwable error) {
                return Outcome.PERMANENT_FAILURE;
            }

            @Override
            public Duration retryAfter(
                    @org.jspecify.annotations.Nullable Object value,
                    @org.jspecify.annotations.Nullable Throwable error) {
                return Duration.ofNanos(7);
            }
        };

        Classifier told = hinting.with(IOException.class, Outcome.TIMEOUT);

        assertThat(told.ofValue("x")).isEqualTo(Outcome.THROTTLED);
        assertThat(told.retryAfter("x", null)).isEqualTo(Duration.ofNanos(7));
        assertThat(told.ofError(new IOException())).isEqualTo(Outcome.TIMEOUT);
    }

    @Test
    void wrappers_of_java_util_concurrent_are_taken_off_down_to_the_last() {
        var error = new IOException();

        assertThat(Classifier.unwrap(new CompletionException(new ExecutionException(error))))
                .isSameAs(error);
        assertThat(Classifier.unwrap(error)).isSameAs(error);
        var empty = new CompletionException((Throwable) null);
        assertThat(Classifier.unwrap(empty)).isSameAs(empty);
    }

    /** Core does not need the module of Java's HTTP client, so its test does not either. */
    @ParameterizedTest
    @CsvSource({"HttpTimeoutException, TIMEOUT", "HttpConnectTimeoutException, TRANSIENT_FAILURE"})
    void the_time_out_of_javas_http_client_is_told_from_a_connection_not_made(String name, Outcome outcome)
            throws ReflectiveOperationException {
        var type = Class.forName("java.net.http." + name).asSubclass(IOException.class);
        assertThat(Classifier.standard()
                        .ofError(type.getConstructor(String.class).newInstance("timed out")))
                .isEqualTo(outcome);
    }
}
