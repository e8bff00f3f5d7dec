package io.goodput.bench.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.goodput.sim.stat.LatencyHistogram;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** A server of HTTP/1.1 on loopback that answers each request after a time that is drawn for it. */
final class DelayServer implements AutoCloseable {
    private static final int BACKLOG = 1_024;
    private static final int OK = 200;
    private static final int NO_BODY = -1;

    private final LongSupplier delays;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final LatencyHistogram kept = new LatencyHistogram();
    private final HttpServer server;
    private final long from;

    /**
     * Listens on a port of its own.
     *
     * @param delays draws nanoseconds, one at a time
     * @param unrecorded nanoseconds from now on in which it records nothing
     */
    DelayServer(LongSupplier delays, long unrecorded) throws IOException {
        this.delays = delays;
        this.from = System.nanoTime() + unrecorded;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        long start = System.nanoTime();
        long end = start + draw();
        for (long left = end - start; left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        keep(start, System.nanoTime());
        try (exchange) {
            exchange.sendResponseHeaders(OK, NO_BODY);
        }
    }

    private synchronized long draw() {
        return delays.getAsLong();
    }

    private synchronized void keep(long start, long end) {
        if (start - from >= 0) {
            kept.record(end - start);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** How long it took over each request in fact, to be read when all are answered. */
    synchronized LatencyHistogram kept() {
        return kept;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
