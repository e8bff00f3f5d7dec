package io.goodput.http.body;

import io.goodput.http.head.FieldSyntax;
import io.goodput.http.head.Fields;
import io.goodput.http.head.HeadFault;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which trailers pass: not those that frame or route a message, or speak of its connection, content or sender, all of
 * which was decided at its head (RFC 9110, 6.5.1), and not ours. They are dropped, and the message goes on.
 */
public final class Trailers {
    private Trailers() {}

    /** What is wrong with any of them; null if nothing is. */
    public static @Nullable HeadFault faultOf(Fields trailers) {
        for (int i = 0; i < trailers.size(); i++) {
            if (!FieldSyntax.isToken(trailers.name(i))) {
                return HeadFault.FIELD_NAME;
            }
            if (!FieldSyntax.isValue(trailers.value(i))) {
                return HeadFault.FIELD_VALUE;
            }
        }
        return null;
    }

    /** Those that pass, in their order. */
    public static Fields passing(Fields trailers) {
        if (trailers.size() == 0) {
            return trailers;
        }
        var passing = new Fields.Builder();
        for (int i = 0; i < trailers.size(); i++) {
            if (passes(trailers.name(i))) {
                passing.add(trailers.name(i), trailers.value(i));
            }
        }
        return passing.build();
    }

    /** Whether a trailer of that name passes, whatever the case of the name. */
    public static boolean passes(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (lower) {
            case "content-length", "transfer-encoding", "trailer", "host", "content-encoding", "content-type", "content-range" ->
                false;
            case "connection", "keep-alive", "proxy-connection", "te", "upgrade" -> false;
            case "authorization", "proxy-authorization", "proxy-authenticate", "www-authenticate" -> false;
            case "cookie", "set-cookie", "cache-control", "expect", "max-forwards", "range", "location" -> false;
            case "forwarded", "x-real-ip", "traceparent", "tracestate", "x-request-id" -> false;
            case "x-envoy-expected-rq-timeout-ms", "grpc-timeout" -> false;
            default -> !lower.startsWith(":") && !lower.startsWith("x-goodput-") && !lower.startsWith("x-forwarded-");
        };
    }
}
