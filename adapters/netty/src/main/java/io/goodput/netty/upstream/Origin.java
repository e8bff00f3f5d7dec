package io.goodput.netty.upstream;

import java.net.InetSocketAddress;

/**
 * Where requests go.
 *
 * @param name which its pool, its counts and its endpoint are known by
 * @param address resolved: to look a name up would hold the loop
 * @param tlsHost the name that its certificate must have, and that it is asked for by SNI; empty for plain HTTP
 */
public record Origin(String name, InetSocketAddress address, String tlsHost) {
    /** Refuses a name that was not looked up. */
    public Origin {
        if (address.isUnresolved()) {
            throw new IllegalArgumentException("address: " + address + " (expected: a resolved one)");
        }
    }

    /** Without TLS. */
    public static Origin plain(String name, InetSocketAddress address) {
        return new Origin(name, address, "");
    }

    /** Whether it speaks TLS. */
    public boolean isSecure() {
        return !tlsHost.isEmpty();
    }
}
