package io.goodput.gateway;

import io.goodput.Criticality;
import io.goodput.config.Configuration;
import io.goodput.config.problem.ConfigException;
import io.goodput.gateway.config.GatewaySection;
import io.goodput.gateway.config.GatewaySettings;
import io.goodput.gateway.config.ListenerSettings;
import io.goodput.gateway.config.RouteSettings;
import io.goodput.gateway.route.FixedAnswer;
import io.goodput.gateway.route.Rewriting;
import io.goodput.gateway.route.RouteMatch;
import io.goodput.server.RunningServer;
import io.goodput.server.ServerKind;
import io.goodput.server.ServerOpening;
import io.goodput.server.folder.FolderFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The gateway, as a server of the house. */
public final class GatewayKind implements ServerKind {
    private static final String UNCONFIGURED =
            "This is a gateway of Goodput without a configuration. Start it with one: goodput gateway FILE.yaml\n";

    /** There is one, without state. */
    public GatewayKind() {}

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public int port() {
        return ListenerSettings.STANDARD.port();
    }

    @Override
    public int port(@Nullable Path file) {
        List<ListenerSettings> listeners = settings(file).listeners();
        return listeners.isEmpty() ? port() : listeners.getFirst().port();
    }

    @Override
    public FolderFormat format() {
        return new FolderFormat(name(), 1, 1);
    }

    @Override
    public RunningServer open(ServerOpening opening) throws IOException {
        return Gateway.open(settings(opening.file()), opening.address());
    }

    private static GatewaySettings settings(@Nullable Path file) {
        if (file == null) {
            return unconfigured();
        }
        GatewaySettings settings = Configuration.read(file).get(GatewaySection.GATEWAY);
        if (settings.routes().isEmpty()) {
            throw new ConfigException(file + ": nothing to serve (expected: gateway, with routes)");
        }
        return settings;
    }

    /** Everything is answered, so that whoever has forgotten the file sees it. */
    private static GatewaySettings unconfigured() {
        var routes = new LinkedHashMap<String, RouteSettings>();
        routes.put(
                "unconfigured",
                new RouteSettings(
                        RouteMatch.ANY,
                        null,
                        Rewriting.NONE,
                        FixedAnswer.ofText(503, UNCONFIGURED),
                        RouteSettings.STANDARD_GUARD,
                        null,
                        Criticality.CRITICAL,
                        "",
                        0));
        return new GatewaySettings(List.of(), List.of(), Duration.ZERO, Duration.ZERO, new LinkedHashMap<>(), routes);
    }
}
