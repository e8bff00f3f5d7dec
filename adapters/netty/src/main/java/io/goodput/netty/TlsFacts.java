package io.goodput.netty;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What was agreed on by TLS.
 *
 * @param version {@code TLSv1.3} or {@code TLSv1.2}
 * @param cipher the suite by its name in RFC 8446 or 5246
 * @param serverName that the client asked for by SNI, in lower case; empty if it asked for none
 * @param certificates of the client, its own first, verified; empty if it showed none
 */
public record TlsFacts(String version, String cipher, String serverName, List<X509Certificate> certificates) {
    /** Keeps a copy. */
    public TlsFacts {
        certificates = List.copyOf(certificates);
    }
}
