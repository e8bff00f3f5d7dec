package io.goodput.gateway.pass;

import io.goodput.config.policy.client.BalanceSettings;
import io.goodput.config.policy.server.ServerSettings;
import io.goodput.gateway.config.OriginUrl;
import io.goodput.gateway.config.RouteSettings;
import io.goodput.guard.AttemptContext;
import io.goodput.guard.Guard;
import io.goodput.http.HttpClassifier;
import io.goodput.netty.loop.LoopAdmission;
import io.goodput.netty.upstream.Origin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A route with what all of its requests share.
 *
 * @param name of it
 * @param settings what it goes by
 * @param guard of the calls to its origins
 * @param admission what bounds its requests; null for nothing
 * @param origins by the name of their endpoint; none if it answers by itself
 * @param counts of what became of its requests
 */
public record LiveRoute(
        String name,
        RouteSettings settings,
        Guard guard,
        @Nullable LoopAdmission admission,
        Map<String, Origin> origins,
        RouteCounts counts) {
    /**
     * A route with nothing in flight. Names of origins are looked up here, once.
     *
     * @param urls of its origins
     * @throws IOException if a name is unknown
     */
    public static LiveRoute open(String name, RouteSettings settings, List<OriginUrl> urls) throws IOException {
        Map<String, Origin> origins = new HashMap<>();
        for (OriginUrl url : urls) {
            origins.put(url.name(), Origin.plain(url.name(), addressOf(url)));
        }
        BalanceSettings balance = Objects.requireNonNullElse(settings.guard().balance(), BalanceSettings.STANDARD);
        var balanced = new BalanceSettings(
                balance.settings(),
                balance.subset(),
                urls.stream().map(OriginUrl::address).toList());
        Guard guard = settings.guard()
                .withBalance(balanced)
                .newGuard(name)
                .classifier(HttpClassifier.standard())
                .attemptContext(AttemptContext.SPANS)
                .build();
        ServerSettings server = settings.server();
        LoopAdmission admission = server == null ? null : new LoopAdmission(server.limit(), server.admission());
        return new LiveRoute(name, settings, guard, admission, Map.copyOf(origins), new RouteCounts());
    }

    private static InetSocketAddress addressOf(OriginUrl url) throws IOException {
        try {
            return new InetSocketAddress(InetAddress.getByName(url.host()), url.port());
        } catch (UnknownHostException unknown) {
            throw new IOException("upstream: " + url.name() + ": no such host", unknown);
        }
    }

    /** The origin of an endpoint. */
    Origin origin(String endpoint) {
        return Objects.requireNonNull(origins.get(endpoint));
    }
}
