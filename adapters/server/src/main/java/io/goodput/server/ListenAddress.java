package io.goodput.server;

import io.goodput.config.problem.ConfigException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a server listens. Beyond this machine only with TLS, or if somebody has said in so many words that it is to be
 * without.
 *
 * @param address a port of 0 stands for a free one
 * @param certificate the file with the chain of certificates; null without TLS
 * @param key the file with its key; null without TLS
 */
public record ListenAddress(
        InetSocketAddress address,
        @Nullable Path certificate,
        @Nullable Path key) {
    /** Refuses half of TLS. */
    public ListenAddress {
        if ((certificate == null) != (key == null)) {
            throw new ConfigException("--tls-certificate and --tls-key: one of them (expected: both, or none)");
        }
    }

    /**
     * As the options say.
     *
     * @param bind name or number of an address of this machine
     * @param insecure whether it may be without TLS beyond loopback
     * @throws ConfigException if there is no such address, or it takes more than was said
     */
    static ListenAddress of(String bind, int port, @Nullable Path certificate, @Nullable Path key, boolean insecure) {
        InetAddress address;
        try {
            address = InetAddress.getByName(bind);
        } catch (UnknownHostException unknown) {
            throw new ConfigException("--bind: " + bind + " (expected: an address of this machine)");
        }
        var listen = new ListenAddress(new InetSocketAddress(address, port), certificate, key);
        if (!address.isLoopbackAddress() && certificate == null && !insecure) {
            throw new ConfigException("--bind: " + bind
                    + " can be reached from other machines (expected: --tls-certificate and --tls-key, or --insecure)");
        }
        return listen;
    }

    /** Whether it speaks TLS. */
    public boolean isSecure() {
        return certificate != null;
    }
}
