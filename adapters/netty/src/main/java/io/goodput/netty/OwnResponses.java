package io.goodput.netty;

import io.goodput.http.forward.ForwardedResponse;
import io.goodput.http.forward.Reply;
import io.goodput.http.head.Fields;
import io.goodput.http.head.Framing;
import io.goodput.http.head.HttpVersion;
import io.goodput.http.head.ResponseHead;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Heads that are made here, not at an origin: what frames them is added. */
final class OwnResponses {
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private OwnResponses() {}

    static ForwardedResponse of(ServerExchange exchange, int status, Fields fields, Framing body) {
        Reply reply = exchange.reply(Fields.NONE);
        boolean http2 = reply.version() == HttpVersion.HTTP_2;
        var all = new Fields.Builder();
        for (int i = 0; i < fields.size(); i++) {
            all.add(http2 ? fields.name(i).toLowerCase(Locale.ROOT) : fields.name(i), fields.value(i));
        }
        if (fields.indexOf("Date", 0) < 0) {
            all.add(http2 ? "date" : "Date", HttpClock.date());
        }
        Framing framing = framing(status, body, reply.version());
        boolean closes = !http2
                && !(framing instanceof Framing.Tunnel)
                && (!reply.persistent() || framing instanceof Framing.UntilClose);
        addFraming(all, framing, status, body, http2);
        if (!http2) {
            addConnection(all, framing, closes, reply);
        }
        boolean forHead = exchange.request().head().method().equals("HEAD");
        return new ForwardedResponse(
                new ResponseHead(reply.version(), status, StatusPhrases.of(status), all.build()),
                forHead && !(framing instanceof Framing.Tunnel) ? Framing.None.INSTANCE : framing,
                closes);
    }

    private static Framing framing(int status, Framing body, HttpVersion version) {
        if (body instanceof Framing.Tunnel) {
            return body;
        }
        if (status < OK || status == NO_CONTENT || status == NOT_MODIFIED) {
            return Framing.None.INSTANCE;
        }
        return switch (body) {
            case Framing.None _ -> new Framing.Length(0);
            case Framing.Length length -> length;
            default ->
                switch (version) {
                    case HTTP_1_0 -> Framing.UntilClose.INSTANCE;
                    case HTTP_1_1 -> Framing.Chunked.INSTANCE;
                    case HTTP_2 -> Framing.UntilEndOfStream.INSTANCE;
                };
        };
    }

    private static void addFraming(Fields.Builder all, Framing framing, int status, Framing body, boolean http2) {
        switch (framing) {
            case Framing.Length(long bytes) -> all.add(http2 ? "content-length" : "Content-Length", "" + bytes);
            case Framing.Chunked _ -> all.add("Transfer-Encoding", "chunked");
            case Framing.None _
            when status == NOT_MODIFIED && body instanceof Framing.Length(long bytes) ->
                all.add(http2 ? "content-length" : "Content-Length", "" + bytes);
            default -> {}
        }
    }

    private static void addConnection(Fields.Builder all, Framing framing, boolean closes, Reply reply) {
        if (framing instanceof Framing.Tunnel) {
            all.add("Connection", "Upgrade").add("Upgrade", reply.protocol());
        } else if (closes) {
            all.add("Connection", "close");
        } else if (reply.version() == HttpVersion.HTTP_1_0) {
            all.add("Connection", "keep-alive");
        }
    }

    static void refuse(ServerExchange exchange, int status, String reason, Fields fields) {
        byte[] text = (status + " " + StatusPhrases.of(status) + ": " + reason + " (request " + exchange.id() + ")\n")
                .getBytes(StandardCharsets.UTF_8);
        var all = new Fields.Builder();
        for (int i = 0; i < fields.size(); i++) {
            all.add(fields.name(i), fields.value(i));
        }
        all.add("Content-Type", "text/plain; charset=utf-8").add("Cache-Control", "no-store");
        exchange.respond(status, all.build(), new Framing.Length(text.length));
        ByteBuf body = exchange.allocator().buffer(text.length).writeBytes(text);
        exchange.write(body);
        exchange.end(Fields.NONE);
    }
}
