package io.goodput.load.http;

/** What is spoken. Over TLS it is agreed on by ALPN, and whoever speaks something else is not connected. */
public enum WireProtocol {
    /** One request at a time on each connection, kept alive. */
    HTTP_1_1("http/1.1"),
    /** Many at a time; without TLS by prior knowledge. */
    HTTP_2("h2");

    private final String alpn;

    WireProtocol(String alpn) {
        this.alpn = alpn;
    }

    /** Its name in ALPN. */
    String alpn() {
        return alpn;
    }
}
