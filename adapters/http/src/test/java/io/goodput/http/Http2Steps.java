package io.goodput.http;

import io.goodput.http.ScriptedOrigin.Step;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

/** A server that goes over to HTTP/2 when it is asked to, and there does not look at requests. */
final class Http2Steps {
    private static final int PREFACE = 24;
    private static final int HEADERS = 1;
    private static final String SWITCH =
            "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n";
    private static final String SETTINGS = "\0\0\0\4\0\0\0\0\0";

    private Http2Steps() {}

    /** Resets so many streams with REFUSED_STREAM, and answers those that follow with 200. */
    static Step refusing(int streams) {
        return (socket, _) -> {
            ScriptedOrigin.write(socket, SWITCH + SETTINGS);
            var in = new DataInputStream(socket.getInputStream());
            in.skipNBytes(PREFACE);
            // The first stream is that of the request that asked to switch.
            answer(socket, 1, streams > 0);
            for (int seen = 1; ; ) {
                int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
                int type = in.readUnsignedByte();
                in.readUnsignedByte();
                int stream = in.readInt();
                in.skipNBytes(length);
                if (type == HEADERS) {
                    answer(socket, stream, ++seen <= streams);
                }
            }
        };
    }

    private static void answer(Socket socket, int stream, boolean refused) throws IOException {
        String id = "\0\0\0" + (char) stream;
        ScriptedOrigin.write(socket, refused ? "\0\0\4\3\0" + id + "\0\0\0\7" : "\0\0\1\1\5" + id + "\u0088");
    }

    /** Goes away, and says that it has looked at no stream. */
    static Step goingAway() {
        return (socket, _) -> {
            ScriptedOrigin.write(socket, SWITCH + SETTINGS + "\0\0\u0008\7\0\0\0\0\0" + "\0\0\0\0" + "\0\0\0\0");
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        };
    }
}
