package io.goodput.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** An origin that is told byte by byte what to do with each connection, and keeps the heads that came. */
final class ByteOrigin implements AutoCloseable {
    /** What is done with a connection; it is closed at the end. */
    interface Script {
        void serve(Line line) throws IOException;
    }

    private static final String LAST = "/the-last-of-all";

    private final ServerSocket server = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Script script;
    final List<String> heads = new CopyOnWriteArrayList<>();

    ByteOrigin(Script script) throws IOException {
        this.script = script;
        Thread.ofVirtual().start(this::accept);
    }

    /** One that answers each request with a text. */
    static ByteOrigin answering(String text) throws IOException {
        return new ByteOrigin(line -> {
            while (line.request() != null) {
                line.answer(200, text);
            }
        });
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException _) {
            // Closed.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            script.serve(new Line(socket));
        } catch (IOException _) {
            // The gateway has gone, as some tests want it to.
        } finally {
            open.remove(socket);
        }
    }

    /**
     * The heads of all connections that were made before, once each of them has been read to its end: whoever made them
     * has closed them. One more is made, and answered, so that none waits to be accepted any longer.
     */
    List<String> headsToTheEnd() throws IOException {
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

    /** One connection. */
    final class Line {
        final Socket socket;
        final InputStream in;
        final OutputStream out;
        private String head = "";

        Line(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new java.io.BufferedInputStream(socket.getInputStream());
            this.out = socket.getOutputStream();
        }

        /** The next head; null at the end. */
        @Nullable String head() throws IOException {
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

        /** The next request with its body; null at the end. */
        @Nullable String request() throws IOException {
            String own = head();
            return own == null ? null : own + body();
        }

        String body() throws IOException {
            String length = field("Content-Length");
            if (length != null) {
                return new String(in.readNBytes(Integer.parseInt(length)), StandardCharsets.ISO_8859_1);
            }
            return field("Transfer-Encoding") == null ? "" : chunks();
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

        @Nullable String field(String name) {
            return head.lines()
                    .filter(each -> each.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(each -> each.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse(null);
        }

        void send(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }

        void answer(int status, String text) throws IOException {
            send("HTTP/1.1 " + status + " Said\r\nContent-Length: " + text.length() + "\r\n\r\n" + text);
        }

        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }
}
