package io.goodput.http.forward;

import io.goodput.http.head.Fields;
import io.goodput.http.head.HttpVersion;
import io.goodput.http.head.RequestTarget;

/**
 * Where a request goes on to.
 *
 * @param version that the origin speaks: 1.1 or 2
 * @param target as it was asked for, or as a route rewrites it; with an authority
 * @param ours fields that we add, of the context first of all: they take the place of any others of their names
 */
public record Onward(HttpVersion version, RequestTarget target, Fields ours) {
    /** Refuses what no origin could be sent. */
    public Onward {
        if (version == HttpVersion.HTTP_1_0) {
            throw new IllegalArgumentException("version: " + version + " (expected: HTTP/1.1 or HTTP/2)");
        }
        if (target.authority().isEmpty()) {
            throw new IllegalArgumentException("target: no authority (expected: that of the request or of its origin)");
        }
    }
}
