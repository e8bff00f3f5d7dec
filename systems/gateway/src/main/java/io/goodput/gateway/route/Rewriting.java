package io.goodput.gateway.route;

import io.goodput.http.head.RequestTarget;

/**
 * What is sent in place of what was asked for. All but the prefix of the path is sent as it was matched.
 *
 * @param path in place of what the route's path is; empty to leave it
 * @param host in place of the client's; empty to leave it
 */
public record Rewriting(String path, String host) {
    /** Nothing is changed. */
    public static final Rewriting NONE = new Rewriting("", "");

    /** Refuses a path that is none, and a host that could end a line. */
    public Rewriting {
        Paths.check("path", path);
        if (!host.chars().allMatch(c -> c > ' ' && c < 127 && "/\\?#@,".indexOf(c) < 0)) {
            throw new IllegalArgumentException("host: " + host + " (expected: a name, and a port if need be)");
        }
    }

    /**
     * The target that an origin is sent.
     *
     * @param prefix the route's path; empty if it has none
     * @param origin host and port of the origin, for clients that name no host
     */
    public RequestTarget of(RequestTarget asked, String prefix, String origin) {
        String authority = !host.isEmpty() ? host : asked.authority().isEmpty() ? origin : asked.authority();
        boolean moves = !path.isEmpty() && asked.path().startsWith("/");
        String sent = moves ? Paths.moved(asked.path(), prefix.isEmpty() ? "/" : prefix, path) : asked.path();
        return new RequestTarget(asked.form(), asked.scheme(), authority, sent, asked.query());
    }
}
