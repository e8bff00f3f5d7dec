package io.goodput.load.http;

import io.netty.util.collection.IntObjectHashMap;
import io.netty.util.collection.IntObjectMap;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The streams of a connection, and how much the server lets them send (RFC 9113, 5.2): bodies go out as far as the
 * windows of the connection and of each stream allow, first come, first served.
 */
final class Http2Exchanges {
    private static final int FIRST_WINDOW = 65_535;

    private final IntObjectMap<Http2Exchange> open = new IntObjectHashMap<>();
    private final Queue<Http2Exchange> unsent = new ArrayDeque<>();
    private long window = FIRST_WINDOW;
    private int streamWindow = FIRST_WINDOW;

    /** One stream. */
    static final class Http2Exchange {
        private final int id;
        private final Transmission transmission;
        private long window;
        private int sent;
        private int status;
        private long bodyBytes;

        private Http2Exchange(int id, Transmission transmission, long window) {
            this.id = id;
            this.transmission = transmission;
            this.window = window;
        }

        int id() {
            return id;
        }

        Transmission transmission() {
            return transmission;
        }

        int status() {
            return status;
        }

        void status(int code) {
            status = code;
        }

        long bodyBytes() {
            return bodyBytes;
        }

        void received(int bytes) {
            bodyBytes += bytes;
        }

        private byte[] body() {
            return ((Http2Request) transmission.request()).body();
        }
    }

    Http2Exchange open(int id, Transmission transmission) {
        var added = new Http2Exchange(id, transmission, streamWindow);
        open.put(id, added);
        if (added.body().length > 0) {
            unsent.add(added);
        }
        return added;
    }

    @Nullable Http2Exchange find(int id) {
        return open.get(id);
    }

    @Nullable Http2Exchange find(Transmission transmission) {
        for (Http2Exchange each : open.values()) {
            if (each.transmission == transmission) {
                return each;
            }
        }
        return null;
    }

    void close(Http2Exchange ended) {
        open.remove(ended.id);
        if (ended.sent < ended.body().length) {
            unsent.remove(ended);
        }
    }

    int count() {
        return open.size();
    }

    Collection<Http2Exchange> all() {
        return List.copyOf(open.values());
    }

    /** What the server has said of all streams, those that are open included. */
    void streamWindow(int bytes) {
        open.values().forEach(each -> each.window += bytes - streamWindow);
        streamWindow = bytes;
    }

    /** The server takes more: of the connection (0), or of a stream. */
    void windowUpdate(int id, int bytes) {
        Http2Exchange stream = open.get(id);
        if (id == 0) {
            window += bytes;
        } else if (stream != null) {
            stream.window += bytes;
        }
    }

    /** Sends of the bodies what the windows allow. */
    void sendBodies(Http2Writer writer) {
        for (int turns = unsent.size(); turns > 0 && window > 0; turns--) {
            Http2Exchange next = unsent.remove();
            while (next.sent < next.body().length && Math.min(window, next.window) > 0) {
                int most = (int) Math.min(Integer.MAX_VALUE, Math.min(window, next.window));
                int length = writer.data(next.id, next.body(), next.sent, most);
                next.sent += length;
                next.window -= length;
                window -= length;
            }
            if (next.sent < next.body().length) {
                unsent.add(next);
            }
        }
    }
}
