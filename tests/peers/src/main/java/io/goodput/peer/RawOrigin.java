package io.goodput.peer;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * An origin that does with each connection what a script says, byte by byte, good or bad, and keeps what heads came.
 */
public final class RawOrigin implements AutoCloseable {
    /** What is done with a connection; it is closed at the end. */
    public interface Script {
        /** Does it. */
        void serve(Connection connection) throws IOException;
    }

    private static final String LAST = "/the-last-of-all";
    private static final int BACKLOG = 1024;

    private final ServerSocket server;
    private final Script script;
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();

    /** At a free port of this machine. */
    public RawOrigin(Script script) throws IOException {
        this(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), script);
    }

    /** At that socket, which may speak TLS. */
    public RawOrigin(ServerSocket server, Script script) {
        this.server = server;
        this.script = script;
        Thread.ofVirtual().start(this::accept);
    }

    /** One that answers each request with a text. */
    public static RawOrigin answering(String text) throws IOException {
        return new RawOrigin(connection -> {
            while (connection.request() != null) {
                connection.answer(200, text);
            }
        });
    }

    /** Where it is. */
    public InetSocketAddress address() {
        return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
    }

    /** The same as a URL, without a path. */
    public String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** How many connections were made. */
    public int connections() {
        return connections.get();
    }

    /** Of the requests that were read. */
    public List<String> heads() {
        return heads;
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                connections.incrementAndGet();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException _) {
            // Closed.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            script.serve(new Connection(socket));
        } catch (IOException _) {
            // The other side has gone, as some tests want it to.
        } finally {
            open.remove(socket);
        }
    }

    /**
     * The heads of all connections that were made before, once each of them has been read to its end: whoever made them
     * has closed them. One more is made, and answered, so that none waits to be accepted any longer.
     */
    public List<String> headsToTheEnd() throws IOException {
        try (var last = new Socket(server.getInetAddress(), server.getLocalPort())) {
            last.getOutputStream().write(("GET " + LAST + " HTTP/1.1\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            last.getInputStream().read();
        }
        while (!open.isEmpty()) {
            Thread.onSpinWait();
        }
        return heads.stream().filter(head -> !head.contains(LAST)).toList();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket each : open) {
            each.close();
        }
    }

    /** One connection, on the thread of its script. */
    public final class Connection {
        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;
        private String head = "";

        private Connection(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new BufferedInputStream(socket.getInputStream());
            this.out = socket.getOutputStream();
        }

        /** What comes. */
        public InputStream in() {
            return in;
        }

        /** What goes. */
        public OutputStream out() {
            return out;
        }

        /** The next head up to its empty line; null at the end of the connection. */
        public @Nullable String head() throws IOException {
            var text = new StringBuilder();
            while (text.indexOf("\r\n\r\n") < 0) {
                int b = in.read();
                if (b < 0) {
                    return null;
                }
                text.append((char) b);
            }
            head = text.toString();
            heads.add(head);
            return head;
        }

        /**
         * The next head.
         *
         * @throws IOException if there is none
         */
        public String readHead() throws IOException {
            String next = head();
            if (next == null) {
                throw new IOException("end of requests");
            }
            return next;
        }

        /** The next request with its body; null at the end. */
        public @Nullable String request() throws IOException {
            String own = head();
            return own == null ? null : own + body();
        }

        /** The body of the latest request, without what frames it. */
        public String body() throws IOException {
            String length = field("Content-Length");
            if (length != null) {
                return read(Integer.parseInt(length));
            }
            return field("Transfer-Encoding") == null ? "" : chunks();
        }

        /** So many bytes. */
        public String read(int bytes) throws IOException {
            return new String(in.readNBytes(bytes), StandardCharsets.ISO_8859_1);
        }

        private String chunks() throws IOException {
            var all = new ByteArrayOutputStream();
            while (true) {
                int size = Integer.parseInt(line(), 16);
                all.write(in.readNBytes(size));
                if (size == 0) {
                    while (!line().isEmpty()) {}
                    return all.toString(StandardCharsets.ISO_8859_1);
                }
                line();
            }
        }

        private String line() throws IOException {
            var text = new StringBuilder();
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0) {
                    throw new IOException("end");
                }
                text.append((char) b);
            }
            return text.toString().strip();
        }

        /** The first value of a field of the latest head; null without one. */
        public @Nullable String field(String name) {
            return head.lines()
                    .filter(each -> each.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(each -> each.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse(null);
        }

        /** Writes a text as it stands. */
        public void send(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }

        /** A whole answer. */
        public void answer(int status, String text) throws IOException {
            send("HTTP/1.1 " + status + " Said\r\nContent-Length: " + text.length() + "\r\n\r\n" + text);
        }

        /** Breaks it off. */
        public void reset() throws IOException {
            socket.setOption(StandardSocketOptions.SO_LINGER, 0);
            socket.close();
        }

        /** Closes our side. */
        public void endOutput() throws IOException {
            socket.shutdownOutput();
        }

        /** Until the other side closes its own. */
        public void awaitEnd() throws IOException {
            while (in.read() >= 0) {}
        }
    }
}
