package io.goodput.netty.proxy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A header of version 2.
 *
 * @param source of the connection that is passed on; null if the sender speaks for itself, as in a check of health, or
 *     tells no addresses of IP
 * @param destination of that connection; null like the source
 * @param length of the header in bytes
 */
public record ProxyHeader(
        @Nullable InetSocketAddress source, @Nullable InetSocketAddress destination, int length) {
    /** The most bytes of a header that are borne, all its extensions included. */
    public static final int LONGEST = 2048;

    private static final byte[] SIGNATURE = {0x0D, 0x0A, 0x0D, 0x0A, 0x00, 0x0D, 0x0A, 0x51, 0x55, 0x49, 0x54, 0x0A};
    private static final int FIXED = 16;
    private static final int LOCAL = 0x20;
    private static final int PROXIED = 0x21;
    private static final int TCP_4 = 0x11;
    private static final int TCP_6 = 0x21;

    /** What is read of bytes that no header begins with. */
    public static final ProxyHeader NONE = new ProxyHeader(null, null, 0);

    /**
     * Reads one, and takes its bytes.
     *
     * @param in from the first byte of the connection on; it is left as it is unless a header is whole
     * @return null if it takes more bytes; {@link #NONE} if this is no header
     */
    public static @Nullable ProxyHeader read(ByteBuffer in) {
        for (int i = 0; i < Math.min(SIGNATURE.length, in.remaining()); i++) {
            if (in.get(in.position() + i) != SIGNATURE[i]) {
                return NONE;
            }
        }
        if (in.remaining() < FIXED) {
            return null;
        }
        int start = in.position();
        int command = in.get(start + 12) & 0xFF;
        int family = in.get(start + 13) & 0xFF;
        int rest = in.getShort(start + 14) & 0xFFFF;
        if ((command != LOCAL && command != PROXIED) || FIXED + rest > LONGEST) {
            return NONE;
        }
        if (in.remaining() < FIXED + rest) {
            return null;
        }
        ProxyHeader header = addresses(in.slice(start + FIXED, rest), command == PROXIED ? family : 0, FIXED + rest);
        in.position(start + header.length());
        return header;
    }

    /** Whether this is {@link #NONE}. */
    public boolean isNone() {
        return length == 0;
    }

    private static ProxyHeader addresses(ByteBuffer body, int family, int length) {
        int size = family == TCP_4 ? 4 : family == TCP_6 ? 16 : 0;
        if (size == 0) {
            return new ProxyHeader(null, null, length);
        }
        if (body.remaining() < 2 * size + 4) {
            return NONE;
        }
        int ports = 2 * size;
        return new ProxyHeader(
                new InetSocketAddress(address(body, 0, size), body.getShort(ports) & 0xFFFF),
                new InetSocketAddress(address(body, size, size), body.getShort(ports + 2) & 0xFFFF),
                length);
    }

    private static InetAddress address(ByteBuffer body, int from, int size) {
        byte[] bytes = new byte[size];
        body.get(from, bytes);
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of " + size + " bytes", e);
        }
    }
}
