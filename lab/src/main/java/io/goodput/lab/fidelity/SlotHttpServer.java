package io.goodput.lab.fidelity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.goodput.sim.Streams;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/**
 * A service of slots over real HTTP on loopback. Whoever has a slot holds it for a time, drawn when the slot is taken,
 * while its virtual thread is parked: no core is busy. Answers are 200, or 503 at once if the line is full; without a
 * body, for then head and end leave in one packet. It works on for clients that have left.
 */
final class SlotHttpServer implements AutoCloseable {
    private static final int BACKLOG = 1_024;
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final int NO_BODY = -1;

    private final Work work;
    private final SlotGate gate;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger served = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    /** What a request does while it has a slot. */
    @FunctionalInterface
    interface Work {
        void run();
    }

    /** Listens on a port of its own. */
    SlotHttpServer(int slots, int queue, Work work) throws IOException {
        this.gate = new SlotGate(slots, queue);
        this.work = work;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** The server of that law. */
    static SlotHttpServer of(Law law, Streams streams) throws IOException {
        RandomGenerator random = streams.stream("service");
        return new SlotHttpServer(law.slots(), law.queue(), () -> park(draw(law, random)));
    }

    private static long draw(Law law, RandomGenerator random) {
        synchronized (random) {
            return law.workNanos(random);
        }
    }

    private static void park(long nanos) {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        boolean entered = gate.enter();
        if (entered) {
            try {
                work.run();
            } finally {
                gate.leave();
            }
        }
        (entered ? served : refused).incrementAndGet();
        try (exchange) {
            exchange.sendResponseHeaders(entered ? OK : UNAVAILABLE, NO_BODY);
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    SlotGate gate() {
        return gate;
    }

    /** Requests worked on to the end. */
    int served() {
        return served.get();
    }

    /** Requests that found the line full. */
    int refused() {
        return refused.get();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
