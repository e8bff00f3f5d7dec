package io.goodput.http.head;

/**
 * What must be known of a request to read its response.
 *
 * @param head whether the method was HEAD: there is no body, whatever the fields say
 * @param tunnel whether it asked for another protocol, and may have it: by {@code Upgrade}, or by the extended CONNECT
 *     of HTTP/2
 */
public record Asked(boolean head, boolean tunnel) {
    /** Neither, as of most requests. */
    public static final Asked PLAINLY = new Asked(false, false);

    /** For the head alone. */
    public static final Asked FOR_HEAD = new Asked(true, false);

    /** For a tunnel. */
    public static final Asked FOR_TUNNEL = new Asked(false, true);

    /** Without a tunnel, by its method. */
    public static Asked by(String method) {
        return method.equals("HEAD") ? FOR_HEAD : PLAINLY;
    }
}
