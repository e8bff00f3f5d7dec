package io.goodput.gateway;

import io.goodput.gateway.config.GatewaySettings;
import io.goodput.gateway.config.ListenerSettings;
import io.goodput.gateway.config.OriginUrl;
import io.goodput.gateway.config.RouteSettings;
import io.goodput.gateway.pass.GatewayHandler;
import io.goodput.gateway.pass.LiveRoute;
import io.goodput.gateway.route.RoutingTable;
import io.goodput.netty.EventLoops;
import io.goodput.netty.limit.ListenerLimits;
import io.goodput.netty.listener.HttpListener;
import io.goodput.netty.listener.ListenerBuilder;
import io.goodput.netty.tls.ServerTls;
import io.goodput.netty.tls.TlsFiles;
import io.goodput.server.ListenAddress;
import io.goodput.server.RunningServer;
import io.goodput.server.admin.AdminSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A gateway that serves. */
final class Gateway implements RunningServer {
    private final GatewaySettings settings;
    private final EventLoops loops;
    private final GatewayHandler handler;
    private final List<HttpListener> listeners = new ArrayList<>();
    private final String scheme;
    private volatile boolean leaving;

    private Gateway(GatewaySettings settings, String scheme, EventLoops loops, GatewayHandler handler) {
        this.settings = settings;
        this.scheme = scheme;
        this.loops = loops;
        this.handler = handler;
    }

    /**
     * Opens it.
     *
     * @param first where the command says that the first listener is; its port counts, and its address and TLS where
     *     they are not the usual ones
     */
    static Gateway open(GatewaySettings settings, ListenAddress first) throws IOException {
        List<LiveRoute> routes = new ArrayList<>();
        for (Map.Entry<String, RouteSettings> each : settings.routes().entrySet()) {
            RouteSettings route = each.getValue();
            routes.add(LiveRoute.open(each.getKey(), route, origins(settings, route.upstream())));
        }
        var table = new RoutingTable<>(routes, route -> route.settings().match());
        EventLoops loops = EventLoops.start("gateway", Runtime.getRuntime().availableProcessors());
        List<ListenerSettings> where = listeners(settings.listeners(), first);
        String scheme = where.getFirst().certificate() == null ? "http" : "https";
        var gateway = new Gateway(settings, scheme, loops, new GatewayHandler(table, settings.trustedProxies(), loops));
        try {
            for (ListenerSettings each : where) {
                gateway.listeners.add(gateway.listen(each));
            }
            return gateway;
        } catch (IOException | RuntimeException failed) {
            gateway.close();
            throw failed;
        }
    }

    /** A route to an upstream that is not there has been refused with the file. */
    private static List<OriginUrl> origins(GatewaySettings settings, @Nullable String upstream) {
        return upstream == null
                ? List.of()
                : Objects.requireNonNull(settings.upstreams().get(upstream), upstream);
    }

    private static List<ListenerSettings> listeners(List<ListenerSettings> file, ListenAddress command) {
        ListenerSettings usual = file.isEmpty() ? ListenerSettings.STANDARD : file.getFirst();
        InetAddress bind = command.address().getAddress();
        boolean says = command.isSecure() || !bind.equals(ListenerSettings.STANDARD.inet()) || file.isEmpty();
        int port = command.address().getPort();
        List<ListenerSettings> all = new ArrayList<>(file);
        // Whoever binds beyond this machine by an option has said the word, or the command has ended.
        ListenerSettings one = says
                ? new ListenerSettings(
                        port, bind.getHostAddress(), command.certificate(), command.key(), true, usual.body())
                : new ListenerSettings(
                        port, usual.address(), usual.certificate(), usual.key(), usual.insecure(), usual.body());
        if (all.isEmpty()) {
            all.add(one);
        } else {
            all.set(0, one);
        }
        return all;
    }

    private HttpListener listen(ListenerSettings where) throws IOException {
        ListenerBuilder builder = HttpListener.at(loops, handler)
                .address(where.inet())
                .port(where.port())
                .limits(ListenerLimits.STANDARD.withBody(where.body()));
        @Nullable Path certificate = where.certificate();
        @Nullable Path key = where.key();
        if (certificate != null && key != null) {
            builder.tls(ServerTls.of(new TlsFiles(certificate, key)));
        } else if (where.insecure()) {
            builder.insecure();
        }
        return builder.open();
    }

    @Override
    public URI address() {
        InetSocketAddress first = listeners.getFirst().address();
        String host = first.getAddress().getHostAddress();
        String shown = host.indexOf(':') < 0 ? host : "[" + host + "]";
        return URI.create(scheme + "://" + shown + ":" + first.getPort());
    }

    @Override
    public AdminSource admin() {
        return new GatewayAdmin(listeners, handler, () -> leaving);
    }

    @Override
    public Duration leaveDelay() {
        return settings.drainDelay();
    }

    @Override
    public Duration drainLimit() {
        return settings.drainTimeout();
    }

    @Override
    public void leave() {
        leaving = true;
    }

    @Override
    public void drain(Duration limit) {
        List<Thread> drains = listeners.stream()
                .map(each -> Thread.ofVirtual().start(() -> each.drain(limit)))
                .toList();
        for (Thread each : drains) {
            try {
                each.join();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void close() {
        listeners.forEach(HttpListener::close);
        handler.close();
        loops.close();
    }
}
