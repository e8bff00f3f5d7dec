package io.goodput.lab.probe;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends the request of a target by Java's own client, over HTTP/1.1: a connection for each request in flight, kept open
 * for the next. No proxy, no cookies; redirections are not followed, and bodies are read and dropped.
 */
public final class HttpSender implements Sender, AutoCloseable {
    private final HttpClient client;
    private final HttpRequest request;
    private final long timeoutNanos;

    /** Sends nothing yet. */
    public HttpSender(Target target, Duration timeout) {
        this.client = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(timeout)
                .build();
        this.request = target.request(timeout);
        this.timeoutNanos = timeout.toNanos();
    }

    @Override
    public void send(Consumer<Answer> ended) {
        CompletableFuture<HttpResponse<Void>> exchange = client.sendAsync(request, BodyHandlers.discarding());
        var bounded = new CompletableFuture<HttpResponse<Void>>();
        var _ = exchange.whenComplete((response, error) -> {
            if (error == null) {
                bounded.complete(response);
            } else {
                bounded.completeExceptionally(error);
            }
        });
        // The client's own timeout ends with the headers; a body that drips would never.
        var _ = bounded.orTimeout(timeoutNanos, TimeUnit.NANOSECONDS).whenComplete((response, error) -> {
            exchange.cancel(true);
            ended.accept(error == null ? Answer.ofStatus(response.statusCode()) : ofError(error));
        });
    }

    private static Answer ofError(Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        return switch (cause) {
            case HttpConnectTimeoutException _ -> Answer.NOT_CONNECTED;
            case HttpTimeoutException _, TimeoutException _ -> Answer.TIMED_OUT;
            default -> isConnect(cause) ? Answer.NOT_CONNECTED : Answer.BROKEN;
        };
    }

    private static boolean isConnect(@Nullable Throwable error) {
        return error instanceof ConnectException || (error != null && error.getCause() instanceof ConnectException);
    }

    /** Closes the connections at once. */
    @Override
    public void close() {
        client.shutdownNow();
    }
}
