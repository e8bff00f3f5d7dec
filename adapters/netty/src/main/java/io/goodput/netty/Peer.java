package io.goodput.netty;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the other end of a connection, as the connection tells and no field does.
 *
 * @param client the address that the request comes from: that of the connection, or the one that a named peer told by
 *     the PROXY protocol
 * @param connection the address at the other end of the socket
 * @param local our address; the one that the client connected to, if the PROXY protocol tells it
 * @param tls null without TLS
 */
public record Peer(
        InetSocketAddress client,
        InetSocketAddress connection,
        InetSocketAddress local,
        @Nullable TlsFacts tls) {
    /** {@code https} with TLS, else {@code http}. */
    public String scheme() {
        return tls == null ? "http" : "https";
    }

    /** The client's IP address in text, without a zone or a port, as {@link io.goodput.http.forward.Sender} has it. */
    public String address() {
        String text = client.getAddress().getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }
}
