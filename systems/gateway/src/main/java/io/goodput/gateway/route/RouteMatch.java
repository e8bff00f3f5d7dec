package io.goodput.gateway.route;

import io.goodput.http.head.AcceptedRequest;
import io.goodput.http.head.FieldSyntax;
import io.goodput.http.head.RequestTarget;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Which requests fit a route; what is empty fits all.
 *
 * @param host of the target, without a port, in lower case; {@code *.example} for all below a name
 * @param path that of the target begins with, in whole segments: {@code /shop} fits {@code /shop/1} and not
 *     {@code /shopping}
 * @param method in its case
 * @param header fields that are there once and have these values
 */
public record RouteMatch(String host, String path, String method, SequencedMap<String, String> header) {
    /** Fits everything. */
    public static final RouteMatch ANY = new RouteMatch("", "", "", new LinkedHashMap<>());

    /** Refuses a path that no target can have. */
    public RouteMatch {
        host = host.toLowerCase(Locale.ROOT);
        Paths.check("path", path);
        if (host.indexOf(':') >= 0 && !host.endsWith("]")) {
            throw new IllegalArgumentException("host: " + host + " (expected: without a port)");
        }
        if (!method.isEmpty() && !FieldSyntax.isToken(method)) {
            throw new IllegalArgumentException("method: " + method + " (expected: a token such as GET)");
        }
        header = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(header));
    }

    /** Whether a request does. */
    public boolean fits(AcceptedRequest request) {
        RequestTarget target = request.target();
        return (method.isEmpty() || method.equals(request.head().method()))
                && (path.isEmpty() || Paths.isBelow(target.path(), path))
                && (host.isEmpty() || fitsHost(withoutPort(target.authority())))
                && fitsFields(request);
    }

    private boolean fitsHost(String name) {
        return host.startsWith("*.")
                ? name.length() > host.length() - 1 && name.endsWith(host.substring(1))
                : name.equals(host);
    }

    private static String withoutPort(String authority) {
        int colon = authority.lastIndexOf(':');
        return colon < 0 || colon < authority.indexOf(']') ? authority : authority.substring(0, colon);
    }

    private boolean fitsFields(AcceptedRequest request) {
        for (Map.Entry<String, String> each : header.entrySet()) {
            boolean once = request.head().fields().count(each.getKey()) == 1;
            if (!once || !each.getValue().equals(request.head().fields().first(each.getKey()))) {
                return false;
            }
        }
        return true;
    }
}
