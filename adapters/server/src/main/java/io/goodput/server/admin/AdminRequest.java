package io.goodput.server.admin;

import io.goodput.http.head.Fields;
import org.jspecify.annotations.Nullable;

/**
 * A request to the operator's port.
 *
 * @param port at which it came in
 * @param method as sent: {@code GET}
 * @param path without its query: {@code /readyz}
 * @param query what follows the question mark; empty if nothing does
 * @param fields of its head
 */
public record AdminRequest(int port, String method, String path, String query, Fields fields) {
    /** The value of a field that has one; null if it has none, or several. */
    @Nullable String field(String name) {
        return fields.count(name) == 1 ? fields.first(name) : null;
    }

    /** Whether it has a field, once or more often. */
    boolean has(String name) {
        return fields.count(name) > 0;
    }

    /** Whether the query has a name: {@code ?verbose} or {@code ?verbose=1}. */
    boolean asks(String name) {
        for (String part : query.split("&", -1)) {
            if (part.equals(name) || part.startsWith(name + "=")) {
                return true;
            }
        }
        return false;
    }
}
