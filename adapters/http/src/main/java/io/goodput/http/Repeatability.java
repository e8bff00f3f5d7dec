package io.goodput.http;

import io.goodput.guard.CallOptions;
import io.goodput.guard.Repetition;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.util.Set;

/**
 * Which requests may be sent twice though the first may have been processed: those of idempotent methods (RFC 9110,
 * 9.2.2), and those with an {@code Idempotency-Key}, by which their server knows them again. And only if their body can
 * be sent twice: one of unknown length is taken for a stream, which can be read once.
 */
public final class Repeatability {
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE");

    /** The field by which a server knows a request again. */
    public static final String KEY = "Idempotency-Key";

    private Repeatability() {}

    /** The options, with what the request says of repetition where they say nothing. */
    static CallOptions of(CallOptions options, HttpRequest request) {
        if (options.repetition() != Repetition.UNSAID) {
            return options;
        }
        return isHarmless(request) ? options.idempotently() : options.atMostOnce();
    }

    private static boolean isHarmless(HttpRequest request) {
        boolean known =
                isIdempotent(request.method(), request.headers().firstValue(KEY).isPresent());
        return known && request.bodyPublisher().map(Repeatability::isRepeatable).orElse(true);
    }

    /**
     * Whether a request does no harm when it is processed twice, be its body at hand or not.
     *
     * @param method in its case
     * @param keyed whether it has the field {@link #KEY}
     */
    public static boolean isIdempotent(String method, boolean keyed) {
        return keyed || IDEMPOTENT.contains(method);
    }

    static boolean isRepeatable(BodyPublisher body) {
        return body.contentLength() >= 0;
    }
}
