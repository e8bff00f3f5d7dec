package io.goodput.http.head;

/**
 * The head of a request, as plain values.
 *
 * @param method as it is written: methods have a case
 * @param target as in a request line: {@code /path?query}, {@code http://host/path}, {@code host:port} or {@code *}
 * @param version it came in, or goes out in
 * @param fields without pseudo-header fields
 */
public record RequestHead(String method, String target, HttpVersion version, Fields fields) {
    /** The same with other fields. */
    public RequestHead withFields(Fields other) {
        return new RequestHead(method, target, version, other);
    }

    /** Without the query, which may hold secrets. */
    @Override
    public String toString() {
        int query = target.indexOf('?');
        return method + " " + (query < 0 ? target : target.substring(0, query)) + " " + version + " " + fields;
    }
}
