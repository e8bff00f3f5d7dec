package io.goodput.gateway.config;

import io.goodput.config.language.Codec;
import io.goodput.config.schema.JsonSchema;
import java.net.InetAddress;

/**
 * Addresses that begin with the same bits: {@code 10.0.0.0/8}, or one alone.
 *
 * @param address any of them
 * @param bits how many are the same
 */
public record PeerRange(InetAddress address, int bits) {
    private static final int LONGEST = 49;
    private static final String EXPECTED = "an IP address such as 10.0.0.7, or a range such as 10.0.0.0/8";

    static final Codec<PeerRange> CODEC =
            Codec.ofText(EXPECTED, JsonSchema.text(LONGEST), PeerRange::parse, PeerRange::toString);

    /** Refuses more bits than an address has. */
    public PeerRange {
        if (bits < 0 || bits > 8 * address.getAddress().length) {
            throw new IllegalArgumentException(
                    "bits: " + bits + " (expected: >= 0 and <= " + 8 * address.getAddress().length + ")");
        }
    }

    static PeerRange parse(String text) {
        int slash = text.indexOf('/');
        try {
            InetAddress address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
            int all = 8 * address.getAddress().length;
            return new PeerRange(address, slash < 0 ? all : Integer.parseInt(text.substring(slash + 1)));
        } catch (IllegalArgumentException none) {
            throw new IllegalArgumentException(text + ": no range of addresses (expected: " + EXPECTED + ")", none);
        }
    }

    /** Whether an address is one of them. */
    public boolean contains(InetAddress other) {
        byte[] own = address.getAddress();
        byte[] others = other.getAddress();
        if (own.length != others.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit & 7);
            if (((own[bit >> 3] ^ others[bit >> 3]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /** As it is written. */
    @Override
    public String toString() {
        return address.getHostAddress() + (bits == 8 * address.getAddress().length ? "" : "/" + bits);
    }
}
