package io.goodput.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A server over real sockets that says what its script says, byte for byte: one step for each request, and the last
 * step for all that follow.
 */
final class ScriptedOrigin implements Closeable {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

    private static final Pattern CHUNKED = Pattern.compile("(?i)\r\ntransfer-encoding: *chunked");

    /** What it does once it has read a request. */
    interface Step {
        void answer(Socket socket, String request) throws IOException;
    }

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Queue<Step> script = new ArrayDeque<>();
    private final List<String> requests = new ArrayList<>();
    private final List<Socket> connections = new ArrayList<>();

    private final Thread acceptor = Thread.ofVirtual().unstarted(this::accept);

    ScriptedOrigin() throws IOException {
        acceptor.start();
    }

    synchronized void script(Step... steps) {
        script.addAll(Arrays.asList(steps));
    }

    /** An answer with these fields and this body, after which the connection is kept. */
    static Step answer(int status, String fields, String body) {
        return (socket, _) -> write(
                socket,
                "HTTP/1.1 " + status + " -\r\n" + fields + "Content-Length: " + body.length() + "\r\n\r\n" + body);
    }

    static Step answer(int status) {
        return answer(status, "", "body of " + status);
    }

    /** The head and the beginning of a body of which more was announced. */
    static Step beginning(int status) {
        return (socket, _) ->
                write(socket, "HTTP/1.1 " + status + " -\r\nContent-Length: 1000\r\n\r\nonly the beginning");
    }

    /** These bytes, and then a reset. */
    static Step reset(String bytes) {
        return (socket, _) -> {
            write(socket, bytes);
            socket.setSoLinger(true, 0);
            socket.close();
        };
    }

    /** No answer, for as long as the client stays. */
    static Step hang() {
        return (socket, _) -> socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    static void write(Socket socket, String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
    }

    URI uri(String path) {
        return URI.create("http://" + authority() + path);
    }

    String authority() {
        return server.getInetAddress().getHostAddress() + ":" + server.getLocalPort();
    }

    /** As they were read, body and all. */
    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    synchronized int connections() {
        return connections.size();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                synchronized (this) {
                    connections.add(socket);
                }
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException _) {
            // It was closed.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            for (String request = read(socket.getInputStream()); request != null; ) {
                next(request).answer(socket, request);
                request = socket.isClosed() ? null : read(socket.getInputStream());
            }
        } catch (IOException _) {
            // The client has gone.
        }
    }

    private synchronized Step next(String request) {
        requests.add(request);
        return script.size() > 1 ? script.remove() : script.element();
    }

    private static @Nullable String read(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        int length = -1;
        for (int next = in.read(); next >= 0; next = in.read()) {
            bytes.write(next);
            String text = bytes.toString(ISO_8859_1);
            boolean blankLine = text.endsWith("\r\n\r\n");
            if (CHUNKED.matcher(text).find()) {
                length = blankLine && text.endsWith("\r\n0\r\n\r\n") ? text.length() : -1;
            } else if (length < 0 && blankLine) {
                Matcher announced = LENGTH.matcher(text);
                length = text.length() + (announced.find() ? Integer.parseInt(announced.group(1)) : 0);
            }
            if (text.length() == length) {
                return text;
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        server.close();
        awaitRefusal();
        synchronized (this) {
            for (Socket connection : connections) {
                connection.close();
            }
        }
    }

    /** The system lets clients connect until nobody waits for them any more. */
    private void awaitRefusal() throws IOException {
        try {
            acceptor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
