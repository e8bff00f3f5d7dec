package io.goodput.http;

import io.goodput.Classifier;
import io.goodput.ContextHeaders;
import io.goodput.guard.Attempt;
import io.goodput.guard.CallDroppedException;
import io.goodput.guard.CallOptions;
import io.goodput.guard.CallTimeoutException;
import io.goodput.guard.Guard;
import io.goodput.guard.GuardBuilder;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * {@link HttpClient} behind a guard that knows HTTP.
 *
 * <pre>{@code
 * HttpGuard stock = HttpGuard.of(
 *         HttpClient.newHttpClient(),
 *         Guard.builder("stock")
 *                 .deadline(Duration.ofSeconds(2))
 *                 .attemptTimeout(Duration.ofMillis(300))
 *                 .retry(RetryPolicy.standard()));
 *
 * HttpResponse<String> answer = stock.send(request, BodyHandlers.ofString());
 * }</pre>
 *
 * <ul>
 *   <li>Answers and exceptions mean what {@link HttpClassifier} says: a 503 is a failure to each policy. The last
 *       answer of a call that has failed is the caller's all the same; those before it are closed.
 *   <li>A request is sent again after an attempt that may have been processed only if its method is idempotent (GET,
 *       HEAD, OPTIONS, TRACE, PUT, DELETE) or it has an {@code Idempotency-Key}; any request is, after one that
 *       provably was not. Only those of the first kind are hedged. A body of unknown length is sent once.
 *       {@link CallOptions} that speak of repetition have the last word.
 *   <li>Each attempt carries its {@link ContextHeaders}, unless the request has headers of those names itself, and the
 *       time that it has, and a little more, as the request's timeout, unless the request's own is shorter.
 *   <li>With a balancer, endpoints are named {@code host:port}, and a request goes there with its own scheme, path and
 *       query.
 * </ul>
 *
 * <p>An answer counts as there when its body handler has it: with {@code ofString()} that is the whole body, with
 * {@code ofInputStream()} it is the head, and what breaks later is the reader's to see.
 *
 * <p>Thread-safe; make one for each dependency and keep it.
 */
public final class HttpGuard {
    private final HttpClient client;
    private final Guard guard;
    private final boolean tells;

    private HttpGuard(HttpClient client, Guard guard, boolean tells) {
        this.client = client;
        this.guard = guard;
        this.tells = tells;
    }

    /**
     * Sends through this client.
     *
     * @param client with a connect timeout below the attempt's: only who knows that there was no connection may send
     *     any request again
     * @param builder of the guard. Its classifier is {@link HttpClassifier#standard()} if it has none of its own
     * @throws IllegalArgumentException if it has one that does not know HTTP, to which a 503 would be a success
     */
    public static HttpGuard of(HttpClient client, GuardBuilder builder) {
        Objects.requireNonNull(client, "client");
        Guard guard = builder.build();
        Classifier given = guard.classifier();
        if (given.equals(Classifier.standard())) {
            guard.change(same -> same.classifier(HttpClassifier.standard()));
        } else if (!(given instanceof HttpClassifier)) {
            throw new IllegalArgumentException("classifier: " + given
                    + " (expected: an HttpClassifier, such as HttpClassifier.standard().with(TYPE, OUTCOME))");
        }
        return new HttpGuard(client, guard, true);
    }

    /**
     * The same, but nothing of the context is told: for a server of somebody else, whom tenants are none of business.
     */
    public HttpGuard withoutContext() {
        return new HttpGuard(client, guard, false);
    }

    /** Sends in the current thread, as {@link Guard#call} does. */
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
            throws IOException, InterruptedException, CallTimeoutException {
        return send(CallOptions.NONE, request, handler);
    }

    /**
     * Sends in the current thread, as {@link Guard#call} does.
     *
     * @return the last answer, be it good or not
     * @throws CallDroppedException if one of the guard's rules holds the call back
     * @throws CallTimeoutException if there is no answer in time
     * @throws IOException of the last attempt, if there is no answer
     * @throws InterruptedException if the current thread is interrupted
     */
    public <T> HttpResponse<T> send(CallOptions options, HttpRequest request, BodyHandler<T> handler)
            throws IOException, InterruptedException, CallTimeoutException {
        var sending = new Sending(request, tells);
        var received = new Received<T>();
        HttpResponse<T> given = null;
        try {
            given = guard.callAttempt(Repeatability.of(options, request), attempt -> {
                received.begins(attempt);
                HttpResponse<T> answer =
                        client.send(sending.by(attempt, guard.ticker().nanos()), handler);
                received.came(answer);
                return answer;
            });
            return given;
        } catch (IOException | InterruptedException | CallTimeoutException | RuntimeException failed) {
            throw failed;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            received.over(given);
        }
    }

    /** Sends without holding a thread, as {@link Guard#callAsync} does. */
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
        return sendAsync(CallOptions.NONE, request, handler);
    }

    /** Sends without holding a thread, as {@link Guard#callAsync} does. The future ends as {@link #send} would. */
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            CallOptions options, HttpRequest request, BodyHandler<T> handler) {
        var sending = new Sending(request, tells);
        var received = new Received<T>();
        CompletableFuture<HttpResponse<T>> result = guard.callAttemptAsync(
                Repeatability.of(options, request), attempt -> begin(attempt, sending, received, handler));
        var _ = result.whenComplete((given, _) -> received.over(given));
        return result;
    }

    /** The client's own future, as to cancel another one would cancel nothing. */
    private <T> CompletableFuture<HttpResponse<T>> begin(
            Attempt attempt, Sending sending, Received<T> received, BodyHandler<T> handler) {
        received.begins(attempt);
        CompletableFuture<HttpResponse<T>> answer =
                client.sendAsync(sending.by(attempt, guard.ticker().nanos()), handler);
        var _ = answer.whenComplete((there, _) -> keep(there, received));
        return answer;
    }

    private static <T> void keep(@Nullable HttpResponse<T> there, Received<T> received) {
        if (there != null) {
            received.came(there);
        }
    }

    /** What decides: to change it, to listen to it, to look at its policies. */
    public Guard guard() {
        return guard;
    }

    @Override
    public String toString() {
        return "Http" + guard;
    }
}
