package io.goodput.gateway.config;

import io.goodput.Range;
import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import io.goodput.config.schema.JsonSchema;
import io.goodput.netty.limit.ListenerLimits;
import java.net.InetAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One place where the gateway listens.
 *
 * @param port 0 for one that is free
 * @param address of this machine, as a number
 * @param certificate in PEM; null without TLS
 * @param key in PEM; null without TLS
 * @param insecure whether it may be without TLS beyond loopback
 * @param body the most bytes of a request's body
 */
public record ListenerSettings(
        int port,
        String address,
        @Nullable Path certificate,
        @Nullable Path key,
        boolean insecure,
        long body) {
    /** Which ports there are. */
    public static final Range<Integer> PORT = new Range<>(0, 65_535);

    /** Port 8080 of this machine alone. */
    public static final ListenerSettings STANDARD =
            new ListenerSettings(8080, "127.0.0.1", null, null, false, ListenerLimits.STANDARD.body());

    private static final int LONGEST = 4096;

    private static final Codec<Path> FILE =
            Codec.ofText("the name of a file", JsonSchema.text(LONGEST), Path::of, Path::toString);

    private static final Field<ListenerSettings, Integer> PORT_FIELD = Field.of(
                    "port", Decoders.integer(PORT), ListenerSettings::port)
            .as(STANDARD)
            .about("0 for a free one; --port counts more for the first");

    private static final Field<ListenerSettings, String> ADDRESS = Field.of(
                    "address", Decoders.text(45), ListenerSettings::address)
            .as(STANDARD)
            .about("Beyond 127.0.0.1 it takes TLS, or insecure");

    private static final Field<ListenerSettings, Path> CERTIFICATE = Field.of(
                    "certificate", FILE, ListenerSettings::certificate)
            .about("PEM, the whole chain; read again when it changes");

    private static final Field<ListenerSettings, Path> KEY = Field.of("key", FILE, ListenerSettings::key)
            .about("PEM, PKCS#8; refused if others than its owner and group can read it");

    private static final Field<ListenerSettings, Boolean> INSECURE = Field.of(
                    "insecure", Decoders.bool(), ListenerSettings::insecure)
            .as(STANDARD)
            .about("Without TLS beyond this machine");

    private static final Field<ListenerSettings, Long> BODY = Field.of(
                    "body", Decoders.size(0, ListenerLimits.BODY.most()), ListenerSettings::body)
            .as(STANDARD)
            .about("The most that a request may send; 413 beyond");

    static final Codec<ListenerSettings> CODEC = BlockCodec.of(
            "a listener such as {port: 8080}",
            ListenerSettings::decode,
            PORT_FIELD,
            ADDRESS,
            CERTIFICATE,
            KEY,
            INSECURE,
            BODY);

    /** Refuses half of TLS, a name for an address, and an address that everybody reaches without a word. */
    public ListenerSettings {
        PORT.check("port", port);
        InetAddress where = literal(address);
        if ((certificate == null) != (key == null)) {
            throw new IllegalArgumentException("certificate and key: one of them (expected: both, or none)");
        }
        if (!where.isLoopbackAddress() && certificate == null && !insecure) {
            throw new IllegalArgumentException("address: " + address
                    + " can be reached from other machines (expected: certificate and key, or insecure: true)");
        }
    }

    private static ListenerSettings decode(Block block) {
        return new ListenerSettings(
                block.get(PORT_FIELD),
                block.get(ADDRESS),
                block.find(CERTIFICATE),
                block.find(KEY),
                block.get(INSECURE),
                block.get(BODY));
    }

    /** Where that is. */
    public InetAddress inet() {
        return literal(address);
    }

    private static InetAddress literal(String address) {
        try {
            return InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException none) {
            throw new IllegalArgumentException("address: " + address + " (expected: an IP address such as 127.0.0.1)");
        }
    }
}
