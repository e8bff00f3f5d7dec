package io.goodput.gateway.config;

import io.goodput.NameRule;
import io.goodput.Range;
import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import io.goodput.config.language.Node;
import io.goodput.config.problem.NearestName;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway serves, and from where.
 *
 * @param listeners where it listens; none for port 8080 of 127.0.0.1
 * @param trustedProxies peers whose word counts on where a request came from, and in which context
 * @param drainDelay for how long it goes on to take requests after it has said that it is not ready
 * @param drainTimeout how long requests in hand may take after that
 * @param upstreams lists of origins, by name
 * @param routes by name; the first that fits a request counts
 */
public record GatewaySettings(
        List<ListenerSettings> listeners,
        List<PeerRange> trustedProxies,
        Duration drainDelay,
        Duration drainTimeout,
        SequencedMap<String, List<OriginUrl>> upstreams,
        SequencedMap<String, RouteSettings> routes) {
    /** What both drain times may be. */
    public static final Range<Duration> DRAIN = new Range<>(Duration.ZERO, Duration.ofHours(1));

    /** No routes; 5 s in which others learn that it ends, and 30 s for what is in hand. */
    public static final GatewaySettings NONE = new GatewaySettings(
            List.of(),
            List.of(),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            new LinkedHashMap<>(),
            new LinkedHashMap<>());

    private static final Field<GatewaySettings, List<ListenerSettings>> LISTENERS = Field.of(
                    "listeners", Decoders.listOf(ListenerSettings.CODEC), GatewaySettings::listeners)
            .otherwise(List.of())
            .about("Where it listens; port 8080 of 127.0.0.1 if it is left out");

    private static final Field<GatewaySettings, List<PeerRange>> TRUSTED_PROXIES = Field.of(
                    "trusted-proxies", Decoders.listOf(PeerRange.CODEC), GatewaySettings::trustedProxies)
            .otherwise(List.of())
            .about("Whose word counts on where a request came from, and in which context");

    private static final Field<GatewaySettings, Duration> DRAIN_DELAY = Field.of(
                    "drain-delay", Decoders.duration(DRAIN), GatewaySettings::drainDelay)
            .as(NONE)
            .about("Not ready, and still serving");

    private static final Field<GatewaySettings, Duration> DRAIN_TIMEOUT = Field.of(
                    "drain-timeout", Decoders.duration(DRAIN), GatewaySettings::drainTimeout)
            .as(NONE)
            .about("How long requests in hand may take at the end");

    private static final Field<GatewaySettings, SequencedMap<String, List<OriginUrl>>> UPSTREAMS = Field.of(
                    "upstreams", Decoders.named(NameRule.WORD, OriginUrl.LIST_CODEC), GatewaySettings::upstreams)
            .otherwise(new LinkedHashMap<>())
            .about("Lists of origins");

    private static final Field<GatewaySettings, SequencedMap<String, RouteSettings>> ROUTES = Field.of(
                    "routes", Decoders.named(NameRule.WORD, RouteSettings.CODEC), GatewaySettings::routes)
            .required()
            .about("The first that fits a request counts");

    /** The keys of the section; {@code routes} is required. */
    public static final Codec<GatewaySettings> CODEC = BlockCodec.of(
                    "a gateway such as {upstreams: {shop: [\"http://127.0.0.1:9001\"]}, routes: {all: {upstream: shop}}}",
                    GatewaySettings::decode,
                    LISTENERS,
                    TRUSTED_PROXIES,
                    DRAIN_DELAY,
                    DRAIN_TIMEOUT,
                    UPSTREAMS,
                    ROUTES)
            .defined("gateway");

    /** Refuses a time that is out of bounds, and a route to an upstream that there is not. */
    public GatewaySettings {
        listeners = List.copyOf(listeners);
        trustedProxies = List.copyOf(trustedProxies);
        DRAIN.check("drain-delay", drainDelay);
        DRAIN.check("drain-timeout", drainTimeout);
        upstreams = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(upstreams));
        routes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(routes));
        for (RouteSettings route : routes.values()) {
            if (route.upstream() != null && !upstreams.containsKey(route.upstream())) {
                throw new IllegalArgumentException(unknown(route.upstream(), upstreams));
            }
        }
    }

    private static GatewaySettings decode(Block block) {
        SequencedMap<String, List<OriginUrl>> upstreams = block.get(UPSTREAMS);
        SequencedMap<String, RouteSettings> routes = block.get(ROUTES);
        routes.forEach((name, route) -> {
            if (route.upstream() != null && !upstreams.containsKey(route.upstream())) {
                throw placeOf(block, name).error(unknown(route.upstream(), upstreams));
            }
        });
        return new GatewaySettings(
                block.get(LISTENERS),
                block.get(TRUSTED_PROXIES),
                block.get(DRAIN_DELAY),
                block.get(DRAIN_TIMEOUT),
                upstreams,
                routes);
    }

    private static Node placeOf(Block block, String route) {
        Node routes = block.required(ROUTES);
        Node place = Objects.requireNonNull(routes.entries().get(route));
        return Objects.requireNonNull(place.entries().get("upstream"));
    }

    private static String unknown(String name, SequencedMap<String, ?> upstreams) {
        @Nullable String nearest = NearestName.of(name, upstreams.keySet());
        return name + ": unknown upstream" + (nearest == null ? "" : ", did you mean " + nearest + "?") + " (expected: "
                + (upstreams.isEmpty()
                        ? "one of 'upstreams', which has none"
                        : "one of " + String.join(", ", upstreams.keySet()))
                + ")";
    }
}
