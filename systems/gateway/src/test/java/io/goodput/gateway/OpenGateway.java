package io.goodput.gateway;

import io.goodput.config.Sections;
import io.goodput.config.language.YamlFile;
import io.goodput.gateway.config.GatewaySection;
import io.goodput.gateway.config.GatewaySettings;
import io.goodput.server.ListenAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** A gateway at a free port, of a section as a file has it. */
final class OpenGateway implements AutoCloseable {
    private final Gateway gateway;

    OpenGateway(String section) throws IOException {
        var first = new ListenAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), null, null);
        gateway = Gateway.open(settings(section), first);
    }

    static GatewaySettings settings(String section) {
        var decoder = Sections.none().with(GatewaySection.GATEWAY).decoder();
        String text = "goodput: 1\ngateway:\n" + section.indent(2);
        return YamlFile.parse("gateway.yaml", text, Map.<String, String>of()::get, decoder)
                .get(GatewaySection.GATEWAY);
    }

    Gateway server() {
        return gateway;
    }

    URI at(String path) {
        return gateway.address().resolve(path);
    }

    Socket connect() throws IOException {
        var socket =
                new Socket(InetAddress.getLoopbackAddress(), gateway.address().getPort());
        socket.setSoTimeout(20_000);
        return socket;
    }

    @Override
    public void close() {
        gateway.drain(Duration.ZERO);
        gateway.close();
    }
}
