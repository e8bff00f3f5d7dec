package io.goodput.load.http;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** TLS from the client's side: whose certificates are believed, for which names, and which protocol is asked for. */
final class ClientTls {
    private final HttpSettings settings;

    /** Made when it is needed: most loads need none. */
    private @Nullable SslContext context;

    /**
     * By Java's own TLS.
     *
     * @throws IllegalArgumentException if the certificates of authorities cannot be read
     */
    ClientTls(HttpSettings settings) {
        this.settings = settings;
        if (settings.trust() instanceof TlsTrust.Authorities) {
            context = newContext(settings);
        }
    }

    private static SslContext newContext(HttpSettings settings) {
        var builder = SslContextBuilder.forClient()
                .sslProvider(SslProvider.JDK)
                .applicationProtocolConfig(new ApplicationProtocolConfig(
                        Protocol.ALPN,
                        SelectorFailureBehavior.NO_ADVERTISE,
                        SelectedListenerFailureBehavior.ACCEPT,
                        settings.protocol().alpn()));
        try {
            switch (settings.trust()) {
                case TlsTrust.Java() -> {}
                case TlsTrust.Authorities(var certificates) -> builder.trustManager(certificates.toFile());
                case TlsTrust.Insecure() ->
                    builder.trustManager(InsecureTrustManagerFactory.INSTANCE).endpointIdentificationAlgorithm("");
            }
            return builder.build();
        } catch (SSLException | IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(
                    "trust: " + settings.trust() + " cannot be read (expected: certificates in PEM)", unreadable);
        }
    }

    /** For a connection to that server; any thread may ask. */
    synchronized SslHandler handler(ByteBufAllocator allocator, ServerAddress address) {
        if (settings.trust() instanceof TlsTrust.Insecure && !isLoopback(address.host())) {
            throw new IllegalStateException(
                    address.host() + " is not this machine (expected: --insecure for a loopback address only)");
        }
        if (context == null) {
            context = newContext(settings);
        }
        return context.newHandler(allocator, address.host(), address.port());
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
