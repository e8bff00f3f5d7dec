package io.goodput.http.head;

/**
 * What a request asks for, whatever form its target had.
 *
 * @param form which it had
 * @param scheme {@code http} or {@code https} in lower case, if the target or HTTP/2 names one; else empty
 * @param authority host, and port if there is one, in lower case; empty if HTTP/1.0 tells none
 * @param path normal, as {@link NormalPath} says: what rules are matched with is what is passed on; {@code *} of
 *     OPTIONS for the server as such
 * @param query with its {@code ?}, as it came; empty without one
 */
public record RequestTarget(Form form, String scheme, String authority, String path, String query) {
    /** The forms of RFC 9112, 3.2, without the authority that CONNECT has. */
    public enum Form {
        /** {@code /path?query}. */
        ORIGIN,
        /** {@code http://host/path?query}, whose host counts more than that of {@code Host}. */
        ABSOLUTE,
        /** {@code *}. */
        ASTERISK
    }

    /** As a request line to an origin has it: path and query, or {@code *}. */
    public String inOriginForm() {
        return query.isEmpty() ? path : path + query;
    }

    /** Without the query, which may hold secrets. */
    @Override
    public String toString() {
        return authority + path;
    }
}
