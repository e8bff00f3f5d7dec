package io.goodput.server.admin;

import io.goodput.netty.EventLoops;
import io.goodput.netty.limit.ListenerLimits;
import io.goodput.netty.listener.HttpListener;
import io.goodput.server.folder.AdminToken;
import java.io.IOException;
import java.net.URI;

/**
 * The operator's port: on 127.0.0.1, with a thread and limits of its own, so that it answers while the server has more
 * to do than it can.
 */
public final class AdminPort implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 256;

    private final EventLoops loop;
    private final HttpListener listener;

    private AdminPort(EventLoops loop, HttpListener listener) {
        this.loop = loop;
        this.listener = listener;
    }

    /**
     * Opens it.
     *
     * @param port 0 for a free one
     * @throws IOException if the port cannot be had
     */
    public static AdminPort open(int port, ServerIdentity identity, AdminSource source, AdminToken token)
            throws IOException {
        var handler = new AdminHandler(new AdminPages(identity, source, new AdminRules(token)));
        EventLoops loop = EventLoops.start("goodput-admin", 1);
        try {
            return new AdminPort(
                    loop,
                    HttpListener.at(loop, handler)
                            .port(port)
                            .limits(ListenerLimits.STANDARD.withBody(0).withConnections(MOST_CONNECTIONS))
                            .open());
        } catch (IOException | RuntimeException taken) {
            loop.close();
            throw taken;
        }
    }

    /** Where it is. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + listener.address().getPort());
    }

    @Override
    public void close() {
        listener.close();
        loop.close();
    }
}
