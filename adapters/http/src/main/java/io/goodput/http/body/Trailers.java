package io.goodput.http.body;

import io.goodput.http.head.FieldRole;
import io.goodput.http.head.FieldSyntax;
import io.goodput.http.head.Fields;
import io.goodput.http.head.HeadFault;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which trailers pass: not those that frame or route a message, or speak of its connection, content or sender, all of
 * which was decided at its head (RFC 9110, 6.5.1), and not ours. They are dropped, and the message goes on.
 */
public final class Trailers {
    private static final Set<String> REFUSED = Set.of(
            "authorization",
            "cache-control",
            "content-encoding",
            "content-range",
            "content-type",
            "cookie",
            "expect",
            "grpc-timeout",
            "location",
            "max-forwards",
            "range",
            "set-cookie",
            "trailer",
            "via",
            "www-authenticate");

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
        return FieldRole.of(name) == FieldRole.PLAIN
                && !REFUSED.contains(name.toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
