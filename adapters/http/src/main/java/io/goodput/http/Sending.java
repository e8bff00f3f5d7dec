package io.goodput.http;

import io.goodput.CallContext;
import io.goodput.ContextHeaders;
import io.goodput.balance.Endpoint;
import io.goodput.guard.Attempt;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.time.Duration;

/** One request of a call, and what each of its attempts makes of it: its context, its time, its endpoint. */
final class Sending {
    /** The client counts in milliseconds: the guard is to be the first to say that the time is up. */
    static final Duration SLACK = Duration.ofMillis(10);

    private final HttpRequest request;
    private final boolean tells;

    /**
     * A new call.
     *
     * @param tells whether the context goes along
     */
    Sending(HttpRequest request, boolean tells) {
        this.request = onceIfNeedBe(request);
        this.tells = tells;
    }

    private static HttpRequest onceIfNeedBe(HttpRequest request) {
        BodyPublisher body = request.bodyPublisher().orElse(null);
        return body == null || Repeatability.isRepeatable(body)
                ? request
                : HttpRequest.newBuilder(request, (_, _) -> true)
                        .method(request.method(), new OneTimeBody(body))
                        .build();
    }

    /** What this attempt sends. */
    HttpRequest by(Attempt attempt, long now) {
        HttpRequest.Builder sent = HttpRequest.newBuilder(request, (_, _) -> true);
        CallContext context = attempt.context();
        if (tells) {
            ContextHeaders.write(context, now, (name, value) -> {
                if (request.headers().firstValue(name).isEmpty()) {
                    sent.setHeader(name, value);
                }
            });
        }
        if (context.deadline().nanos() != Long.MAX_VALUE) {
            Duration left = Duration.ofNanos(context.deadline().remaining(now)).plus(SLACK);
            sent.timeout(
                    request.timeout().filter(own -> own.compareTo(left) < 0).orElse(left));
        }
        Endpoint endpoint = attempt.endpoint();
        if (endpoint != null) {
            sent.uri(at(endpoint.name(), request.uri()));
        }
        return sent.build();
    }

    /** The same resource there. */
    private static URI at(String authority, URI uri) {
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return URI.create(uri.getScheme() + "://" + authority + path + query);
    }
}
