package io.goodput.netty.upstream;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import java.nio.file.Path;
import javax.net.ssl.SSLException;

/**
 * TLS 1.3 and 1.2 to origins: whose word is taken for who they are. Their certificates must have the name that they are
 * asked for by.
 */
public final class UpstreamTls {
    private static final int ANY_PORT = -1;

    private final SslContext context;

    private UpstreamTls(SslContext context) {
        this.context = context;
    }

    /** Trusts whom the JDK does. */
    public static UpstreamTls standard() throws SSLException {
        return new UpstreamTls(builder().build());
    }

    /**
     * Trusts these certificates and no others.
     *
     * @param certificates a file of one or more in PEM
     * @throws SSLException if there are none in it
     */
    public static UpstreamTls trusting(Path certificates) throws SSLException {
        try {
            return new UpstreamTls(builder().trustManager(certificates.toFile()).build());
        } catch (IllegalArgumentException wrong) {
            throw new SSLException(certificates + ": no certificates (expected: PEM)", wrong);
        }
    }

    private static SslContextBuilder builder() {
        return SslContextBuilder.forClient()
                .sslProvider(SslProvider.JDK)
                .protocols("TLSv1.3", "TLSv1.2")
                .endpointIdentificationAlgorithm("HTTPS");
    }

    SslHandler handler(ByteBufAllocator allocator, Origin origin) {
        SslHandler handler = context.newHandler(allocator, origin.tlsHost(), ANY_PORT);
        handler.setHandshakeTimeoutMillis(0);
        return handler;
    }
}
