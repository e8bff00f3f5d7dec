package io.goodput.gateway.config;

import io.goodput.balance.Address;
import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import io.goodput.config.language.Names;
import io.goodput.config.schema.JsonSchema;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An origin: {@code http://127.0.0.1:9001}, or {@code {url: "http://127.0.0.1:9001", zone: a}}.
 *
 * @param host its name or number, in brackets if that is of IPv6
 * @param port of it
 * @param zone the failure domain that it is in; empty where there are none
 */
public record OriginUrl(String host, int port, String zone) {
    private static final String EXPECTED = "a URL such as http://127.0.0.1:9001";
    private static final int LONGEST = 256;
    private static final int HTTP = 80;
    private static final int MOST_PORT = 65_535;

    private static final Codec<OriginUrl> TEXT =
            Codec.ofText(EXPECTED, JsonSchema.text(LONGEST), OriginUrl::parse, OriginUrl::url);

    private static final Field<OriginUrl, OriginUrl> URL =
            Field.of("url", TEXT, (OriginUrl origin) -> origin).required().about("Such as http://127.0.0.1:9001");

    private static final Field<OriginUrl, String> ZONE =
            Field.of("zone", Names.CODEC, OriginUrl::zoneOrNull).about("Where it is");

    private static final Codec<OriginUrl> BLOCK =
            BlockCodec.of("a block such as {url: \"http://127.0.0.1:9001\", zone: a}", OriginUrl::decode, URL, ZONE);

    private static final Codec<OriginUrl> CODEC = Codec.of(
            Decoder.of(
                    EXPECTED + ", or " + BLOCK.expected(),
                    JsonSchema.anyOf(TEXT.schema(), BLOCK.schema()),
                    node -> (node.isBlock() ? BLOCK : TEXT).decode(node)),
            origin -> (origin.zone.isEmpty() ? TEXT : BLOCK).write(origin));

    static final Codec<List<OriginUrl>> LIST_CODEC = Decoders.listOf(CODEC);

    private static OriginUrl decode(Block block) {
        OriginUrl url = block.get(URL);
        return new OriginUrl(url.host, url.port, block.get(ZONE.otherwise("")));
    }

    private @Nullable String zoneOrNull() {
        return zone.isEmpty() ? null : zone;
    }

    static OriginUrl parse(String text) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (java.net.URISyntaxException none) {
            throw unmet(text);
        }
        boolean bare = uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && (uri.getRawPath() == null
                        || uri.getRawPath().isEmpty()
                        || uri.getRawPath().equals("/"));
        int port = uri.getPort() < 0 ? HTTP : uri.getPort();
        if (!"http".equals(uri.getScheme()) || uri.getHost() == null || !bare || port == 0 || port > MOST_PORT) {
            throw unmet(text);
        }
        return new OriginUrl(uri.getHost(), port, "");
    }

    private static IllegalArgumentException unmet(String text) {
        return new IllegalArgumentException(text + ": no origin (expected: " + EXPECTED + ", without a path)");
    }

    private String url() {
        return "http://" + name();
    }

    /** Host and port: what it is known by. */
    public String name() {
        return host + ":" + port;
    }

    /** As a balancer has it. */
    public Address address() {
        return new Address(name(), zone);
    }
}
