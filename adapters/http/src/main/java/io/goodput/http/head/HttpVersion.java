package io.goodput.http.head;

/** The version that a head came in, or goes out in. */
public enum HttpVersion {
    /** Without a Host, without chunks, and closed after each answer unless told. */
    HTTP_1_0("HTTP/1.0"),
    /** Framed by Content-Length or chunks. */
    HTTP_1_1("HTTP/1.1"),
    /** Framed by the streams below. */
    HTTP_2("HTTP/2");

    private final String text;

    HttpVersion(String text) {
        this.text = text;
    }

    /** As in a request line; {@code HTTP/2} is in none. */
    @Override
    public String toString() {
        return text;
    }
}
