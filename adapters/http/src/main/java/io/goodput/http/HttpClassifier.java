package io.goodput.http;

import io.goodput.Classifier;
import io.goodput.Outcome;
import io.goodput.Range;
import io.goodput.http.head.ResponseHead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocketHandshakeException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * What the answers and exceptions of {@link java.net.http.HttpClient} mean, and the heads of answers that came another
 * way.
 *
 * <p>Of answers: 1xx, 2xx and 3xx are successes. 4xx blame the caller, and are {@link Outcome#PERMANENT_FAILURE}, but
 * for 429, which is {@link Outcome#THROTTLED}, 408, which may pass, and 421 and 425, by which a server says that it did
 * not process the request. 5xx blame the server and are {@link Outcome#TRANSIENT_FAILURE}, but for 504, a
 * {@link Outcome#TIMEOUT}, for 503 with Retry-After, which is {@link Outcome#THROTTLED}, and for 501 and 505, which do
 * not pass. An error with the {@link RefusalHeader} is {@link Outcome#NOT_PROCESSED}.
 *
 * <p>Of exceptions: what keeps a connection from being made (refused, no such host, not in time, no TLS) leaves the
 * request {@link Outcome#NOT_PROCESSED}, as does a stream of HTTP/2 that the server says it has not looked at. No
 * answer in time is a {@link Outcome#TIMEOUT}; a connection that breaks before the answer is whole is
 * {@link Outcome#TRANSIENT_FAILURE}: the work may have been done. All else is what {@link Classifier#standard()} makes
 * of it.
 *
 * <p>For another client of HTTP, {@link #ofStatus} knows the same of its answers.
 */
public final class HttpClassifier implements Classifier {
    /** What a status code may be. */
    public static final Range<Integer> STATUS = new Range<>(100, 999);

    /** What the JDK's client says of a stream that was refused, or lies above the last one of a GOAWAY. */
    private static final String NOT_PROCESSED = "request not processed by peer";

    private static final HttpClassifier STANDARD =
            new HttpClassifier(HttpClassifier::standardError, Map.of(), InstantSource.system());

    private final Classifier errors;
    private final Map<Integer, Outcome> statuses;
    private final InstantSource clock;

    private HttpClassifier(Classifier errors, Map<Integer, Outcome> statuses, InstantSource clock) {
        this.errors = errors;
        this.statuses = statuses;
        this.clock = clock;
    }

    /** By the rules above, and the system's clock. */
    public static HttpClassifier standard() {
        return STANDARD;
    }

    /**
     * The same, but answers with this status mean that: {@code withStatus(409, Outcome.TRANSIENT_FAILURE)} where a
     * conflict passes. The latest word counts.
     */
    public HttpClassifier withStatus(int status, Outcome outcome) {
        STATUS.check("status", status);
        Map<Integer, Outcome> more = new TreeMap<>(statuses);
        more.put(status, outcome);
        return new HttpClassifier(errors, Map.copyOf(more), clock);
    }

    @Override
    public HttpClassifier with(Class<? extends Throwable> type, Outcome outcome) {
        return new HttpClassifier(errors.with(type, outcome), statuses, clock);
    }

    /** The same with another clock on the wall, which the dates of Retry-After are compared with. */
    public HttpClassifier withClock(InstantSource other) {
        return new HttpClassifier(errors, statuses, other);
    }

    /**
     * What an answer means, whichever client it came by.
     *
     * @param status its code
     * @param retryAfter whether it has a {@link RetryAfter} that can be read
     */
    public Outcome ofStatus(int status, boolean retryAfter) {
        Outcome own = statuses.get(status);
        return own == null ? StatusMeaning.of(status, retryAfter) : own;
    }

    /** What an {@link HttpResponse} or a {@link ResponseHead} means; any other value is a success. */
    @Override
    public Outcome ofValue(@Nullable Object value) {
        return switch (value) {
            case HttpResponse<?> answer -> {
                int status = answer.statusCode();
                boolean refused = RefusalHeader.isIn(status, answer.headers().allValues(RefusalHeader.NAME));
                yield ofAnswer(status, refused, retryAfter(answer) != null);
            }
            case ResponseHead head -> {
                boolean refused = RefusalHeader.isIn(head.status(), head.fields());
                yield ofAnswer(head.status(), refused, retryAfter(head) != null);
            }
            case null, default -> Outcome.SUCCESS;
        };
    }

    /** What the user says of a status counts more than what the server says of itself. */
    private Outcome ofAnswer(int status, boolean refused, boolean retryAfter) {
        return refused && !statuses.containsKey(status) ? Outcome.NOT_PROCESSED : ofStatus(status, retryAfter);
    }

    @Override
    public Outcome ofError(Throwable error) {
        return error instanceof WebSocketHandshakeException handshake && handshake.getResponse() != null
                ? ofValue(handshake.getResponse())
                : errors.ofError(error);
    }

    @Override
    public @Nullable Duration retryAfter(@Nullable Object value, @Nullable Throwable error) {
        Object answer = error instanceof WebSocketHandshakeException handshake ? handshake.getResponse() : value;
        return switch (answer) {
            case HttpResponse<?> response -> retryAfter(response);
            case ResponseHead head -> retryAfter(head);
            case null, default -> null;
        };
    }

    private @Nullable Duration retryAfter(HttpResponse<?> answer) {
        return retryAfter(answer.headers().firstValue(RetryAfter.NAME).orElse(null));
    }

    private @Nullable Duration retryAfter(ResponseHead head) {
        return retryAfter(head.fields().first(RetryAfter.NAME));
    }

    private @Nullable Duration retryAfter(@Nullable String value) {
        return value == null ? null : RetryAfter.parse(value, clock.instant());
    }

    private static Outcome standardError(Throwable error) {
        return switch (error) {
            case ConnectException _, UnknownHostException _, NoRouteToHostException _ -> Outcome.NOT_PROCESSED;
            case UnresolvedAddressException _, HttpConnectTimeoutException _ -> Outcome.NOT_PROCESSED;
            case SSLHandshakeException _, SSLPeerUnverifiedException _ -> Outcome.NOT_PROCESSED;
            case HttpTimeoutException _ -> Outcome.TIMEOUT;
            case IOException io when NOT_PROCESSED.equals(io.getMessage()) -> Outcome.NOT_PROCESSED;
            case UncheckedIOException unchecked -> standardError(Objects.requireNonNull(unchecked.getCause()));
            default -> Classifier.standard().ofError(error);
        };
    }

    /** What it departs from the rules by. */
    @Override
    public String toString() {
        return "HttpClassifier" + new TreeMap<>(statuses);
    }
}
