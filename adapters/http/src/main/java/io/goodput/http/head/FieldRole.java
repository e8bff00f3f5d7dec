package io.goodput.http.head;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a field is for, by its name alone, as one table. Case does not matter, and {@code _} is taken for {@code -}:
 * some servers, those of CGI and WSGI first of all, cannot tell them apart.
 */
public enum FieldRole {
    /** For the next hop only: never passed on. */
    HOP(
            "connection",
            "keep-alive",
            "proxy-connection",
            "transfer-encoding",
            "te",
            "upgrade",
            "http2-settings",
            "proxy-authenticate",
            "proxy-authorization",
            // CVE-2016-5385: a server of CGI makes of it where its own requests go.
            "proxy"),
    /** Says where a message begins and ends, and is written anew. */
    FRAMING("host", "content-length"),
    /** Says where a request came from: believed only of peers that are trusted. */
    PROVENANCE("forwarded", "x-forwarded-*", "x-real-ip"),
    /** Ours, and of the trace: believed only of peers that are trusted. */
    CONTEXT("x-goodput-*", "x-envoy-expected-rq-timeout-ms", "traceparent", "tracestate", "x-request-id"),
    /** Anything else: passed on as it is. */
    PLAIN;

    private static final int SLOTS = 128;
    private static final @Nullable String[] NAMES = new String[SLOTS];
    private static final FieldRole[] ROLES = new FieldRole[SLOTS];

    static {
        for (FieldRole role : values()) {
            role.names().forEach(name -> role.put(name));
        }
    }

    private final String names;

    FieldRole(String... names) {
        this.names = String.join(" ", names);
    }

    /** The names that have it, in lower case; one that ends in {@code *} stands for all that begin like it. */
    public List<String> names() {
        return names.isEmpty() ? List.of() : List.of(names.split(" ", -1));
    }

    private void put(String name) {
        if (name.endsWith("*")) {
            return;
        }
        int slot = hash(name) & (SLOTS - 1);
        while (NAMES[slot] != null) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        NAMES[slot] = name;
        ROLES[slot] = this;
    }

    /** That of a field; nothing is allocated. */
    public static FieldRole of(String name) {
        for (int slot = hash(name) & (SLOTS - 1); NAMES[slot] != null; slot = (slot + 1) & (SLOTS - 1)) {
            String known = NAMES[slot];
            if (known != null && known.length() == name.length() && begins(name, known, known.length())) {
                return ROLES[slot];
            }
        }
        if (beginsLike(name, "x-goodput-*")) {
            return CONTEXT;
        }
        return beginsLike(name, "x-forwarded-*") ? PROVENANCE : PLAIN;
    }

    private static boolean beginsLike(String name, String star) {
        return begins(name, star, star.length() - 1);
    }

    private static boolean begins(String name, String known, int length) {
        if (name.length() < length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (plain(name.charAt(i)) != known.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int hash(String name) {
        int hash = name.length();
        for (int i = 0; i < name.length(); i++) {
            hash = 31 * hash + plain(name.charAt(i));
        }
        return hash ^ (hash >>> 15);
    }

    private static char plain(char c) {
        return c == '_' ? '-' : c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
}
