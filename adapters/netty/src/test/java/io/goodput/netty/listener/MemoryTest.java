package io.goodput.netty.listener;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.goodput.http.head.Fields;
import io.goodput.netty.HttpHandler;
import io.goodput.netty.blocking.VirtualThreads;
import io.goodput.netty.listener.Recorder.Answers;
import io.goodput.netty.tls.ServerTls;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import io.netty.util.ResourceLeakDetector;
import java.io.Closeable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a connection and a request take, in bytes. */
class MemoryTest {
    private static final String GET =
            "GET /some/path HTTP/1.1\r\nHost: shop.example\r\nUser-Agent: t\r\nAccept: */*\r\n\r\n";
    private static final HttpHandler OK = exchange -> Answers.text(exchange, 200, "ok");
    private static final int CONNECTIONS = 1_000;
    private static final int REQUESTS = 20_000;

    @TempDir
    Path folder;

    private final ResourceLeakDetector.Level level = ResourceLeakDetector.getLevel();

    @BeforeEach
    void watchNobody() {
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.DISABLED);
    }

    @AfterEach
    void watchAgain() {
        ResourceLeakDetector.setLevel(level);
    }

    private static long used() {
        long heap = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            heap = Math.min(
                    heap,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        var metric = ((ByteBufAllocatorMetricProvider) ByteBufAllocator.DEFAULT).metric();
        return heap + metric.usedDirectMemory() + metric.usedHeapMemory();
    }

    /** With their clients, which are in this process too. */
    private static long bytesOfIdle(Served served, int connections, Opening opening) throws Exception {
        List<Closeable> clients = new ArrayList<>();
        clients.add(opening.open());
        long before = used();
        for (int i = 0; i < connections; i++) {
            clients.add(opening.open());
        }
        long bytes = (used() - before) / connections;
        assertThat(served.listener.counts().open()).isEqualTo(connections + 1);
        for (Closeable client : clients) {
            client.close();
        }
        return bytes;
    }

    /** A client that has asked once, and has been answered. */
    private interface Opening {
        Closeable open() throws Exception;
    }

    @Test
    void an_idle_connection_takes_no_more_than_20_kb() throws Exception {
        try (var served = new Served(OK)) {
            long bytes = bytesOfIdle(served, CONNECTIONS, () -> {
                var client = SocketChannel.open(served.listener.address());
                client.write(ByteBuffer.wrap(GET.getBytes(US_ASCII)));
                client.read(ByteBuffer.allocate(1000));
                return client;
            });
            System.out.println("an idle connection and its client: " + bytes + " bytes");
            assertThat(bytes).isLessThan(20_000);
        }
    }

    @Test
    void an_idle_connection_that_had_a_large_head_takes_no_more() throws Exception {
        try (var served = new Served(OK)) {
            String large = GET.replace("Accept: */*", "Accept: " + "a".repeat(12_000));
            long bytes = bytesOfIdle(served, CONNECTIONS, () -> {
                var client = SocketChannel.open(served.listener.address());
                client.write(ByteBuffer.wrap(large.getBytes(US_ASCII)));
                client.read(ByteBuffer.allocate(1000));
                return client;
            });
            assertThat(bytes).isLessThan(20_000);
        }
    }

    @Test
    void an_idle_connection_of_tls_takes_what_the_page_says() throws Exception {
        TestKeys keys = TestKeys.of(folder, "server", "localhost");
        ServerTls tls = ServerTls.of(keys.files());
        var context = keys.trusted();
        try (var served = new Served(OK, builder -> builder.tls(tls))) {
            var address = served.listener.address();
            long bytes = bytesOfIdle(served, 100, () -> {
                var socket = context.getSocketFactory().createSocket(address.getAddress(), address.getPort());
                socket.getOutputStream().write(GET.getBytes(US_ASCII));
                assertThat(socket.getInputStream().read(new byte[1000])).isPositive();
                return socket;
            });
            System.out.println("an idle connection of TLS and its client: " + bytes + " bytes");
            assertThat(bytes).isLessThan(60_000);
        }
    }

    private static long allocatedPerRequest(HttpHandler handler, String request) throws Exception {
        try (var served = new Served(handler);
                var client = SocketChannel.open(served.listener.address())) {
            long loop = served.loops
                    .group()
                    .next()
                    .submit(() -> Thread.currentThread().threadId())
                    .get();
            var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            ask(client, request);
            long before = threads.getThreadAllocatedBytes(loop);
            ask(client, request);
            return (threads.getThreadAllocatedBytes(loop) - before) / REQUESTS;
        }
    }

    private static void ask(SocketChannel client, String request) throws IOException {
        ByteBuffer out = ByteBuffer.wrap(request.getBytes(US_ASCII));
        ByteBuffer in = ByteBuffer.allocate(4000);
        for (int i = 0; i < REQUESTS; i++) {
            client.write(out.rewind());
            client.read(in.clear());
        }
    }

    @Test
    void a_request_allocates_no_more_on_its_loop_than_the_page_says() throws Exception {
        long get = allocatedPerRequest(OK, GET);
        long post = allocatedPerRequest(
                new VirtualThreads(exchange ->
                        exchange.answer(200, Fields.NONE, exchange.body().readAllBytes())),
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nok");
        System.out.println("allocated on the loop: GET " + get + ", POST on a virtual thread " + post + " bytes");
        assertThat(get).isLessThan(5_000);
        assertThat(post).isLessThan(8_000);
    }
}
