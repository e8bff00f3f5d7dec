package io.goodput.gateway.route;

import io.goodput.http.head.RequestTarget;
import java.net.URI;
import java.util.Set;

/**
 * An answer that is the same for all requests of a route.
 *
 * @param status of it
 * @param location where a redirect leads; empty for any other answer
 * @param text of it
 */
public record FixedAnswer(int status, String location, String text) {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /** A text. */
    public static FixedAnswer ofText(int status, String text) {
        return new FixedAnswer(status, "", text);
    }

    /** Leads elsewhere. */
    public static FixedAnswer redirect(int status, String location) {
        if (!REDIRECTS.contains(status)) {
            throw new IllegalArgumentException("status: " + status + " (expected: 301, 302, 303, 307 or 308)");
        }
        URI uri = uri(location);
        boolean leads = uri.getScheme() != null ? uri.getHost() != null : location.startsWith("/");
        if (!leads || location.startsWith("//")) {
            throw new IllegalArgumentException(
                    "to: " + location + " (expected: an address such as https://shop.example, or a path)");
        }
        return new FixedAnswer(status, location, "");
    }

    private static URI uri(String location) {
        try {
            return URI.create(location);
        } catch (IllegalArgumentException none) {
            throw new IllegalArgumentException("to: " + location + " (expected: an address)", none);
        }
    }

    /** Whether it leads elsewhere. */
    public boolean isRedirect() {
        return !location.isEmpty();
    }

    /** Where it leads: an address without a path takes path and query along. */
    public String locationFor(RequestTarget target) {
        String path = uri(location).getRawPath();
        boolean bare = path == null || path.isEmpty();
        return bare && target.path().startsWith("/") ? location + target.inOriginForm() : location;
    }
}
