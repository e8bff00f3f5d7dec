package io.goodput.logs.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.goodput.logs.source.RecordSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import tools.jackson.databind.node.ObjectNode;

/**
 * Serves the page on loopback until it is closed. At most {@value #MOST_REQUESTS} requests are worked on at a time, and
 * {@value #MOST_FOLLOWERS} pages followed; others are told to come again. Whoever asks by another name than that of
 * this machine is refused, for a page of somebody else's may have been led here (DNS rebinding).
 */
public final class LogsServer implements AutoCloseable {
    static final int MOST_REQUESTS = 16;
    static final int MOST_FOLLOWERS = 16;

    private static final int MOST_WAITING = 64;
    private static final int LONGEST_ADDRESS = 4096;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore requests = new Semaphore(MOST_REQUESTS);
    private final Semaphore followers = new Semaphore(MOST_FOLLOWERS);
    private final Set<String> names;
    private final LogsState state;
    private final LogsApi api;
    private final LogsFollower follower;
    private final LogsPage page = new LogsPage();
    private volatile boolean isClosing;

    /**
     * Serves what a source has, and follows it.
     *
     * @param port 0 for a free one
     * @param width of an interval in microseconds: at least a second
     * @throws IOException if the port cannot be had
     */
    public LogsServer(RecordSource source, int port, long width) throws IOException {
        state = new LogsState(width);
        api = new LogsApi(state, source);
        bound("sun.net.httpserver.maxReqTime", "10");
        bound("jdk.httpserver.maxConnections", "128");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), MOST_WAITING);
        names = Set.of("127.0.0.1:" + port(), "localhost:" + port());
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        follower = new LogsFollower(source, state);
    }

    /** The JDK's server waits for ever and takes whoever comes, unless it is told so before its first start. */
    private static void bound(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** Begins to answer, and to read. */
    public void start() {
        server.start();
        follower.start();
    }

    /** Where it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Returns when all that was there has been read. */
    public void awaitRead() throws InterruptedException {
        while (state.isReading()) {
            state.await(state.version(), 1_000);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Answers.protect(exchange.getResponseHeaders());
            String host = exchange.getRequestHeaders().getFirst("Host");
            if (host == null || !names.contains(host)) {
                Answers.text(exchange, 421, "not the name of this machine");
            } else if (!exchange.getRequestMethod().equals("GET")) {
                Answers.text(exchange, 405, "only GET");
            } else if (exchange.getRequestURI().toString().length() > LONGEST_ADDRESS) {
                Answers.text(exchange, 414, "too long");
            } else if (path.equals("/api/events")) {
                bounded(exchange, followers, () -> follow(exchange));
            } else {
                bounded(exchange, requests, () -> answer(exchange, path));
            }
        }
    }

    /** Something that answers a request. */
    private interface Answering {
        void run() throws IOException;
    }

    private static void bounded(HttpExchange exchange, Semaphore bound, Answering answering) throws IOException {
        if (!bound.tryAcquire()) {
            exchange.getResponseHeaders().set("Retry-After", "1");
            Answers.text(exchange, 503, "too many at a time");
            return;
        }
        try {
            answering.run();
        } finally {
            bound.release();
        }
    }

    private void answer(HttpExchange exchange, String path) throws IOException {
        LogsPage.Part part = page.part(path);
        if (part != null) {
            exchange.getResponseHeaders().set("Content-Type", part.type());
            Answers.bytes(exchange, 200, part.content());
            return;
        }
        ObjectNode json =
                api.answer(path, Answers.query(exchange.getRequestURI().getRawQuery()));
        if (json == null) {
            Answers.text(exchange, 404, "not found");
        } else {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            Answers.bytes(exchange, 200, json.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Server-sent events: the version, whenever it grows, and a sign of life in between. */
    private void follow(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (var body = exchange.getResponseBody()) {
            long seen = -1;
            while (!isClosing) {
                long version = state.await(seen, 5_000);
                String event = version == seen ? ":\n\n" : "data: " + version + "\n\n";
                body.write(event.getBytes(StandardCharsets.UTF_8));
                body.flush();
                seen = version;
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes nobody new, ends what is followed, and waits a second at most for answers that are being given. */
    @Override
    public void close() {
        isClosing = true;
        follower.close();
        state.wake();
        server.stop(1);
        threads.shutdownNow();
    }
}
