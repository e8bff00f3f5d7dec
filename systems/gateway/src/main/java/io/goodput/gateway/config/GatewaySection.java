package io.goodput.gateway.config;

import io.goodput.config.language.Codec;
import io.goodput.config.section.Section;
import io.goodput.config.section.Vocabulary;
import java.util.List;

/** {@code gateway:} in a configuration file. */
public final class GatewaySection implements Section<GatewaySettings>, Vocabulary {
    /** The section. */
    public static final GatewaySection GATEWAY = new GatewaySection();

    /** For the service loader. */
    public GatewaySection() {}

    @Override
    public List<Section<?>> sections() {
        return List.of(GATEWAY);
    }

    @Override
    public String key() {
        return "gateway";
    }

    @Override
    public String about() {
        return "What a gateway serves, and from where";
    }

    @Override
    public Codec<GatewaySettings> codec() {
        return GatewaySettings.CODEC;
    }

    @Override
    public GatewaySettings absent() {
        return GatewaySettings.NONE;
    }

    @Override
    public String summary(GatewaySettings value) {
        int routes = value.routes().size();
        return routes == 0 ? "" : routes + " route" + (routes == 1 ? "" : "s");
    }
}
