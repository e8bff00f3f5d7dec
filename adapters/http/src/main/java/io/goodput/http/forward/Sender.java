package io.goodput.http.forward;

/**
 * Who has sent a request, as its connection tells and not as its fields do.
 *
 * @param address an IP address in text, without a zone or a port; empty if there is none, as of a Unix socket
 * @param scheme of the listener: {@code http} or {@code https}
 * @param trusted whether it is one of the proxies whose word counts on where the request came from, and in which
 *     context
 */
public record Sender(String address, String scheme, boolean trusted) {}
